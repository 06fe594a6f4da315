// Four rows of images for every class: both originals, the translated image, and the way back.

import { get } from '../api.js';
import { h } from '../dom.js';
import { shortVersion } from '../format.js';
import { empty, failure, loading, showNote } from '../panel.js';
import { watch } from '../store.js';

const ROWS = [
  ['sourceOriginal', 'Source', 'original', 'sourceLine'],
  ['targetOriginal', 'Target', 'original', 'targetLine'],
  ['generatedTarget', 'Source as target', 'generated', null],
  ['reconstructedSource', 'And back', 'reconstructed', null],
];

export function gallery(body) {
  let shown = null;
  let asked = null;

  watch(['view', 'selected', 'jobs', 'adaptations'], async state => {
    const generator = generatorOf(state);
    if (!generator) {
      shown = asked = null;
      showNote(body, waiting(state));
      return;
    }
    const key = `${generator.modelVersion} ${generator.known}`;
    if (key === asked) {
      return;
    }
    asked = key;
    if (shown !== generator.modelVersion) {
      showNote(body, loading('images'));
    }
    const answer = await get(`/api/generators/${encodeURIComponent(generator.modelVersion)}/gallery`);
    if (asked !== key) {
      return;
    }
    if (answer.state === 'ready') {
      shown = generator.modelVersion;
      body.replaceChildren(sheet(answer.data));
    } else {
      asked = answer.state === 'unavailable' ? null : key; // down: asked again with the next fetch
      showNote(body, answer.state === 'missing' ? empty(answer.message) : failure(answer.message));
    }
  });
}

/** The generator that the adaptation's CycleGAN job makes, once it is trained. */
function generatorOf(state) {
  const job = state.jobs.data?.find(one => one.method === 'cyclegan');
  if (!job || !state.view) {
    return null;
  }
  const modelVersion = job.generatorVersion;
  const evaluated = state.view.evaluations.data?.find(one => one.modelVersion === modelVersion);
  const listed = state.view.generators.data?.find(one => one.modelVersion === modelVersion);
  const past = job.state === 'COMPLETED' || job.phase === 'translate' || job.phase === 'fine-tune';
  return evaluated || listed || past ? { modelVersion, known: `${evaluated?.verdict} ${listed?.state} ${job.state}` } : null;
}

function waiting(state) {
  const job = state.jobs.data?.find(one => one.method === 'cyclegan');
  if (state.selected && !state.jobs.data) {
    return loading('images');
  }
  if (!state.selected || !job) {
    return empty(state.selected ? 'This adaptation trains no generators. Ask for the method cyclegan to see translated images.' : 'Translated images appear when an adaptation has trained its generators.');
  }
  return empty(job.state === 'FAILED' || job.state === 'CANCELLED' ? `No generators: the CycleGAN job ${job.state.toLowerCase()}.` : 'Images appear when the generators are trained and accepted.');
}

function sheet(data) {
  return h('div', { class: 'scroll sized' }, h('table', { class: 'gallery', style: { '--columns': data.columns.length } },
    h('caption', { class: 'hidden' }, `Sample images of ${shortVersion(data.modelVersion)}`),
    h('thead', {}, h('tr', {}, h('td'), ...data.columns.map(column => h('th', { scope: 'col' }, column.className ?? '')))),
    h('tbody', {}, ...ROWS.map(([field, title, kind, line]) => h('tr', {},
      h('th', { scope: 'row' }, title, h('small', {}, line ? data[line] : kind)),
      ...data.columns.map(column => h('td', {}, picture(column[field], `${title}, ${kind}, ${column.className}`))))))));
}

const picture = (source, alt) => (source ? h('img', { class: 'pixels', src: source, alt }) : h('span', { class: 'quiet' }, 'none'));
