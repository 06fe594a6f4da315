// PCA of the features before and after adaptation, side by side.

import { get } from '../api.js';
import { h, select } from '../dom.js';
import { shortVersion } from '../format.js';
import { classColour, onThemeChange } from '../palette.js';
import { empty, failure, loading, note, showNote } from '../panel.js';
import { scatter } from '../scatter.js';
import { state as store, watch } from '../store.js';
import { bestOf, classifiers, options } from './models.js';

export function features(body, controls) {
  let chosen = null;
  let asked = null;
  let shown = null;
  const picker = select('Model', version => {
    chosen = version;
    draw(store);
  });
  controls.append(picker);

  async function draw(state) {
    const models = classifiers(state).filter(model => model.method !== 'source');
    const model = models.find(one => one.modelVersion === chosen) ?? bestOf(models, state);
    picker.update(options(models), model?.modelVersion);
    if (!model) {
      asked = shown = null;
      showNote(body, absent(state));
      return;
    }
    if (asked === model.modelVersion) {
      return;
    }
    asked = model.modelVersion;
    if (!shown) {
      showNote(body, loading('features'));
    }
    const answer = await get(`/api/evaluations/${encodeURIComponent(model.modelVersion)}/projection`);
    if (asked !== model.modelVersion) {
      return;
    }
    if (answer.state === 'ready') {
      shown = answer.data;
      body.replaceChildren(pair(answer.data));
    } else {
      asked = shown = null;
      showNote(body, answer.state === 'missing' ? empty(answer.message) : failure(answer.message));
    }
  }
  watch(['view', 'selected', 'adaptations'], draw);
  onThemeChange(() => shown && body.replaceChildren(pair(shown)));
}

function absent(state) {
  if (state.selected && !state.view) {
    return loading('features');
  }
  return (state.view?.evaluations.state === 'unavailable' ? note(state.view.evaluations) : null) ?? empty('The features appear when the first adapted model is scored.');
}

/** Both plots under one legend; a class of the legend can be singled out. */
function pair(data) {
  let only = null;
  const before = scatter('Before', 'source only', data.before, data.classNames);
  const after = scatter('After', shortVersion(data.after?.modelVersion) ?? '', data.after, data.classNames);
  const buttons = data.classNames.map((name, index) => h('button', {
    type: 'button', class: 'key', 'aria-pressed': 'false', style: { '--mark': classColour(index) },
    onclick: () => {
      only = only === index ? null : index;
      buttons.forEach((button, at) => button.setAttribute('aria-pressed', String(at === only)));
      [before, after].forEach(plot => plot.single(only));
    },
  }, h('i', { class: 'swatch' }), name));
  return h('div', {},
    h('div', { class: 'legend' },
      h('span', { class: 'shapes' }, h('span', {}, '●', ' source'), h('span', {}, '✕', ' target')), ...buttons),
    h('div', { class: 'pairs' }, before, after));
}
