// How the line sees: its newest pictures as the camera sent them beside what the model sees of them, and the settings that decide it.

import { send } from '../api.js';
import { h, text } from '../dom.js';
import { moment, shortVersion } from '../format.js';
import { note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { asked } from './asked.js';

const ID = 'pictures';
const FITS = { letterbox: 'stays whole, with background beside it', crop: 'is cut to its middle', stretch: 'is stretched' };
const PAGES = { first: 'the first page is taken', all: 'each page is a picture', refuse: 'it is refused' };

export function pictures(body, line) {
  const address = path => `/api/lines/${encodeURIComponent(line)}${path}`;
  const facts = h('dl', { class: 'standing' });
  const shown = h('div', { class: 'seen' });
  const form = asked(ID, change(address), id => form.open(id === ID && form.form.hidden));
  const warning = h('p', { class: 'mix', role: 'status', 'data-state': 'conflict' });
  const content = h('div', {}, warning, facts, h('div', { class: 'buttons' }, form.button), form.form, shown);

  watch(['pictures'], state => {
    const problem = note(state.pictures, 'pictures');
    if (problem) {
      showNote(body, problem);
      return;
    }
    const { line: registered, newest, serving } = state.pictures.data;
    body.firstElementChild === content || body.replaceChildren(content);
    facts.replaceChildren(...(registered.pictures ? told(registered) : fact('Images', quiet('The line is not registered yet: its first picture or batch does that.'))));
    const other = serving?.pictures && registered.pictures && JSON.stringify(serving.pictures) !== JSON.stringify(registered.pictures);
    warning.hidden = !other;
    text(warning, other ? `${shortVersion(serving.modelVersion)}, which serves the line, was trained on pictures that were made in another way. Ingest the images again and adapt.` : '');
    shown.replaceChildren(...(newest.length ? newest.map(picture => pair(picture, address)) : [quiet('No picture file has come since the ingest service started. Batches that an outside producer writes are taken as they are.')]));
    form.update(state);
  });
}

function told({ shape, pictures: set, version }) {
  return [
    ...fact('Images', h('b', {}, size(shape)), quiet(` as registered, version ${version}`)),
    ...fact('Another aspect ratio', `A picture ${FITS[set.fit]}${set.fit === 'letterbox' ? ` (${set.background})` : ''}`),
    ...fact('Region', set.region ? `${set.region.width} x ${set.region.height} pixels from ${set.region.x}, ${set.region.y}` : quiet('The whole picture')),
    ...fact('Bits', set.bits === 16 ? quiet('All that a file has') : `${set.bits} of 16`),
    ...fact('EXIF orientation', set.upright ? quiet('Pictures are turned upright') : 'Passed over'),
    ...fact('Several pages', `Of a file with several pages, ${PAGES[set.pages]}`),
    ...fact('Tiles', set.tiles ? `${set.tiles.height} x ${set.tiles.width} is cut into tiles of ${set.tiles.side}, which share ${set.tiles.overlap} pixels or more; the worst tile decides about the part` : quiet('None')),
  ];
}

function pair({ id, fileName, partId, takenAt, height, width, pictures: set, shape, images, notes }, address) {
  const name = partId ?? fileName ?? `picture ${id}`;
  const image = (what, words) => h('figure', {}, h('img', { src: address(`/pictures/${id}/${what}`), alt: `${name}, ${words}`, loading: 'lazy' }), h('figcaption', {}, words));
  return h('article', { class: 'pair' }, h('h3', {}, name), h('div', { class: 'both' },
    image('sent', `as the camera sent it${set.region ? ', of which the line looks at' : ','} ${width} x ${height}`), image('seen', `as the model sees it, ${images === 1 ? '' : `${images} tiles of `}${size(shape)}`)),
    h('p', { class: 'quiet' }, [moment(takenAt), ...notes].join(' · ')));
}

const size = ({ height, width, channels }) => `${height}x${width}x${channels}`;
const fact = (name, ...values) => [h('dt', {}, name), h('dd', {}, ...values)];
const quiet = words => h('span', { class: 'quiet' }, words);
const field = (name, input) => h('label', { class: 'field' }, h('span', {}, name), input);
const choice = (name, options) => h('select', { name }, ...options.map(value => h('option', { value }, value)));

/** The action behind the form; its fields are filled whenever the registration has changed, and not while a person types. */
function change(address) {
  const shape = h('input', { type: 'text', name: 'size', required: true, autocomplete: 'off', placeholder: '96x128x1', pattern: '\\d+x\\d+x[13]' });
  const fit = choice('fit', Object.keys(FITS));
  const region = h('input', { type: 'text', name: 'region', autocomplete: 'off', placeholder: 'x,y,width,height' });
  const bits = h('input', { type: 'number', name: 'bits', min: 8, max: 16, required: true });
  const background = h('input', { type: 'color', name: 'background' });
  const upright = h('input', { type: 'checkbox', name: 'upright' });
  const pages = choice('pages', Object.keys(PAGES));
  const tile = h('input', { type: 'number', name: 'tile', min: 28, max: 256, step: 4 });
  const overlap = h('input', { type: 'number', name: 'overlap', min: 0, max: 128 });
  let known = null;
  let classNames = [];
  return {
    fields: [field('Height x width x channels', shape), field('Another aspect ratio', fit), field('Region', region), field('Bits of 16', bits), field('Background', background),
      field('Several pages', pages), field('Tile', tile), field('Overlap', overlap), h('label', { class: 'tick' }, upright, 'Turn pictures upright by EXIF')],
    update({ pictures: { data } }) {
      const { line } = data;
      const now = JSON.stringify([line.shape, line.pictures, line.classNames]);
      if (line.pictures && known !== now) {
        known = now;
        const set = line.pictures;
        classNames = line.classNames;
        shape.value = size(set.tiles ? { ...set.tiles, channels: line.shape.channels } : line.shape);
        fit.value = set.fit;
        region.value = set.region ? [set.region.x, set.region.y, set.region.width, set.region.height].join(',') : '';
        bits.value = set.bits;
        background.value = set.background;
        upright.checked = set.upright;
        pages.value = set.pages;
        tile.value = set.tiles?.side ?? '';
        overlap.value = set.tiles?.overlap ?? '';
      }
      return { name: 'Change how the line sees', words: 'A model knows only pictures that were made as when it was trained. After a change, ingest the images again and adapt.' };
    },
    ask: who => send('PUT', address('/pictures'), { ...registration(), ...who }),
    done: () => 'Set. Pictures from now on are made so.',
  };

  function registration() {
    const [height, width, channels] = shape.value.split('x').map(Number);
    const side = tile.value === '' ? null : Number(tile.value);
    const [x, y, regionWidth, regionHeight] = region.value.split(',').map(Number);
    return {
      shape: side ? `${side}x${side}x${channels}` : shape.value, classNames,
      pictures: {
        fit: fit.value, bits: Number(bits.value), background: background.value, upright: upright.checked, pages: pages.value,
        region: region.value.trim() === '' ? null : { x, y, width: regionWidth, height: regionHeight },
        tiles: side ? { side, overlap: overlap.value === '' ? Math.min(16, Math.floor(side / 2)) : Number(overlap.value), height, width } : null,
      },
    };
  }
}
