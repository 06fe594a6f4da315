// What a person may do: one button an action, and a small form that asks who and why.

import { send } from '../api.js';
import { h, select, text } from '../dom.js';
import { shortVersion } from '../format.js';
import { state as store, watch } from '../store.js';
import { asked } from './asked.js';
import { address } from './sync.js';

const loopAs = changes => ({ enabled: store.line.data.loop?.enabled ?? false, pinned: store.line.data.loop?.pinned ?? false, ...changes });

/** Accepted classifiers of a pair with this line, newest first, without the one that serves. */
export function fitting(state) {
  const { line, servingModel } = state.line.data;
  return (state.models.data ?? []).filter(model => model.kind === 'CLASSIFIER' && model.verdict === 'ACCEPTED'
    && [model.sourceLine, model.targetLine].includes(line) && model.modelVersion !== servingModel).map(model => model.modelVersion);
}

function promote() {
  let chosen = null;
  const picker = select('Model', version => (chosen = version));
  const none = h('p', { class: 'quiet' }, 'There is no other accepted classifier of this line.');
  return {
    fields: [picker, none],
    update(state) {
      const models = fitting(state);
      chosen = models.includes(chosen) ? chosen : models[0] ?? null;
      picker.update(models.map(model => [model, shortVersion(model)]), chosen);
      none.hidden = models.length > 0;
      return { name: 'Promote a model', possible: models.length > 0, words: 'It predicts every image from then on.' };
    },
    ask: who => send('PUT', address('/champion'), { modelVersion: chosen, ...who }),
    done: answer => `${shortVersion(answer.data?.modelVersion ?? chosen)} serves from now on.`,
  };
}

const pin = () => ({
  fields: [],
  update({ line }) {
    const pinned = line.data.loop?.pinned;
    return { name: pinned ? 'Unpin the champion' : 'Pin the champion', words: pinned ? 'The loop may promote another model again.' : 'No other model is promoted by the loop until a person unpins it.' };
  },
  ask: who => send('PUT', address('/loop'), { ...loopAs({ pinned: !store.line.data.loop?.pinned }), ...who }),
  done: answer => (answer.data?.pinned ? 'The champion is pinned.' : 'The champion is not pinned.'),
});

const toggle = () => ({
  fields: [],
  update({ line }) {
    const on = line.data.loop?.enabled;
    return { name: on ? 'Switch the loop off' : 'Switch the loop on', words: on ? 'Drift is still watched, but starts nothing.' : 'Confirmed drift starts an adaptation by itself.' };
  },
  ask: who => send('PUT', address('/loop'), { ...loopAs({ enabled: !store.line.data.loop?.enabled }), ...who }),
  done: answer => (answer.data?.enabled ? 'The loop is on.' : 'The loop is off.'),
});

function rollBack() {
  // the champion that the person saw when the form was opened: another one that serves by now is not left
  let leaves = null;
  return {
    fields: [],
    opened: () => (leaves = store.line.data.champion?.modelVersion ?? null),
    update: ({ line }) => ({ name: 'Roll back', words: line.data.champion?.previousModel ? `${shortVersion(line.data.champion.previousModel)} serves again.` : 'The champion before serves again.' }),
    ask: who => send('POST', address('/rollback'), { leaves, ...who }),
    done: answer => `${shortVersion(answer.data?.modelVersion) ?? 'The champion before'} serves again.`,
  };
}

function adapt() {
  const box = h('input', { type: 'checkbox', name: 'useLabels' });
  const given = h('span', {});
  return {
    fields: [h('label', { class: 'tick' }, box, given)],
    update({ labels }) {
      const count = labels.data?.given ?? 0;
      box.disabled = !count;
      text(given, `use the labels given (${count})`);
      return { name: 'Adapt now', words: 'A candidate is trained from the champion on the newest windows. The gate decides whether it may serve.' };
    },
    ask: who => send('POST', address('/cycles'), { ...who, useLabels: box.checked && !box.disabled }),
    done: answer => ['A cycle is open; its progress is shown above.', answer.data?.classes?.note].filter(Boolean).join(' '),
  };
}

function compare() {
  const list = h('fieldset', { class: 'ticks' });
  const chosen = () => [...list.querySelectorAll('input:checked')].map(box => box.value);
  return {
    fields: [list],
    update(state) {
      const compared = state.line.data.compared ?? [];
      const models = [...new Set([...compared, ...fitting(state)])];
      const wanted = JSON.stringify([models, compared]);
      if (list.dataset.models !== wanted) {
        list.dataset.models = wanted;
        list.replaceChildren(h('legend', {}, 'Models that predict beside the champion'),
          ...models.map(model => h('label', { class: 'tick' }, h('input', { type: 'checkbox', value: model, checked: compared.includes(model) }), model)));
      }
      return { name: 'Compare models', possible: models.length > 0, words: models.length ? 'Their curves are drawn beside the champion’s.' : 'There is no other accepted classifier of this line.' };
    },
    ask: who => send('PUT', address('/compared'), { models: chosen(), ...who }),
    done: () => 'From the next batch on.',
  };
}

/** There is nothing to do with these before a first model serves. */
const NEEDS_CHAMPION = ['adapt', 'rollback', 'pin', 'compare'];

/** Opens the form of an action, as its button does. */
export function openAction(id) {
  /** @type {HTMLButtonElement | null} */
  const button = document.querySelector(`#actions [aria-controls=form-${id}][aria-expanded=false]`);
  button?.click();
}

export function actions(body) {
  const buttons = h('div', { class: 'buttons', role: 'group', 'aria-label': 'Actions' });
  const forms = h('div', {});
  const all = [['adapt', adapt()], ['promote', promote()], ['rollback', rollBack()], ['pin', pin()], ['loop', toggle()], ['compare', compare()]]
    .map(([id, action]) => asked(id, action, show));
  buttons.append(...all.map(one => one.button));
  forms.append(...all.map(one => one.form));
  body.append(buttons, forms);

  function show(id) {
    all.forEach(one => one.open(one.id === id && one.form.hidden));
  }
  watch(['line', 'models', 'labels'], state => {
    body.hidden = !state.line.data;
    if (state.line.data) {
      all.forEach(one => {
        one.update(state);
        one.button.hidden = !state.line.data.champion && NEEDS_CHAMPION.includes(one.id);
      });
    }
  });
}
