// What people know of the line: how often each class occurs, which one is good, what errors cost, whether parts may be turned; the backbone of its models; and what its images say of the mix.

import { send } from '../api.js';
import { h, text } from '../dom.js';
import { moment, shortVersion } from '../format.js';
import { note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { asked } from './asked.js';
import { address } from './sync.js';

const ID = 'settings';
const CHECKS = ['no light', 'over-exposed', 'cut', 'torn', 'frozen', 'no part in view', 'out of focus'];

export function settings(body) {
  const facts = h('dl', { class: 'standing' });
  const prompt = h('p', { class: 'prompt' }, h('button', { type: 'button', onclick: () => show(ID) }, 'How many parts are good, roughly?'),
    h('span', { class: 'quiet' }, ' An adaptation needs to know it: without it, results hold for a line on which all classes are equally frequent.'));
  const estimate = h('p', { class: 'mix', role: 'status' });
  const form = asked(ID, change(), show);
  const content = h('div', {}, prompt, facts, estimate, h('div', { class: 'buttons' }, form.button), form.form);

  function show(id) {
    form.open(id === ID && form.form.hidden);
  }
  watch(['settings'], state => {
    const problem = note(state.settings, 'settings');
    if (problem) {
      showNote(body, problem);
      return;
    }
    const set = state.settings.data;
    body.firstElementChild === content || body.replaceChildren(content);
    prompt.hidden = set.expectedMix !== null;
    facts.replaceChildren(...fact('Mix of classes', set.expectedMix ? h('b', {}, set.expectedMix) : quiet('Not told')),
      ...fact('Good class', set.goodClass ? h('b', {}, set.goodClass) : quiet('Not told')),
      ...fact('Costs', `${set.escapeCost} for a defect called good, ${set.overkillCost} for a good part called a defect`),
      ...fact('Escapes', limit(set.maxEscapes), ...threshold(set.threshold)),
      ...fact('Turns', set.turns ? quiet('Images may be mirrored and turned in training') : h('b', {}, 'No image is mirrored or turned')),
      ...fact('Backbone', set.backbone ? h('b', {}, set.backboneName ?? `${set.backbone.slice(0, 12)}, which is not in the folder`) : quiet('None set')),
      ...fact('Frame checks', set.checksOff?.length ? h('b', {}, `Off: ${set.checksOff.join(', ')}`) : quiet('All are on')),
      ...fact('Set', set.by ? quiet(`${moment(set.at)} by ${set.by}: ${set.reason}`) : quiet('As it is by default.')));
    form.update(state);
  });
  watch(['mix'], ({ mix }) => {
    estimate.hidden = mix.state !== 'ready';
    estimate.dataset.state = mix.data?.conflict ? 'conflict' : '';
    text(estimate, mix.data?.summary ?? '');
  });
}

const fact = (name, ...values) => [h('dt', {}, name), h('dd', {}, ...values)];
const quiet = words => h('span', { class: 'quiet' }, words);
const limit = share => (share === null ? quiet('No limit') : `At most ${percents(share)} % of the defects may be called good`);
const threshold = found => (found ? [h('br'), quiet(`${shortVersion(found.modelVersion)} serves ${found.least > 1 ? 'no part as good' : `a part as good from ${percents(Math.round(1e4 * found.least) / 1e4)} % on`}: chosen by ${found.defects} labelled defects of the source line${found.proven ? '' : ', too few to prove the limit'}.`)] : []);
const percents = share => String(Number((100 * share).toPrecision(6)));

/** The action behind the form; its fields are filled whenever the settings have changed, and not while a person types. */
function change() {
  const classes = h('datalist', { id: 'settings-classes' });
  const mix = h('input', { type: 'text', name: 'expectedMix', maxlength: 2000, autocomplete: 'off', placeholder: 'good>=0.9', spellcheck: 'false' });
  const good = h('input', { type: 'text', name: 'goodClass', maxlength: 200, autocomplete: 'off', list: 'settings-classes' });
  const [escape, overkill] = ['escapeCost', 'overkillCost'].map(name => h('input', { type: 'number', name, min: '0', step: 'any', required: true }));
  const escapes = h('input', { type: 'number', name: 'maxEscapes', min: '0', max: '100', step: 'any' });
  const turns = h('input', { type: 'checkbox', name: 'turns' });
  const known = h('datalist', { id: 'settings-backbones' });
  const backbone = h('input', { type: 'text', name: 'backbone', maxlength: 255, autocomplete: 'off', list: 'settings-backbones', spellcheck: 'false' });
  const checks = CHECKS.map(check => h('input', { type: 'checkbox', name: 'check', value: check }));
  let shown = null;
  return {
    fields: [classes, known, field('Mix of classes', mix), field('Good class', good), field('Cost of an escape', escape), field('Cost of overkill', overkill), field('Escapes at most, %', escapes),
      field('Backbone', backbone), h('label', { class: 'tick' }, turns, 'Training may mirror and turn images'),
      h('fieldset', { class: 'checks' }, h('legend', {}, 'Frame checks'), ...checks.map(check => h('label', { class: 'tick' }, check, check.value)))],
    update({ settings: { data } }) {
      const now = JSON.stringify(data);
      if (shown !== now) {
        shown = now;
        classes.replaceChildren(...(data.classNames ?? []).map(value => h('option', { value })));
        mix.value = data.expectedMix ?? '';
        good.value = data.goodClass ?? '';
        escape.value = data.escapeCost;
        overkill.value = data.overkillCost;
        escapes.value = data.maxEscapes === null ? '' : percents(data.maxEscapes);
        turns.checked = data.turns;
        checks.forEach(check => { check.checked = !data.checksOff?.includes(check.value); });
        known.replaceChildren(...(data.backbones ?? []).map(value => h('option', { value })));
        backbone.value = data.backboneName ?? data.backbone ?? '';
      }
      const named = data.classNames ? ` Classes: ${data.classNames.join(', ')}.` : '';
      return { name: 'Change the settings', words: `Say how often each class occurs, such as good=0.98, good>=0.9, or good>=0.9,scratch<=0.05.${named}` };
    },
    ask: who => send('PUT', address('/settings'), {
      expectedMix: mix.value.trim(), goodClass: good.value.trim(), escapeCost: Number(escape.value), overkillCost: Number(overkill.value),
      maxEscapes: escapes.value === '' ? 1 : Number(escapes.value) / 100, turns: turns.checked, backbone: backbone.value.trim(),
      checksOff: checks.filter(check => !check.checked).map(check => check.value), ...who,
    }),
    done: () => 'Set. Adaptations from now on take it.',
  };
}

const field = (name, input) => h('label', { class: 'field' }, h('span', {}, name), input);
