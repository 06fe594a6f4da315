// The newest window beside what the serving model was trained on: in words, in pictures, in figures.

import { h, text } from '../dom.js';
import { moment, score, shortVersion, words } from '../format.js';
import { empty, note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { driftOf, sentence } from './windows.js';
import { address } from './sync.js';

const PICTURES = 12;

export function drift(body) {
  const diagnosis = h('p', { class: 'diagnosis big' });
  const then = example('Then', model => `what ${shortVersion(model)} was trained on`);
  const now = example('Now', () => 'the newest captured pictures');
  const figures = h('div', { class: 'scroll' });
  const content = h('div', { class: 'drift' }, diagnosis, h('div', { class: 'examples' }, then, now), figures);

  watch(['windows'], state => {
    const problem = note(state.windows, 'windows');
    const newest = state.windows.data?.[0];
    if (problem) {
      showNote(body, problem);
    } else if (!newest) {
      showNote(body, empty('No window of images is full yet, so nothing can be said of drift.'));
    } else {
      body.firstElementChild === content || body.replaceChildren(content);
      diagnosis.dataset.state = driftOf(newest);
      text(diagnosis, sentence(newest));
      then.update(address('/examples/then'), newest.modelVersion, newest.modelVersion);
      now.update(address(`/examples/now?count=${PICTURES}`), newest.modelVersion, newest.at);
      figures.replaceChildren(table(newest));
    }
  });
}

/** @param caption by the model's version */
function example(title, caption) {
  const sheet = h('img', { class: 'pixels', alt: '' });
  const told = h('span', { class: 'quiet' });
  const none = h('p', { class: 'quiet', hidden: true }, 'No such pictures can be shown.');
  const element = h('figure', {}, h('figcaption', {}, h('b', {}, title), ' ', told), sheet, none);
  const shown = is => {
    sheet.hidden = !is;
    none.hidden = is;
  };
  sheet.onload = () => shown(true);
  sheet.onerror = () => shown(false);
  /** @param fresh changes when there are other pictures */
  element.update = (source, model, fresh) => {
    const wanted = `${source}${source.includes('?') ? '&' : '?'}fresh=${encodeURIComponent(fresh)}`;
    text(told, caption(model));
    if (sheet.getAttribute('src') !== wanted) {
      sheet.src = wanted;
      sheet.alt = `${title}: ${caption(model)}`;
    }
  };
  return element;
}

function table(window) {
  const names = Object.keys(window.before ?? {});
  const other = Object.keys(window.pValues ?? {}).filter(name => !names.includes(name));
  return h('table', { class: 'rows narrow' },
    h('caption', {}, `Window of ${window.images} images, ${moment(window.at)}. A small p says that a difference is hardly chance.`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'What'), ...['Then', 'Now', 'Change', 'p'].map(title => h('th', { scope: 'col', class: 'number' }, title)))),
    h('tbody', {}, ...names.map(name => line(words(name), score(window.before[name]), score(window.now[name]), change(window.before[name], window.now[name]), window.pValues?.[name])),
      ...other.map(name => line(name === 'features' ? 'The model’s features' : words(name), '', '', '', window.pValues[name]))));
}

const line = (name, then, now, difference, p) => h('tr', {}, h('th', { scope: 'row' }, name),
  ...[then, now, difference, p === undefined ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3)].map(value => h('td', { class: 'number' }, value)));

function change(then, now) {
  if (!then) {
    return '–';
  }
  const share = Math.round((100 * (now - then)) / Math.abs(then));
  return share === 0 ? '0 %' : `${share > 0 ? '+' : '−'}${Math.abs(share)} %`;
}
