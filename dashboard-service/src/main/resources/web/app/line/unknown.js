// Images of unknown kinds: groups that are like each other and like nothing known, each with a field for its name.

import { get, send } from '../api.js';
import { h, keyed, text } from '../dom.js';
import { whole } from '../format.js';
import { empty, failure, loading } from '../panel.js';
import { watch } from '../store.js';
import { person, personField } from './person.js';
import { keyOf } from './queue.js';
import { address, fetchLabels } from './sync.js';

const EVERY = 30_000; // pictures are read from Kafka for it

export function unknown(body) {
  const name = personField();
  const words = h('p', {});
  const groups = h('div', { class: 'kinds' });
  const note = h('div', {}, loading('unknown images'));
  const names = h('datalist', { id: 'named-kinds' });
  const content = h('div', { hidden: true }, words, name, names, groups);
  let fetchedAt = 0;
  body.append(note, content);

  async function fetchGroups() {
    fetchedAt = Date.now();
    const { state, data, message } = await get(address('/unknown?pictures=12'));
    content.hidden = !data?.waiting;
    note.hidden = Boolean(data?.waiting);
    if (!data) {
      note.replaceChildren(failure(message));
    } else if (!data.waiting) {
      note.replaceChildren(empty(data.enabled ? 'Every image is like one that the model knows.' : 'Unknown kinds are not looked for: crossline.novelty.enabled is false.'));
    } else {
      show(data);
    }
    return state;
  }

  function show({ waiting, named, groups: found, single }) {
    const before = Object.entries(named).map(([className, images]) => `${className} (${whole(images)})`).join(', ');
    text(words, `${whole(waiting)} ${waiting === 1 ? 'image waits' : 'images wait'} for a name.${before ? ` Named before: ${before}.` : ''}`);
    names.replaceChildren(...Object.keys(named).map(value => h('option', { value })));
    const all = found.map(({ size, images }) => ({ images, together: true, title: `${whole(size)} pictures like each other and like nothing known` }));
    single.length && all.push({ images: single, together: false, title: `${whole(single.length)} ${single.length === 1 ? 'picture' : 'pictures'} like no other` });
    keyed(groups, all, group => keyOf(group.images.at(-1)), () => kind(name, fetchGroups));
  }

  watch(['line', 'windows'], state => {
    state.line.data?.servingModel && Date.now() - fetchedAt > EVERY && fetchGroups();
    state.line.data && !state.line.data.servingModel && note.replaceChildren(empty('No model serves this line, so there is nothing to compare its images with.'));
  });
}

/** One group: its pictures and the form that names those that are chosen; of a group that belongs together, all are at first. */
function kind(name, done) {
  let images = [];
  let together = true;
  const changed = new Set(); // keys of the pictures whose choice is not that of the group
  const title = h('h3', {});
  const pictures = h('div', { class: 'pictures' });
  const field = h('input', { type: 'text', name: 'className', maxlength: 100, required: true, autocomplete: 'off', list: 'named-kinds' });
  const submit = h('button', { type: 'submit', class: 'primary' }, 'Name them');
  const answer = h('p', { class: 'answer', role: 'status' });
  const form = h('form', { class: 'ask', onsubmit: give }, h('label', { class: 'field' }, h('span', {}, 'Kind'), field), h('div', { class: 'send' }, submit, answer));
  const element = h('article', { class: 'kind' }, title, pictures, form);

  async function give(event) {
    event.preventDefault();
    if (!person()) {
      say('Enter your name first: a label carries the name of who gave it.', 'refused');
      name.input.focus();
      return;
    }
    const chosen = images.filter(isChosen);
    if (!chosen.length) {
      say('Choose the pictures that show this kind first: click them.', 'refused');
      return;
    }
    submit.disabled = true;
    const places = chosen.map(({ topic, partition, offset, image }) => ({ topic, partition, offset, image }));
    const result = await send('POST', address('/unknown/names'), { className: field.value.trim(), by: person(), images: places });
    submit.disabled = false;
    if (!result.ok) {
      say(result.message, 'refused');
      return;
    }
    say(outcome(result.data), 'done');
    changed.clear();
    fetchLabels();
    done();
  }

  function isChosen(image) {
    return together !== changed.has(keyOf(image));
  }

  /** A button that takes a picture into what is named, or out of it. */
  function choice(one) {
    const key = keyOf(one);
    const button = h('button', { type: 'button', class: 'choice', onclick: toggle },
      h('img', { class: 'pixels', src: one.picture, alt: `Unknown image; the model’s guess is ${one.guess}`, title: `The model’s guess: ${one.guess}` }));
    function toggle() {
      changed.delete(key) || changed.add(key);
      button.update(one);
    }
    button.update = image => button.setAttribute('aria-pressed', String(isChosen(image)));
    return button;
  }

  function say(sentence, state) {
    answer.dataset.state = state;
    text(answer, sentence);
  }

  element.update = group => {
    images = group.images;
    together = group.together;
    text(title, group.title);
    const shown = images.filter(one => one.picture);
    keyed(pictures, shown, keyOf, choice);
  };
  return element;
}

/**
 * What comes of a name, in words.
 *
 * @param {{known: boolean, missing: number}} answer of evaluation-service
 */
function outcome({ known, missing }) {
  if (known !== false) {
    return 'Named.';
  }
  return missing ? `Named. ${whole(missing)} more ${missing === 1 ? 'picture needs' : 'pictures need'} this name before a model learns it.` : 'Named. The next adaptation of this line learns this kind.';
}
