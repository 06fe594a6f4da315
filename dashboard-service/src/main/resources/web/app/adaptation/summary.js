// The result table: one row a method, accuracies as bars, the best one marked.

import { h } from '../dom.js';
import { duration, figure, interval, methodName, percent, points } from '../format.js';
import { methodColour, onThemeChange } from '../palette.js';
import { empty, loading, note, showNote } from '../panel.js';
import { isFinal } from '../progress.js';
import { state as store, watch } from '../store.js';

// columns that digits, say, have no figure for are left out
const INSPECTION = [['targetBalancedAccuracy', 'Balanced'], ['targetEscapes', 'Escapes'], ['targetOverkill', 'Overkill']];

/** Rows that will still come, said in a sentence, or null. */
function outlook(state) {
  const jobs = state.jobs.data ?? [];
  const failed = jobs.filter(job => job.state === 'FAILED' || job.state === 'CANCELLED').map(job => methodName(job.method));
  if (jobs.some(job => !isFinal(job))) {
    return 'More rows follow: this adaptation is still running.';
  }
  return failed.length ? `No row: ${failed.join(', ')}. The job did not finish; see below.` : null;
}

export function summary(body) {
  const draw = state => {
    const panel = state.view?.summary;
    const rows = panel?.data?.rows ?? [];
    if (!state.selected) {
      showNote(body, state.adaptations.state === 'loading' ? loading('results') : empty('Results appear as soon as a model of an adaptation is scored.'));
    } else if (!panel) {
      showNote(body, loading('results'));
    } else if (panel.state === 'unavailable') {
      showNote(body, note(panel));
    } else if (rows.length === 0) {
      showNote(body, empty('No model is scored yet. The first row comes when the source classifier is trained and scored.'));
    } else {
      body.replaceChildren(table(panel.data, rows, outlook(state)));
    }
  };
  watch(['view', 'selected', 'adaptations'], draw);
  onThemeChange(() => draw(store));
}

/** On which images the target's accuracy was measured, where its classes are not the models'. */
function measuredOn(data, rows) {
  const row = rows.find(one => Object.keys(one.targetOtherClasses ?? {}).length || Object.values(one.targetClasses ?? {}).includes(0));
  if (!row) {
    return null;
  }
  const counts = classes => Object.entries(classes ?? {}).filter(([, images]) => images > 0).map(([name, images]) => `${images} images of '${name}'`).join(', ');
  const scored = counts(row.targetClasses);
  const others = counts(row.targetOtherClasses);
  return h('p', { class: 'quiet after' },
    scored ? `Right on ${data.targetLine} is measured on ${scored}` : `No test image of ${data.targetLine} is of a class that the models know`,
    others ? `; ${others} are not scored.` : '.');
}

function table(data, rows, toCome) {
  const measured = rows.filter(row => row.targetAccuracy !== null);
  const best = measured.length > 1 ? measured.reduce((a, b) => (b.targetAccuracy > a.targetAccuracy ? b : a)) : null;
  const baseline = rows.find(row => row.method === 'source')?.targetAccuracy ?? null;
  const number = (title, unit) => h('th', { scope: 'col', class: 'number' }, title, unit ? h('small', {}, ` ${unit}`) : null);
  const inspection = INSPECTION.filter(([field]) => rows.some(row => row[field] !== null && row[field] !== undefined));
  return h('div', {},
    h('div', { class: 'scroll' }, h('table', { class: 'results' },
      h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Method'),
        h('th', { scope: 'col' }, `Right on ${data.sourceLine}`, h('small', {}, ' %')), h('th', { scope: 'col' }, `Right on ${data.targetLine}`, h('small', {}, ' %')),
        number('Improvement', 'points'), ...inspection.map(([, title]) => number(title, '%')), number('Training'), number('Speed', 'images/s'))),
      h('tbody', {}, ...rows.map(row => result(row, row === best, row.modelVersion === data.recommendation?.modelVersion, baseline, inspection))))),
    measuredOn(data, rows),
    toCome ? h('p', { class: 'quiet after' }, toCome) : null);
}

function result(row, best, recommended, baseline, inspection) {
  return h('tr', { class: best ? 'best' : null, style: { '--mark': methodColour(row.method) }, 'data-method': row.method },
    h('th', { scope: 'row' }, h('i', { class: 'swatch' }), methodName(row.method),
      recommended ? h('span', { class: 'tag recommended' }, 'recommended') : null, best ? h('span', { class: 'tag' }, 'best') : null),
    h('td', {}, bar(row.sourceAccuracy, null)),
    h('td', {}, bar(row.targetAccuracy, row.method === 'source' ? null : baseline)),
    h('td', { class: `number ${row.improvement > 0 ? 'gain' : row.improvement < 0 ? 'drop' : ''}` }, row.method === 'source' ? '' : points(row.improvement)),
    ...inspection.map(([field]) => h('td', { class: 'number' }, percent(row[field]), h('small', { class: 'interval' }, interval(row[`${field}Interval`])))),
    h('td', { class: 'number' }, duration(row.trainSeconds)),
    h('td', { class: 'number' }, figure(row.imagesPerSecond)));
}

/** @param baseline where source-only stands, drawn as a thin mark */
function bar(accuracy, baseline) {
  if (accuracy === null || accuracy === undefined) {
    return h('span', { class: 'quiet' }, 'no labels to test on');
  }
  return h('span', { class: 'accuracy' },
    h('span', { class: 'track', 'aria-hidden': 'true' }, h('span', { class: 'fill', style: { width: `${100 * accuracy}%` } }),
      baseline === null ? null : h('span', { class: 'baseline', title: `Source only: ${percent(baseline)} %`, style: { left: `${100 * baseline}%` } })),
    h('b', {}, percent(accuracy)));
}
