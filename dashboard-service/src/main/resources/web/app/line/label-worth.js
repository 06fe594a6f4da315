// How many labels people gave, what those of pictures drawn at random prove, and what each was worth to the adaptations that learned from them.

import { h } from '../dom.js';
import { percent, points, whole } from '../format.js';
import { note, showNote } from '../panel.js';

export function worth(container, panel) {
  const problem = note(panel, 'labels');
  if (problem) {
    showNote(container, problem);
    return;
  }
  const { given, byClass, audit, cycles } = panel.data;
  const most = Math.max(1, ...Object.values(byClass ?? {}));
  container.replaceChildren(
    h('p', { class: 'given' }, h('b', {}, whole(given)), given === 1 ? ' label given' : ' labels given'),
    h('dl', { class: 'by-class' }, ...Object.entries(byClass ?? {}).flatMap(([name, count]) => [h('dt', {}, name),
      h('dd', {}, h('span', { class: 'track', 'aria-hidden': 'true' }, h('span', { class: 'fill', style: { width: `${(100 * count) / most}%`, '--mark': 'var(--accent)' } })), whole(count))])),
    ...(audit ? [h('p', { class: 'proven' }, audit.sentence)] : []),
    cycles?.length ? gains(cycles) : h('p', { class: 'quiet' }, 'No adaptation has learned from labels yet, so their worth is not known.'));
}

const gains = cycles => h('div', { class: 'scroll' }, h('table', { class: 'rows' },
  h('caption', {}, 'Gain of the adaptations that learned from labels'),
  h('thead', {}, h('tr', {}, ...['Labels', 'Before %', 'After %', 'Points a label'].map(title => h('th', { scope: 'col', class: 'number' }, title)))),
  h('tbody', {}, ...cycles.map(one => h('tr', {}, ...[whole(one.labels), percent(one.accuracyBefore), percent(one.accuracyAfter), gain(one.gainPerLabel)]
    .map(value => h('td', { class: 'number' }, value)))))));

/** Small figures need two digits. */
const gain = value => (typeof value === 'number' ? (Math.abs(value) < 0.01 ? `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(100 * value).toFixed(2)}` : points(value)) : '–');
