// The lines in use: the model that serves each, its estimated and true accuracy over time, drift, and a form to promote.

import { promote } from '../api.js';
import { axis, chart, tooltip } from '../charts.js';
import { h, keyed, select, text } from '../dom.js';
import { methodOf, moment, percent, shortVersion } from '../format.js';
import { methodColour, onThemeChange, token } from '../palette.js';
import { empty, note, showNote } from '../panel.js';
import { SERVING_PAGE, set, state as store, watch } from '../store.js';
import { fetchServing } from '../sync.js';
import { driftOf, sentence } from '../windows.js';
import { classifiers } from './models.js';

export function serving(body) {
  const list = h('div', { class: 'serving' });
  const pages = pager();
  const draw = state => {
    const problem = note(state.serving, 'lines in use');
    if (problem) {
      showNote(body, problem);
    } else if (state.serving.data.length === 0 && !state.servingAfter) {
      showNote(body, empty('No line is in use yet. As soon as a classifier of a line is trained and accepted, a person can promote it here.'));
    } else {
      body.firstElementChild === list || body.replaceChildren(list, pages);
      keyed(list, state.serving.data, line => line.line, line);
    }
  };
  watch(['serving', 'view'], draw);
  onThemeChange(() => draw(store));
}

/** Goes through the lines a page at a time, by their names. */
function pager() {
  const first = h('button', { type: 'button' }, 'First lines');
  const next = h('button', { type: 'button' }, 'Next lines');
  const element = h('nav', { class: 'pages', 'aria-label': 'Lines in use' }, first, next);
  const goTo = after => {
    set({ servingAfter: after });
    fetchServing();
  };
  first.addEventListener('click', () => goTo(''));
  next.addEventListener('click', () => goTo(store.serving.data.at(-1).line));
  watch(['serving', 'servingAfter'], state => {
    first.hidden = !state.servingAfter;
    next.hidden = state.serving.data?.length !== SERVING_PAGE;
    element.hidden = first.hidden && next.hidden;
  });
  return element;
}

function line() {
  const name = h('a', {});
  const more = h('a', { class: 'more' }, 'Loop, labels, audit');
  const model = h('span', { class: 'model' });
  const why = h('p', { class: 'quiet' });
  const estimated = h('b', {});
  const interval = h('span', { class: 'quiet' });
  const counted = h('b', {});
  const labelled = h('span', { class: 'quiet' });
  const diagnosis = h('p', { class: 'diagnosis' });
  const plot = h('div', { class: 'windows', role: 'img' });
  const form = promotion();
  const element = h('article', { class: 'served' },
    h('header', {}, h('h3', {}, name), model, more), why,
    h('dl', { class: 'figures' },
      h('div', {}, h('dt', {}, 'Estimated to be right'), h('dd', {}, estimated, ' % ', interval)),
      h('div', {}, h('dt', {}, 'Counted, where labels came'), h('dd', {}, counted, ' ', labelled))),
    diagnosis, plot, form);

  element.update = data => {
    const newest = data.windows[0];
    text(name, data.line);
    name.href = more.href = `/line.html?line=${encodeURIComponent(data.line)}`;
    more.setAttribute('aria-label', `Loop, labels and audit of ${data.line}`);
    text(model, shortVersion(data.servingModel) ?? 'no model');
    model.title = data.servingModel ?? '';
    model.style.setProperty('--mark', data.servingModel ? methodColour(methodOf(data.servingModel)) : 'transparent');
    text(why, data.champion
      ? `Champion since ${moment(data.champion.at)}, by ${data.champion.by}: ${data.champion.reason}`
      : data.missing ?? '');
    text(estimated, percent(newest?.estimate?.accuracy));
    text(interval, newest?.estimate ? `(${percent(newest.estimate.low)} to ${percent(newest.estimate.high)})` : '');
    const known = data.windows.find(window => window.trueAccuracy !== null);
    text(counted, percent(known?.trueAccuracy));
    text(labelled, known ? `% at ${moment(known.at)}` : '');
    text(diagnosis, newest ? sentence(newest) : 'No window of images is full yet.');
    diagnosis.dataset.state = driftOf(newest);
    plot.hidden = data.windows.length === 0;
    plot.setAttribute('aria-label', `Accuracy of ${data.line} over its newest ${data.windows.length} windows`);
    form.update(data);
    requestAnimationFrame(() => plot.isConnected && !plot.hidden && chart(plot).setOption(option([...data.windows].reverse()), true));
  };
  return element;
}

