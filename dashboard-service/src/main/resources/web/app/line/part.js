// What the serving model said of one part, by the id that the plant gave it, with its picture.

import { get } from '../api.js';
import { h } from '../dom.js';
import { moment, percent } from '../format.js';
import { address } from './sync.js';
import { version } from './versions.js';

const LONGEST = 200;

export function part(body) {
  const id = h('input', { type: 'search', name: 'partId', required: true, maxlength: LONGEST, autocomplete: 'off' });
  const submit = h('button', { type: 'submit', class: 'primary' }, 'Find');
  const answer = h('div', { class: 'answer', role: 'status' });
  body.append(h('form', { class: 'ask', onsubmit: find }, h('label', { class: 'field' }, h('span', {}, 'Part id'), id), submit, answer));

  async function find(event) {
    event.preventDefault();
    submit.disabled = true;
    const partId = id.value;
    const { data, message } = await get(`${address('/parts')}?partId=${encodeURIComponent(partId)}`);
    submit.disabled = false;
    answer.replaceChildren(...(!data ? [h('p', {}, message)]
      : data.length ? data.map(told) : [h('p', {}, `No model has predicted a part ‘${partId}’ of this line.`)]));
  }
}

function told({ partId, fileName, className, unusable, guess, probability, modelVersion, capturedAt, predictedAt, partition, offset, image, tile, picture: kept }) {
  const gone = h('span', { class: 'quiet' }, 'Its picture is no longer kept.');
  const picture = kept ? h('img', { src: address(`/pictures/${partition}/${offset}/${image}`), alt: `Picture of part ${partId}`, loading: 'lazy' }) : gone;
  picture.addEventListener('error', () => picture.replaceWith(gone));
  return h('div', { class: 'part' }, picture, h('p', {}, h('strong', {}, className),
    unusable ? `: the picture is ${unusable}` : className === guess ? `, ${percent(probability)} % sure` : `; most like ${guess}`, ', by ', version(modelVersion),
    tile ? `, by its worst tile, ${tile.index + 1} of ${tile.count}` : '', `. Captured ${moment(capturedAt)}, predicted ${moment(predictedAt)}.${fileName ? ` File ${fileName}.` : ''}`));
}
