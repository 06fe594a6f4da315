// Where the line stands: the serving model, the loop's state, and the open cycle with its job's progress.

import { h, text } from '../dom.js';
import { duration, methodName, moment, percent, phaseName } from '../format.js';
import { note, showNote } from '../panel.js';
import { isFinal } from '../progress.js';
import { watch } from '../store.js';
import { asker } from './asker.js';
import { version } from './versions.js';

const STEPS = [['OPENED', 'Asked for'], ['TRAINING', 'Training and gate'], ['SHADOW', 'Shadow'], ['PROBATION', 'Probation']];

export function standing(body, words) {
  const facts = h('dl', { class: 'standing' });
  const cycle = h('div', { class: 'cycle' });
  watch(['line'], state => {
    const problem = note(state.line, 'line');
    if (problem) {
      showNote(body, problem);
      return;
    }
    const line = state.line.data;
    text(words, line.servingModel ? 'The model that predicts every captured image, and the loop that keeps it right.' : '');
    facts.replaceChildren(...fact('Serving model', served(line)), ...fact('Loop', loop(line.loop)));
    body.firstElementChild === facts || body.replaceChildren(facts, cycle);
  });
  watch(['line', 'job'], state => state.line.data && cycle.replaceChildren(...open(state.line.data, state.job)));
}

const fact = (name, value) => [h('dt', {}, name), h('dd', {}, ...[value].flat())];

function served(line) {
  if (!line.servingModel) {
    return h('b', { class: 'outcome', 'data-state': 'warn' }, 'No model'); // what to do is said below
  }
  const champion = line.champion;
  const why = champion ? `Champion since ${moment(champion.at)}, by ${champion.by}: ${champion.reason}` : '';
  return [h('b', {}, version(line.servingModel)), h('p', { class: 'quiet' }, why)];
}

function loop(set) {
  if (!set) {
    return h('span', { class: 'quiet' }, 'This service does not say.');
  }
  const [state, name, meaning] = !set.enabled ? ['off', 'Off', 'Drift is watched, but starts no adaptation.']
    : set.pinned ? ['pinned', 'Pinned', 'The champion stays until a person unpins it.']
      : ['on', 'On', 'Confirmed drift starts an adaptation by itself.'];
  const also = !set.enabled && set.pinned ? ' The champion is pinned as well.' : '';
  const who = set.by ? `Set ${moment(set.at)} by ${set.by}: ${set.reason}` : 'As it is by default.';
  return [h('b', { class: 'loop', 'data-state': state }, name), ` ${meaning}${also}`, h('p', { class: 'quiet' }, who)];
}

function open(line, job) {
  const cycle = line.cycle;
  if (!cycle) {
    return [h('h3', {}, 'No open cycle'), h('p', { class: 'quiet' }, 'Nothing is being trained or tried for this line.')];
  }
  const now = STEPS.findIndex(([state]) => state === cycle.state);
  const asked = `${asker(cycle)} asked for it`;
  return [
    h('h3', {}, 'Open cycle'),
    h('ol', { class: 'steps', 'aria-label': 'Steps of the cycle' }, ...STEPS.map(([, name], index) =>
      h('li', { class: index < now ? 'done' : null, 'aria-current': index === now ? 'step' : null }, name))),
    h('p', {}, `${asked} ${moment(cycle.openedAt)}: ${cycle.reason}.`.replace(/\.\.$/, '.')),
    h('p', { class: 'quiet' }, cycle.candidate ? ['Candidate ', version(cycle.candidate)] : `Method ${methodName(cycle.method)}`,
      cycle.returned ? ', an earlier champion' : '', cycle.labels ? ` with ${cycle.labels} labels that people gave` : '', cycle.detail ? `. ${sentence(cycle.detail)}` : ''),
    ...progress(cycle, job),
  ];
}

const sentence = words => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function progress(cycle, job) {
  if (cycle.state === 'SHADOW' && cycle.shadow) {
    const { batches, needed, agreement } = cycle.shadow;
    return [bar('Batches in shadow', batches / needed, `${batches} of ${needed} batches${agreement === null ? '' : `, same answer as the champion on ${percent(agreement)} %`}`)];
  }
  if (cycle.state === 'TRAINING' && job) {
    const left = isFinal(job) || job.secondsLeft === null || job.secondsLeft === undefined ? '' : `, ${duration(job.secondsLeft)} left`;
    const phase = isFinal(job) ? `Job ${job.state.toLowerCase()}` : job.state === 'QUEUED' ? 'Waiting for a trainer' : phaseName(job.phase);
    return [bar(phase, job.fraction ?? 0, `${Math.floor(100 * (job.fraction ?? 0))} %${job.epochs ? `, epoch ${job.epoch} of ${job.epochs}` : ''}${left}`)];
  }
  return [];
}

const bar = (name, share, words) => h('div', { class: 'doing' }, h('span', {}, name),
  h('progress', { max: 1, value: String(Math.min(1, share)), 'aria-label': name, style: { '--mark': 'var(--accent)' } }), h('span', { class: 'quiet' }, words));
