// How a new line's pictures come to Crossline: asks for the name and the way, and shows the command for both.

import { command } from '../command.js';
import { h, select } from '../dom.js';
import { failure, loading } from '../panel.js';
import { state as store, watch } from '../store.js';
import { isName, NAME, WAYS } from './ways.js';

export function newLine(body) {
  let way = 'upload';
  const name = h('input', { type: 'text', value: 'line-b', pattern: NAME, maxlength: 80, required: true, autocomplete: 'off', spellcheck: 'false', title: 'Letters, digits, dots, dashes and underscores', oninput: draw });
  const picker = select('How its pictures come', chosen => {
    way = chosen;
    draw();
  });
  const told = h('div', { class: 'ready', 'aria-live': 'polite' });
  picker.update(Object.entries(WAYS).map(([id, [title]]) => [id, title]), way);
  body.append(h('form', { class: 'ask', onsubmit: event => event.preventDefault() }, h('label', { class: 'field' }, h('span', {}, 'Name of the line'), name), picker, told));
  watch(['addresses'], draw);

  function draw() {
    const line = name.value.trim();
    const { state, data, message } = store.addresses;
    if (!isName(line)) {
      told.replaceChildren(h('p', { class: 'quiet' }, `The name is '${line}': expected 1 to 80 letters, digits, dots, dashes and underscores.`));
    } else if (data) {
      const [words, ready] = WAYS[way][1](line, data);
      told.replaceChildren(h('p', { class: 'quiet' }, words), command(ready));
    } else {
      told.replaceChildren(state === 'loading' ? loading('the addresses of this installation') : failure(message));
    }
  }
}
