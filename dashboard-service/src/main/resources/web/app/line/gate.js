// The gate's verdict on the newest candidate: validators, guards, paired comparison, reason.

import { h } from '../dom.js';
import { moment, score, signed, whole, words } from '../format.js';
import { empty, note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { version } from './versions.js';

const VOTES = { candidate: 'candidate', champion: 'champion', none: 'undecided' };
const GUARDS = [
  ['classCollapse', 'Class collapse', 'the candidate answers with few classes only'],
  ['negativeTransfer', 'Negative transfer', 'the candidate forgot the source line'],
  ['disagreement', 'Disagreement', 'the validators contradict each other'],
];

export function gate(body) {
  watch(['cycles'], state => {
    const problem = note(state.cycles, 'cycles');
    const newest = state.cycles.data?.[0];
    const judged = state.cycles.data?.find(cycle => cycle.gate);
    if (problem) {
      showNote(body, problem);
    } else if (!judged) {
      showNote(body, empty(newest ? 'No candidate has come to the gate yet.' : 'No candidate was ever trained for this line. Drift or “Adapt now” asks for one.'));
    } else {
      body.replaceChildren(h('div', {}, judged === newest ? null : h('p', { class: 'quiet before' }, waiting(newest)), verdict(judged)));
    }
  });
}

const waiting = newest => (newest.outcome ? 'The newest cycle ended before the gate; this is the verdict before it.' : 'The open cycle’s candidate has not come to the gate yet; this is the verdict before it.');

function verdict(cycle) {
  const ruling = cycle.gate;
  const accepted = ruling.verdict === 'ACCEPTED';
  return h('div', { class: 'verdict' },
    h('p', { class: 'ruling', 'data-state': accepted ? 'good' : 'bad' }, h('b', {}, accepted ? 'Accepted' : 'Rejected'), ` ${ruling.reason}.`.replace(/\.\.$/, '.')),
    h('p', { class: 'quiet' }, 'Champion ', version(cycle.champion), ', candidate ', version(cycle.candidate), `, judged on ${whole(ruling.images)} images, cycle of ${moment(cycle.openedAt)}.`),
    validators(ruling), guards(ruling), paired(ruling.paired));
}

function validators(ruling) {
  const number = title => h('th', { scope: 'col', class: 'number' }, title);
  return h('div', { class: 'scroll' }, h('table', { class: 'rows' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Validator'), number('Champion'), number('Candidate'), number('Difference, interval'), h('th', { scope: 'col' }, 'Prefers'))),
    h('tbody', {}, ...ruling.validators.map(one => h('tr', {}, h('th', { scope: 'row' }, words(one.name)),
      h('td', { class: 'number' }, score(one.champion)), h('td', { class: 'number' }, score(one.candidate)),
      h('td', { class: 'number' }, `${signed(one.low)} to ${signed(one.high)}`), h('td', { class: 'vote', 'data-vote': one.vote }, VOTES[one.vote] ?? one.vote))))));
}

const guards = ruling => h('ul', { class: 'guards', 'aria-label': 'Guards' }, ...GUARDS.map(([key, name, meaning]) =>
  h('li', { 'data-state': ruling[key] ? 'bad' : 'good' }, h('b', {}, `${name}: ${ruling[key] ? 'yes' : 'no'}`), h('span', { class: 'quiet' }, ruling[key] ? `, ${meaning}` : `. Yes would mean that ${meaning}`))));

function paired(compared) {
  if (!compared) {
    return h('p', { class: 'quiet' }, 'No paired comparison: none of the images had a label.');
  }
  const p = compared.p === null || compared.p === undefined ? '' : `; p = ${compared.p < 0.001 ? '< 0.001' : compared.p.toFixed(3)}`.replace('= <', '<');
  const dear = compared.costs;
  if (dear) {
    return h('p', {}, h('b', {}, 'Paired comparison: '), `on ${whole(compared.labelled)} labelled images an answer of the champion costs ${dear.championCost.toFixed(3)}, one of the candidate ${dear.candidateCost.toFixed(3)}; p ${dear.p < 0.001 ? '< 0.001' : `= ${dear.p.toFixed(3)}`}.`);
  }
  return h('p', {}, h('b', {}, 'Paired comparison: '), `of ${whole(compared.labelled)} labelled images the champion has ${whole(compared.championRight)} right, the candidate ${whole(compared.candidateRight)}${p}.`);
}
