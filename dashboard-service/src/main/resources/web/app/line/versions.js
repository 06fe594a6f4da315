// A colour for each model version, the same all over the page, and the swatch that shows it.

import { h } from '../dom.js';
import { shortVersion } from '../format.js';
import { classColour } from '../palette.js';

const COLOURS = 10;
const seen = new Map();

/** Mostly the same at each visit: the colour comes from the name, and the next one where another version has it. */
export function versionColour(version) {
  if (!seen.has(version)) {
    let index = [...version].reduce((hash, letter) => (31 * hash + letter.charCodeAt(0)) % 9973, 7) % COLOURS;
    while (seen.size < COLOURS && [...seen.values()].includes(index)) {
      index = (index + 1) % COLOURS;
    }
    seen.set(version, index);
  }
  return classColour(seen.get(version));
}

/** A version with its swatch; a dash where there is none. */
export const version = name => (name ? h('span', { class: 'model', style: { '--mark': versionColour(name) }, title: name }, shortVersion(name)) : h('span', { class: 'quiet' }, '–'));
