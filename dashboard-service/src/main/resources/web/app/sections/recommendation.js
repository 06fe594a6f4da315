// Which model to use, found without target labels, and how every validator voted.

import { h } from '../dom.js';
import { methodName, score, signed, words } from '../format.js';
import { methodColour } from '../palette.js';

const VOTES = { candidate: 'better', champion: 'worse', none: 'as good' };
const GUARDS = [['classCollapse', 'classes collapsed'], ['negativeTransfer', 'forgot the source line']];

/** @param recommendation as the summary has it; null while the models are not compared */
export function recommendation(one) {
  if (!one) {
    return null;
  }
  return h('div', { class: 'recommendation', 'data-state': one.modelVersion ? 'good' : 'none', style: one.method ? { '--mark': methodColour(one.method) } : {} },
    h('p', { class: 'ruling' }, one.reason),
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
