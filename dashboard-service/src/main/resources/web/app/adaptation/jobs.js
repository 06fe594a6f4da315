// The jobs of the adaptation: state, progress, time left, and a way to stop one.

import { cancelJob } from '../api.js';
import { h, keyed, text } from '../dom.js';
import { duration, figure, methodName, phaseName, words } from '../format.js';
import { methodColour } from '../palette.js';
import { empty, loading, note, showNote } from '../panel.js';
import { isFinal } from '../progress.js';
import { watch } from '../store.js';

export function jobs(body) {
  const rows = h('table', { class: 'jobs' });
  rows.append(
    h('thead', {}, h('tr', {}, ...['Method', 'State', 'Progress', 'Epoch', 'Images/s', 'Time left', 'Elapsed', ''].map((title, index) =>
      h('th', { scope: 'col', class: index >= 3 && index <= 6 ? 'number' : null }, title || h('span', { class: 'hidden' }, 'Action'))))));
  const classes = h('p', { class: 'quiet after' });
  const table = h('div', {}, h('div', { class: 'scroll' }, rows), classes);
  watch(['jobs', 'adaptations', 'selected', 'view'], state => {
    const problem = state.selected ? note(state.jobs, 'jobs') : note(state.adaptations, 'adaptations');
    if (problem) {
      showNote(body, problem);
    } else if (!state.selected) {
      showNote(body, empty('There is no adaptation yet.'));
    } else if (!state.jobs.data) {
      showNote(body, loading('jobs'));
    } else {
      body.firstElementChild === table || body.replaceChildren(table);
      keyed(rows, state.jobs.data, job => job.jobId, row, rows.tHead);
      text(classes, state.view?.adaptation?.data?.classes?.note ?? '');
    }
  });
}

function row() {
  const method = h('span', {});
  const state = h('span', { class: 'state' });
  const bar = h('progress', { max: 1 });
  const share = h('span', { class: 'number' });
  const [epoch, speed, left, elapsed] = Array.from({ length: 4 }, () => h('td', { class: 'number' }));
  const message = h('td', { class: 'message', colspan: 7 });
  const explained = h('tr', { hidden: true }, h('td'), message);
  const action = cancelButton();
  const element = h('tbody', {}, h('tr', {},
    h('th', { scope: 'row' }, h('i', { class: 'swatch' }), method),
    h('td', { class: 'what' }, state), h('td', {}, h('span', { class: 'bar' }, bar, share)), epoch, speed, left, elapsed, h('td', {}, action)), explained);

  element.update = job => {
    element.dataset.state = job.state;
    element.style.setProperty('--mark', methodColour(job.method));
    text(method, methodName(job.method));
    text(state, isFinal(job) || job.state === 'QUEUED' ? words(job.state) : job.state === 'WAITING' ? `Waiting: ${phaseName(job.phase).toLowerCase()}` : phaseName(job.phase));
    bar.value = job.fraction ?? 0;
    bar.setAttribute('aria-label', `Progress of ${methodName(job.method)}`);
    text(share, `${Math.floor(100 * (job.fraction ?? 0))} %`);
    text(epoch, job.epochs ? `${job.epoch} / ${job.epochs}` : '');
    text(speed, job.imagesPerSecond ? figure(job.imagesPerSecond) : '');
    text(left, isFinal(job) || job.state === 'QUEUED' ? '' : job.secondsLeft === null || job.secondsLeft === undefined ? 'estimating' : duration(job.secondsLeft));
    text(elapsed, job.elapsedSeconds ? duration(job.elapsedSeconds) : '');
    text(message, job.message ?? '');
    explained.hidden = !job.message;
    action.update(job);
  };
  return element;
}

/** Asks once more before it cancels. */
function cancelButton() {
  let jobId = null;
  const ask = h('button', { type: 'button', class: 'plain', onclick: () => confirm(true) }, 'Cancel');
  const yes = h('button', { type: 'button', class: 'danger', onclick: stop }, 'Stop this job');
  const no = h('button', { type: 'button', class: 'plain', onclick: () => confirm(false) }, 'Keep');
  const sure = h('span', { class: 'sure', hidden: true }, yes, no);
  const answer = h('span', { class: 'message', role: 'status' });
  const element = h('span', { class: 'action' }, ask, sure, answer);

  function confirm(asking) {
    ask.hidden = asking;
    sure.hidden = !asking;
    (asking ? no : ask).focus();
  }
  async function stop() {
    yes.disabled = true;
    answer.textContent = await cancelJob(jobId) || 'Cancelling …';
    yes.disabled = false;
    confirm(false);
  }
  element.update = job => {
    jobId = job.jobId;
    ask.setAttribute('aria-label', `Cancel ${methodName(job.method)}`);
    element.hidden = isFinal(job);
  };
  return element;
}
