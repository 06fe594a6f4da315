// Confusion matrix and figures by class of one model on one line.

import { get } from '../api.js';
import { h, select } from '../dom.js';
import { interval, percent, score as scored, whole } from '../format.js';
import { empty, failure, loading, note, showNote } from '../panel.js';
import { state as store, watch } from '../store.js';
import { bestOf, classifiers, options } from './models.js';

export function confusion(body, controls) {
  let chosen = null;
  let role = 'target';
  let asked = null;
  let shown = null;
  const model = select('Model', version => {
    chosen = version;
    draw(store);
  });
  const line = select('Test images of', value => {
    role = value;
    shown && show();
  });
  controls.append(model, line);

  async function draw(state) {
    const models = classifiers(state);
    const wanted = models.find(one => one.modelVersion === chosen) ?? bestOf(models, state);
    model.update(options(models), wanted?.modelVersion);
    line.update(wanted ? [['target', wanted.targetLine], ['source', wanted.sourceLine]] : [], role);
    if (!wanted) {
      asked = shown = null;
      showNote(body, absent(state));
      return;
    }
    if (asked === wanted.modelVersion) {
      return;
    }
    asked = wanted.modelVersion;
    if (!shown) {
      showNote(body, loading('errors'));
    }
    const answer = wanted.scores ? { state: 'ready', data: wanted } : await get(`/api/evaluations/${encodeURIComponent(asked)}`);
    if (asked !== wanted.modelVersion) {
      return;
    }
    if (answer.state === 'ready') {
      shown = answer.data;
      show();
    } else {
      asked = shown = null;
      showNote(body, answer.state === 'missing' ? empty(answer.message) : failure(answer.message));
    }
  }

  function show() {
    const score = shown.scores.find(one => one.role === role);
    if (!score?.confusion?.length) {
      showNote(body, empty(`There are no labelled test images of ${role === 'source' ? shown.sourceLine : shown.targetLine}, so right and wrong cannot be told.`));
      return;
    }
    body.replaceChildren(h('div', { class: 'pairs errors' }, matrix(score), h('div', {}, inspection(score), byClass(score))));
  }
  watch(['view', 'selected', 'adaptations'], draw);
}

function absent(state) {
  if (state.selected && !state.view) {
    return loading('errors');
  }
  return (state.view?.evaluations.state === 'unavailable' ? note(state.view.evaluations) : null) ?? empty('The matrix appears when the first model is scored.');
}

function matrix(score) {
  const names = score.classes.map(one => one.className);
  return h('div', { class: 'scroll' }, h('table', { class: 'matrix' },
    h('caption', {}, 'Rows: what it is. Columns: what the model said. Shade: share of the row.'),
    h('thead', {}, h('tr', {}, h('td'), ...names.map(name => h('th', { scope: 'col' }, h('span', {}, name))))),
    h('tbody', {}, ...score.confusion.map((row, truth) => {
      const all = row.reduce((sum, count) => sum + count, 0);
      return h('tr', {}, h('th', { scope: 'row' }, names[truth]), ...row.map((count, said) => cell(count, all, truth, said, names)));
    }))));
}

function cell(count, all, truth, said, names) {
  const share = all ? count / all : 0;
  return h('td', {
    class: `${truth === said ? 'right' : 'wrong'}${share > 0.55 ? ' strong' : ''}${count ? '' : ' zero'}`,
    style: { '--share': `${Math.round(100 * Math.sqrt(share))}%` },
    title: `${names[truth]} taken for ${names[said]}: ${count} of ${all} (${percent(share)} %)`,
  }, String(count));
}

/** Balanced accuracy, escapes and overkill with their 95 % intervals. */
function inspection(score) {
  const facts = [['Balanced accuracy', score.balancedAccuracy, 'mean of the recalls'], ['Escapes', score.escapes, `defects called ${score.goodClass}`],
    ['Overkill', score.overkill, `${score.goodClass} parts called a defect`]].filter(([, share]) => share);
  return facts.length === 0 ? null : h('dl', { class: 'inspection' },
    ...facts.flatMap(([name, share, meaning]) => [h('dt', {}, name, h('small', {}, ` ${meaning}`)), h('dd', {}, h('b', {}, `${percent(share.value)} %`), h('small', {}, ` ${interval(share)}`))]),
    ...(score.cost === null || score.cost === undefined ? [] : [h('dt', {}, 'Cost', h('small', {}, ' of an image')), h('dd', {}, h('b', {}, scored(score.cost)))]));
}

function byClass(score) {
  return h('table', { class: 'classes' },
    h('caption', {}, h('b', {}, `${percent(score.accuracy)} %`), ` of ${whole(score.images)} images right`,
      score.calibrationError === null || score.calibrationError === undefined ? '' : `, calibration error ${percent(score.calibrationError)} %`),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Class'),
      ...[['Precision', '%'], ['Recall', '%'], ['Images', '']].map(([title, unit]) => h('th', { scope: 'col', class: 'number' }, title, h('small', {}, ` ${unit}`))))),
    h('tbody', {}, ...score.classes.map(one => h('tr', {}, h('th', { scope: 'row' }, one.className),
      h('td', { class: 'number' }, percent(one.precision)), h('td', { class: 'number' }, percent(one.recall)), h('td', { class: 'number' }, whole(one.support))))));
}
