// Which model to use, found without target labels, and how every validator voted.

import { h } from '../dom.js';
import { methodName, score, shortVersion, signed, words } from '../format.js';
import { methodColour, onThemeChange } from '../palette.js';
import { empty, loading, note, showNote } from '../panel.js';
import { isFinal } from '../progress.js';
import { state as store, watch } from '../store.js';

const VOTES = { candidate: 'better', champion: 'worse', none: 'as good' };
const GUARDS = [['classCollapse', 'classes collapsed'], ['negativeTransfer', 'forgot the source line']];

export function recommended(body) {
  const draw = state => {
    const panel = state.view?.summary;
    const one = panel?.data?.recommendation;
    if (!state.selected) {
      const problem = note(state.adaptations, 'adaptations');
      showNote(body, problem ?? empty('There is no adaptation yet. Start one with the form on the first page, or run the demo:', 'infra/crossline demo'));
    } else if (!state.view) {
      showNote(body, note(state.jobs, 'recommendation') ?? loading('recommendation'));
    } else if (panel.state === 'unavailable') {
      showNote(body, note(panel));
    } else if (!one) {
      showNote(body, empty(waiting(state.jobs.data ?? [])));
    } else {
      const open = body.querySelector('details')?.open ?? false;
      body.replaceChildren(recommendation(one, state.view.adaptation.data?.targetLine ?? panel.data.targetLine, state.jobs.data ?? []));
      body.querySelector('details')?.toggleAttribute('open', open);
    }
  };
  watch(['view', 'jobs', 'selected', 'adaptations'], draw);
  onThemeChange(() => draw(store));
}

const unfinished = jobs => jobs.filter(job => !isFinal(job)).map(job => methodName(job.method));

/** Why there is no recommendation yet. */
const waiting = jobs => (unfinished(jobs).length ? `The recommendation comes when the models are trained and compared. Still to come: ${unfinished(jobs).join(', ')}.`
  : 'There is no recommendation: fewer than two models of this adaptation were scored.');

function recommendation(one, target, jobs) {
  return h('div', { class: 'recommendation', 'data-state': one.modelVersion ? 'good' : 'none', style: one.method ? { '--mark': methodColour(one.method) } : {} },
    h('p', { class: 'ruling' }, one.reason),
    unfinished(jobs).length ? h('p', { class: 'quiet' }, `This may change. Still to come: ${unfinished(jobs).join(', ')}.`) : null,
    one.modelVersion && target ? h('p', { class: 'quiet' }, 'To use it, promote ', h('b', { class: 'version', title: one.modelVersion }, shortVersion(one.modelVersion)), ' on the ',
      h('a', { href: `/line.html?line=${encodeURIComponent(target)}` }, `page of ${target}`), '.') : null,
    one.comparisons?.length ? h('details', {}, h('summary', {}, 'How the models were compared'), votes(one)) : null);
}

function votes(one) {
  const names = one.comparisons[0].verdict.validators.map(validator => validator.name);
  return h('div', { class: 'scroll' }, h('table', { class: 'votes' },
    h('caption', {}, 'Each validator’s view of a method’s model beside the source classifier. No label of the target was used.'),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Method'), ...names.map(name => h('th', { scope: 'col' }, words(name))), h('th', { scope: 'col' }, 'Guards'))),
    h('tbody', {}, ...one.comparisons.map(compared => h('tr', { 'data-method': compared.method, style: { '--mark': methodColour(compared.method) } },
      h('th', { scope: 'row' }, h('i', { class: 'swatch' }), methodName(compared.method)),
      ...compared.verdict.validators.map(vote),
      h('td', {}, guards(compared.verdict)))))));
}

const vote = validator => h('td', { class: 'vote', 'data-vote': validator.vote, title: `${score(validator.champion)} to ${score(validator.candidate)}, difference ${signed(validator.low)} to ${signed(validator.high)}` },
  VOTES[validator.vote] ?? validator.vote);

const guards = verdict => GUARDS.filter(([key]) => verdict[key]).map(([, meaning]) => meaning).join(', ') || 'none spoke up';
