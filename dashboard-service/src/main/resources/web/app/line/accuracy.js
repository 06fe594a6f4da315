// Accuracy over windows: the serving model's estimate with its interval, what was counted, drift, and compared models.

import { chart } from '../charts.js';
import { h, select } from '../dom.js';
import { moment, percent, shortVersion } from '../format.js';
import { onThemeChange } from '../palette.js';
import { empty, note, showNote } from '../panel.js';
import { state as store, watch } from '../store.js';
import { comparedIn, option, servedIn } from './accuracy-chart.js';
import { version, versionColour } from './versions.js';

const ROLES = { shadow: 'in shadow', previous: 'champion before', compared: 'compared' };
const ROWS = 20;

export function accuracy(body, controls) {
  let measure = 'estimate';
  const picker = select('Compared models', chosen => {
    measure = chosen;
    draw(store);
  });
  const plot = h('div', { class: 'accuracy-plot', role: 'img' });
  const legend = h('ul', { class: 'keys', 'aria-label': 'Legend' });
  const rows = h('tbody', {});
  const figures = h('details', {}, h('summary', {}, `Figures of the newest windows`), h('div', { class: 'scroll' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, ...['Window', 'Model', 'Estimated %', 'Interval', 'Counted %', 'Drift'].map(title => h('th', { scope: 'col' }, title)))), rows)));
  const content = h('div', {}, plot, legend, figures);
  controls.append(picker);

  function draw(state) {
    const problem = note(state.windows, 'windows');
    const windows = [...(state.windows.data ?? [])].reverse();
    const compared = comparedIn(windows);
    picker.update(compared.length ? [['estimate', 'by their estimate'], ['counted', 'as counted, where labels came']] : [], measure);
    if (problem) {
      showNote(body, problem);
      return;
    }
    if (windows.length === 0) {
      showNote(body, empty('No window of images is full yet. The curve starts with the first one.'));
      return;
    }
    body.firstElementChild === content || body.replaceChildren(content);
    const served = servedIn(windows); // first, so that they get the first colours
    served.forEach(versionColour);
    plot.setAttribute('aria-label', spoken(windows));
    legend.replaceChildren(...keys(windows, served, compared, measure));
    rows.replaceChildren(...windows.slice(-ROWS).reverse().map(row));
    requestAnimationFrame(() => plot.isConnected && chart(plot).setOption(option(windows, measure), true));
  }
  watch(['windows'], draw);
  onThemeChange(() => draw(store));
}

function spoken(windows) {
  const newest = windows.at(-1);
  const estimate = newest.estimate ? `estimated ${percent(newest.estimate.accuracy)} %` : 'no estimate';
  return `Accuracy over ${windows.length} windows, newest ${estimate}, ${windows.filter(window => window.confirmed).length} drifts confirmed. The figures are below.`;
}

function keys(windows, served, compared, measure) {
  const key = (kind, ...words) => h('li', {}, h('i', { class: `key-${kind}`, 'aria-hidden': 'true' }), ...words);
  return [
    ...served.map(name => h('li', {}, version(name), ' served')),
    windows.some(window => window.estimate) ? key('band', '95 % interval of the estimate') : null,
    windows.some(window => window.trueAccuracy !== null) ? key('counted', 'counted, where labels came') : null,
    windows.some(window => window.drifted && !window.confirmed) ? key('differs', 'window differs') : null,
    windows.some(window => window.confirmed) ? key('drift', 'drift confirmed') : null,
    ...compared.map(([name, role]) => h('li', { class: 'thin', style: { '--mark': versionColour(name) }, title: name }, shortVersion(name), ` ${ROLES[role] ?? role}, ${measure === 'counted' ? 'counted' : 'estimated'}`)),
  ].filter(Boolean);
}

function row(window) {
  const drift = window.confirmed ? 'drift confirmed' : window.drifted ? 'differs' : '';
  return h('tr', {}, h('th', { scope: 'row' }, moment(window.at)), h('td', {}, version(window.modelVersion)), h('td', {}, percent(window.estimate?.accuracy)),
    h('td', {}, window.estimate ? `${percent(window.estimate.low)} to ${percent(window.estimate.high)}` : '–'), h('td', {}, percent(window.trueAccuracy)), h('td', {}, drift));
}
