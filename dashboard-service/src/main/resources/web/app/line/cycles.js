// The history of the loop's turns.

import { h } from '../dom.js';
import { duration, methodName, moment, percent, words } from '../format.js';
import { empty, note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { asker } from './asker.js';
import { version } from './versions.js';

const OUTCOMES = { KEPT: ['Kept', 'good'], ROLLED_BACK: ['Rolled back', 'bad'], REFUSED: ['Rejected', 'warn'], FAILED: ['Failed', 'bad'], EXPIRED: ['Expired', 'warn'] };

export function cycles(body) {
  watch(['cycles'], state => {
    const problem = note(state.cycles, 'cycles');
    if (problem) {
      showNote(body, problem);
    } else if (state.cycles.data.length === 0) {
      showNote(body, empty('The loop has not turned yet for this line.'));
    } else {
      body.replaceChildren(h('div', { class: 'scroll' }, h('table', { class: 'rows tall' },
        h('thead', {}, h('tr', {}, ...['Opened', 'Outcome', 'Asked by', 'Candidate', 'What happened'].map(title => h('th', { scope: 'col' }, title)))),
        h('tbody', {}, ...state.cycles.data.map(row)))));
    }
  });
}

function row(cycle) {
  const [outcome, mood] = cycle.outcome ? OUTCOMES[cycle.outcome] ?? [words(cycle.outcome), 'warn'] : [words(cycle.state), 'open'];
  const took = cycle.closedAt ? `after ${duration((Date.parse(cycle.closedAt) - Date.parse(cycle.openedAt)) / 1000)}` : 'open';
  const labels = [[cycle.labels, 'labels'], [cycle.examples, 'of named kinds'], [cycle.leftOut, 'unknown left out']]
    .filter(([count]) => count).map(([count, what]) => `, ${count} ${what}`).join('');
  const shadow = cycle.shadow && typeof cycle.shadow.agreement === 'number' ? `In shadow for ${cycle.shadow.batches} batches, ${percent(cycle.shadow.agreement)} % the champion’s answers.` : '';
  const judged = cycle.gate ? `Gate: ${cycle.gate.verdict === 'ACCEPTED' ? 'accepted' : 'rejected'}, ${cycle.gate.reason}.`.replace(/\.\.$/, '.') : '';
  return h('tr', {}, h('th', { scope: 'row' }, moment(cycle.openedAt), h('small', {}, took)),
    h('td', {}, h('span', { class: 'outcome', 'data-state': mood }, outcome)),
    h('td', {}, asker(cycle), h('small', {}, cycle.reason)),
    h('td', {}, cycle.candidate ? version(cycle.candidate) : h('span', { class: 'quiet' }, cycle.outcome ? 'none' : 'none yet'), h('small', {}, cycle.returned ? 'An earlier champion' : `${methodName(cycle.method)}${labels}`)),
    h('td', {}, cycle.detail, h('small', {}, [judged, shadow].filter(Boolean).join(' '))));
}