function option(windows) {
  const points = pick => windows.map((window, index) => [index, pick(window) ?? null]);
  const accent = token('accent');
  const models = [...new Set(windows.map(window => window.modelVersion))];
  return {
    animation: false,
    grid: { left: 44, right: 12, top: 14, bottom: 18 },
    tooltip: { ...tooltip(), trigger: 'axis', formatter: at => told(windows[at[0].dataIndex]) },
    xAxis: { ...axis(), type: 'category', data: windows.map(window => moment(window.at)), axisLabel: { ...axis().axisLabel, hideOverlap: true } },
    yAxis: axis({ min: 0, max: 1, splitNumber: 2, axisLabel: { ...axis().axisLabel, formatter: value => `${percent(value)} %` } }),
    series: [
      { type: 'line', data: points(window => window.estimate?.low), stack: 'interval', symbol: 'none', lineStyle: { opacity: 0 }, silent: true },
      { type: 'line', data: points(window => (window.estimate ? window.estimate.high - window.estimate.low : null)), stack: 'interval', symbol: 'none', lineStyle: { opacity: 0 }, areaStyle: { color: accent, opacity: 0.16 }, silent: true },
      ...models.map(version => ({
        type: 'line', symbol: 'none', color: methodColour(methodOf(version)), lineStyle: { width: 1.75 },
        data: points(window => (window.modelVersion === version ? window.estimate?.accuracy : null)),
      })),
      { type: 'scatter', symbolSize: 5, color: token('ink'), data: points(window => window.trueAccuracy) },
      { type: 'scatter', symbol: 'triangle', symbolSize: 9, color: token('bad'), data: windows.map((window, index) => [index, window.confirmed ? 0.04 : null]) },
    ],
  };
}

function told(window) {
  const estimate = window.estimate ? `estimated ${percent(window.estimate.accuracy)} % (${percent(window.estimate.low)} to ${percent(window.estimate.high)})` : 'no estimate';
  const counted = window.trueAccuracy === null ? '' : `, counted ${percent(window.trueAccuracy)} %`;
  return `${moment(window.at)}, ${shortVersion(window.modelVersion)}<br>${estimate}${counted}<br>${window.diagnosis}${window.confirmed ? '<br><b>drift confirmed</b>' : ''}`;
}

/** Lets a person make one of the shown adaptation's models the line's champion. */
function promotion() {
  let chosen = null;
  let served = null;
  const picker = select('Promote', version => (chosen = version));
  const by = h('input', { type: 'text', placeholder: 'your name', 'aria-label': 'Your name', maxlength: 200, required: true });
  const reason = h('input', { type: 'text', placeholder: 'why', 'aria-label': 'Reason', maxlength: 2000, required: true });
  const answer = h('span', { class: 'quiet', role: 'status' });
  const form = h('form', { class: 'promote', onsubmit: send }, picker, by, reason, h('button', { type: 'submit' }, 'Promote'), answer);

  async function send(event) {
    event.preventDefault();
    text(answer, '');
    const refused = await promote(served.line, { modelVersion: chosen, by: by.value, reason: reason.value });
    text(answer, refused || `${shortVersion(chosen)} serves ${served.line} from now on.`);
    reason.value = '';
    fetchServing();
  }

  form.update = data => {
    served = data;
    const fitting = classifiers(store).filter(model => model.verdict === 'ACCEPTED' && [model.sourceLine, model.targetLine].includes(data.line) && model.modelVersion !== data.champion?.modelVersion);
    chosen = fitting.some(model => model.modelVersion === chosen) ? chosen : fitting[0]?.modelVersion ?? null;
    picker.update(fitting.map(model => [model.modelVersion, shortVersion(model.modelVersion)]), chosen);
    form.hidden = fitting.length === 0;
  };
  return form;
}
