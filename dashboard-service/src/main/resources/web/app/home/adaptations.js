// The newest adaptations, each with a link to its page.

import { addressOf, pairOf } from '../adaptations.js';
import { h, keyed, text } from '../dom.js';
import { methodName, minute, whole, words } from '../format.js';
import { empty, note, showNote } from '../panel.js';
import { watch } from '../store.js';

const NEWEST = 20;

export function adaptations(body) {
  const list = h('tbody', {});
  const more = h('p', { class: 'quiet after' });
  const content = h('div', {}, h('table', { class: 'recent' },
    h('thead', {}, h('tr', {}, ...['From and to', 'State', 'Started', 'Methods'].map(title => h('th', { scope: 'col' }, title)))), list), more);
  watch(['adaptations'], state => {
    const all = state.adaptations.data ?? [];
    const problem = note(state.adaptations, 'adaptations');
    if (problem) {
      showNote(body, problem);
    } else if (all.length === 0) {
      showNote(body, empty('There is no adaptation yet. It begins with a line that has labels and one that has none.'));
    } else {
      body.firstElementChild === content || body.replaceChildren(content);
      keyed(list, all.slice(0, NEWEST), one => one.adaptationId, adaptation);
      text(more, all.length > NEWEST ? `The newest ${NEWEST} of ${whole(all.length)}.` : '');
    }
  });
}

function adaptation(one) {
  const state = h('span', { class: 'outcome' });
  const element = h('tr', {}, h('th', { scope: 'row' }, h('a', { href: addressOf(one.adaptationId) }, pairOf(one))), h('td', {}, state),
    h('td', { class: 'since' }, minute(one.createdAt)), h('td', { class: 'why' }, (one.methods ?? []).map(methodName).join(', ')));
  element.update = now => {
    const done = now.state ?? 'COMPLETED'; // evaluation-service, which answers while training is down, keeps finished ones
    state.dataset.state = { COMPLETED: 'good', FAILED: 'bad', CANCELLED: 'warn' }[done] ?? 'open';
    text(state, words(done));
  };
  return element;
}
