// An action that a person asks for: a button, and a small form that asks who and why.

import { h, text } from '../dom.js';
import { person, personField } from './person.js';
import { fetchLine } from './sync.js';

/**
 * The action's parts: its button and its form, to be placed by the caller. onopen is called with the id when the button is pressed, and with
 * null when the form is closed.
 */
export function asked(id, action, onopen) {
  const name = personField();
  const reason = h('input', { type: 'text', name: 'reason', maxlength: 2000, required: true, autocomplete: 'off' });
  const words = h('p', { class: 'quiet' });
  const submit = h('button', { type: 'submit', class: 'primary' });
  const answer = h('p', { class: 'answer', role: 'status' });
  const button = h('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': `form-${id}`, onclick: () => onopen(id) });
  const cancel = h('button', { type: 'button', onclick: () => { onopen(null); button.focus(); } }, 'Close');
  const form = h('form', { id: `form-${id}`, class: 'ask', hidden: true, onsubmit: go, onkeydown: event => event.key === 'Escape' && cancel.click() },
    words, ...action.fields, name, h('label', { class: 'field wide' }, h('span', {}, 'Reason'), reason), h('div', { class: 'send' }, submit, cancel, answer));

  async function go(event) {
    event.preventDefault();
    submit.disabled = true;
    say('Asking …', '');
    const result = await action.ask({ by: person(), reason: reason.value.trim() });
    submit.disabled = false;
    say(result.ok ? action.done(result) : result.message, result.ok ? 'done' : 'refused');
    if (result.ok) {
      reason.value = '';
      fetchLine();
    }
  }
  function say(sentence, state) {
    answer.dataset.state = state;
    text(answer, sentence);
  }
  return {
    id, button, form,
    open(shown) {
      if (shown) action.opened?.();
      form.hidden = !shown;
      button.setAttribute('aria-expanded', String(shown));
      shown ? (person() ? reason : name.input).focus() : say('', '');
    },
    update(state) {
      const { name: title, words: told, possible = true } = action.update(state);
      text(button, title);
      text(words, told);
      text(submit, title);
      submit.hidden = !possible;
    },
  };
}
