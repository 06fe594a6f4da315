// One line in the list: built once, then only changed.

import { h, text } from '../dom.js';
import { minute, percent, shortVersion } from '../format.js';
import { STATES, stateName } from './states.js';

export function row(line) {
  const state = h('span', { class: 'state' });
  const range = h('span', { class: 'range', 'aria-hidden': 'true' }, h('i', {}), h('b', {}));
  const estimate = h('b', {});
  const interval = h('small', {});
  const model = h('span', { class: 'version' });
  const since = h('td', { class: 'since' });
  const detail = h('span', {});
  const element = h('tr', {},
    h('th', { scope: 'row' }, h('a', { href: `/line.html?line=${encodeURIComponent(line)}` }, line)),
    h('td', { class: 'what' }, state),
    h('td', { class: 'estimate' }, h('span', { class: 'figure' }, range, estimate, interval)),
    h('td', { class: 'served' }, model), since, h('td', { class: 'why' }, detail));

  element.update = data => {
    element.dataset.state = data.state;
    text(state, stateName(data.state));
    state.title = STATES[data.state]?.[1] ?? '';
    const known = data.estimate;
    range.hidden = !known;
    if (known) {
      range.style.setProperty('--low', known.low);
      range.style.setProperty('--high', known.high);
      range.style.setProperty('--at', known.accuracy);
    }
    text(estimate, known ? `${percent(known.accuracy)} %` : '–');
    text(interval, known ? `${percent(known.low)} to ${percent(known.high)}` : '');
    text(model, data.servingModel ? shortVersion(data.servingModel) : '–');
    model.title = data.servingModel ?? '';
    text(since, data.since ? minute(data.since) : '');
    detail.title = data.detail;
    text(detail, data.state === 'silent' ? `No picture since ${minute(data.silentSince)}.` : data.detail);
  };
  return element;
}
