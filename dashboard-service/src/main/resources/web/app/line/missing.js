// What the page says when it was opened for no line, for an unknown one, or while evaluation does not answer.

import { h } from '../dom.js';
import { empty, failure, showNote } from '../panel.js';
import { watch } from '../store.js';

export function missing(main, trouble, line) {
  const sections = [...main.children];
  const instead = h('section', { class: 'instead', hidden: true });
  main.prepend(instead);

  watch(['line', 'lines'], state => {
    const unknown = !line || state.line.state === 'missing' || isNothing(state, line);
    const silent = state.line.state === 'unavailable' && state.line.data === null; // said once, not in every section
    sections.forEach((section, index) => (section.hidden = unknown || (silent && index > 0)));
    instead.hidden = !unknown;
    unknown && instead.replaceChildren(h('h2', {}, line ?? 'Which line?'),
      h('div', {}, empty(line ? `Nothing is known of a line called ${line}: it has delivered no images, and no model serves it.` : 'Choose a line.'), known(state.lines, line)));
  });

  watch(['line', 'settings', 'windows', 'cycles', 'audit', 'labels', 'verification'], state => {
    const stale = [state.line, state.settings, state.windows, state.cycles, state.audit, state.labels, state.verification].find(panel => panel.stale)?.stale;
    stale ? showNote(trouble, failure(`${stale} What is shown is what was known before; it is tried again.`)) : trouble.replaceChildren();
  });
}

/** evaluation-service answers for any name; a line exists when it delivered images or a model serves it. */
function isNothing(state, line) {
  const data = state.line.data;
  return data && !data.servingModel && !data.champion && !data.cycle && state.lines.state === 'ready' && !state.lines.data.some(one => one.line === line);
}

const MOST = 20;

function known(lines, line) {
  const names = (lines.data ?? []).map(one => one.line).filter(name => name !== line);
  const all = h('a', { href: '/' }, 'all lines');
  return names.length
    ? h('p', {}, names.length > MOST ? 'Some lines that deliver images: ' : 'Lines that deliver images: ',
      ...names.slice(0, MOST).flatMap((name, index) => [index ? ', ' : '', h('a', { href: `/line.html?line=${encodeURIComponent(name)}` }, name)]), '. See ', all, '.')
    : h('p', { class: 'quiet' }, lines.message || 'No line has delivered images yet.');
}
