// What a section shows when it has nothing else to show: loading, nothing yet, or what failed and what to do.

import { h } from './dom.js';

export const loading = what => h('p', { class: 'note loading' }, `Loading ${what} …`);

/** @param hints commands or addresses, shown as code */
export function empty(sentence, ...hints) {
  return h('div', { class: 'note empty' }, h('p', {}, sentence), ...hints.map(hint => h('pre', {}, h('code', {}, hint))));
}

export const failure = message => h('div', { class: 'note failure', role: 'alert' }, h('strong', {}, 'Not available. '), message);

/** The note for a panel that has no data, or null when it has. */
export function note(panel, what) {
  if (panel.state === 'loading') {
    return loading(what);
  }
  return panel.state === 'ready' ? null : failure(panel.message);
}

/** Replaces the content when the note's text differs; keeps the page still otherwise. */
export function showNote(container, element) {
  const shown = container.firstElementChild;
  if (shown?.classList.contains('note') && shown.textContent === element.textContent) {
    return;
  }
  container.replaceChildren(element);
}
