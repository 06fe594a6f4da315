// The labelling queue: one picture after another, one key a class.

import { get, send } from '../api.js';
import { h, text } from '../dom.js';
import { percent } from '../format.js';
import { failure, loading, empty } from '../panel.js';
import { watch } from '../store.js';
import { keysOf } from './label-keys.js';
import { worth } from './label-worth.js';
import { person, personField } from './person.js';
import { labelQueue } from './queue.js';
import { address, fetchLabels } from './sync.js';

const WHY = { uncertain: 'the model is uncertain', 'disagreed on': 'the models disagree', different: 'it differs from the others', 'drawn at random': 'it was drawn at random: its label counts for what is proven of the model' };

export function labelling(body) {
  let classNames = [];
  let problem = null;
  let started = false;
  const queue = labelQueue(async () => {
    const { state, data, message } = await get(address('/labels/queue?limit=20'));
    problem = state === 'ready' ? null : message;
    data && (classNames = data.classNames);
    return data?.items ?? [];
  });

  const name = personField();
  const picture = h('img', { class: 'pixels', alt: '' });
  const facts = h('p', {});
  const classes = h('div', { class: 'classes-keys' });
  const skip = h('button', { type: 'button', 'aria-keyshortcuts': 'ArrowRight', onclick: () => pass() }, h('kbd', {}, '→'), ' Skip');
  const undo = h('button', { type: 'button', 'aria-keyshortcuts': 'ArrowLeft', onclick: () => back() }, h('kbd', {}, '←'), ' Undo');
  const replace = h('button', { type: 'button', hidden: true });
  const answer = h('p', { class: 'answer', role: 'status' });
  const box = h('div', { class: 'box', tabindex: 0, role: 'group', 'aria-label': 'Picture to label. Keys work while the focus is in this box.', onkeydown: pressed },
    h('div', { class: 'shown' }, picture), h('div', {}, facts, classes, h('div', { class: 'moves' }, skip, undo),
      h('p', { class: 'quiet hint' }, 'Keys work while the focus is in this box: click the picture, or tab to it.')));
  const again = h('div', { class: 'none' });
  const count = h('div', { class: 'worth' });
  body.append(h('div', { class: 'labelling' }, h('div', {}, name, box, again, h('div', { class: 'send' }, replace, answer)), count));
  box.addEventListener('click', event => event.target.closest('button') || box.focus());

  async function fetchMore() {
    await queue.fill();
    started = true;
    show();
  }

  function show() {
    const item = queue.current();
    box.hidden = !item;
    again.hidden = Boolean(item);
    undo.disabled = !queue.canUndo();
    if (!item) {
      again.replaceChildren(!started ? loading('pictures') : problem ? failure(problem) : empty('No picture waits for a label. The queue fills as new images are predicted.'),
        ...(started ? [h('p', { class: 'moves' }, h('button', { type: 'button', onclick: fetchMore }, 'Look again'), queue.canUndo() ? h('button', { type: 'button', onclick: back }, 'Back to the last picture') : null)] : []));
      return;
    }
    if (classes.dataset.names !== JSON.stringify(classNames)) {
      classes.dataset.names = JSON.stringify(classNames);
      const keys = keysOf(classNames);
      classes.replaceChildren(...classNames.map((className, index) => h('button', { type: 'button', 'aria-keyshortcuts': keys[index].join(' ') || null, onclick: () => give(className) },
        ...keys[index].map(key => h('kbd', {}, key)), ` ${className}`)));
    }
    [...classes.children].forEach((button, index) => button.setAttribute('aria-pressed', String(queue.given() === classNames[index])));
    picture.src = item.picture;
    picture.alt = `Picture to label; the model says ${item.predictedClass}`;
    facts.replaceChildren('The model says ', h('b', {}, item.predictedClass), ` with ${percent(item.confidence)} %. `,
      h('span', { class: 'quiet' }, `Asked because ${WHY[item.why] ?? item.why}. ${queue.left()} in the queue.`));
  }

  function say(sentence, state = '') {
    answer.dataset.state = state;
    text(answer, sentence);
    replace.hidden = true;
  }

  async function give(className, instead = false) {
    const item = queue.current();
    if (!item || box.ariaBusy === 'true') {
      return;
    }
    if (!person()) {
      say('Enter your name first: a label carries the name of who gave it.', 'refused');
      name.input.focus();
      return;
    }
    const { topic, partition, offset, image } = item;
    const replaces = instead || (item.given && item.given !== className);
    box.ariaBusy = 'true';
    const result = await send('POST', address('/labels'), { topic, partition, offset, image, className, by: person(), ...(replaces ? { replace: true } : {}) });
    box.ariaBusy = 'false';
    if (result.ok) {
      queue.next(className);
      say(replaces ? `Labelled ${className} instead.` : result.status === 200 ? `Labelled ${className}, as before.` : `Labelled ${className}.`, 'done');
      fetchLabels();
      move();
      return;
    }
    say(result.message, 'refused');
    if (result.status === 409) {
      replace.hidden = false;
      text(replace, `Replace it with ${className}`);
      replace.onclick = () => give(className, true);
    }
  }

  function pass() {
    if (queue.current()) {
      queue.next(null);
      say('Skipped.');
      move();
    }
  }

  function back() {
    queue.undo();
    show();
    say(queue.given() ? `You said ${queue.given()}. Another class replaces it.` : 'Back to the skipped picture.');
    box.focus();
  }

  function move() {
    show();
    queue.current() && box.contains(document.activeElement) && box.focus();
    queue.isLow() && fetchMore();
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const key = event.key.toLowerCase();
    const index = keysOf(classNames).findIndex(keys => keys.includes(key));
    const action = index >= 0 ? () => give(classNames[index]) : key === 'arrowright' ? pass : key === 'arrowleft' && queue.canUndo() ? back : null;
    if (action) {
      event.preventDefault();
      action();
    }
  }

  watch(['labels'], state => worth(count, state.labels));
  watch(['line'], state => {
    const serves = state.line.data?.servingModel ?? null;
    if (serves && !started && !queue.current()) {
      fetchMore();
    } else if (state.line.data && !serves) {
      box.hidden = true;
      again.replaceChildren(empty('No model serves this line, so none of its pictures can be asked about.'));
    } else if (state.line.state === 'unavailable') {
      again.replaceChildren(failure(state.line.message));
    }
  });
  show();
}
