// Who sits at this page: asked once, remembered in this browser, the same in every form.

import { h } from '../dom.js';

const KEY = 'crossline.person';
const inputs = new Set();

/** Private windows may refuse to remember. */
function remembered() {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

let name = remembered();

export const person = () => name.trim();

/** A labelled field for the name. */
export function personField() {
  const input = h('input', { type: 'text', name: 'by', autocomplete: 'name', maxlength: 200, required: true, value: name, oninput: () => remember(input) });
  inputs.add(input);
  const field = h('label', { class: 'field' }, h('span', {}, 'Your name'), input);
  field.input = input;
  return field;
}

function remember(from) {
  name = from.value;
  inputs.forEach(input => input === from || (input.value = name));
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // remembered until the page is closed
  }
}
