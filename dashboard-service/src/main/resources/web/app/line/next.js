// What to do next where no model serves the line: one step a list entry, each with its button or its ready-made command.

import { command, upload } from '../command.js';
import { h } from '../dom.js';
import { shortVersion } from '../format.js';
import { watch } from '../store.js';
import { fitting, openAction } from './actions.js';

export function next(body, line) {
  let shown = '';
  watch(['line', 'models', 'pictures', 'addresses'], state => {
    const data = state.line.data;
    const waiting = Boolean(data) && !data.servingModel;
    body.hidden = !waiting;
    if (!waiting) {
      shown = '';
      return;
    }
    const models = fitting(state);
    const delivers = state.pictures.state === 'ready';
    const wanted = JSON.stringify([models, delivers, data.champion, data.missing, state.addresses.data]);
    if (wanted !== shown) {
      shown = wanted; // what a person selects or copies is left in peace
      body.replaceChildren(h('section', { class: 'next', 'aria-label': 'What to do next' }, h('h3', {}, 'What to do next'), ...steps(line, data, models, state.addresses.data, delivers)));
    }
  });
}

/** @param addresses of this installation; null while they are not known */
function steps(line, data, models, addresses, delivers) {
  if (data.champion) { // there is one, but its archive is not used
    return [h('p', {}, data.missing), models.length ? promote(models[0]) : adapt()];
  }
  return models.length
    ? [h('p', {}, `${models.length === 1 ? 'One accepted model fits this line. Promote it' : `${models.length} accepted models fit this line. Promote one`}: it predicts every image from then on, and drift is watched.`), promote(models[0])]
    : [h('p', {}, delivers ? 'Pictures come, but no model for them is trained yet.' : 'No picture has come yet, and no model for this line is trained.'), adapt(!delivers && addresses ? upload(addresses, line) : null)];
}

const promote = model => h('p', {}, h('button', { type: 'button', class: 'primary', onclick: () => openAction('promote') }, 'Promote a model'),
  h('span', { class: 'quiet' }, ' The newest is ', h('b', { class: 'version', title: model }, shortVersion(model)), '.'));

/** @param {string | null} sending the command that sends a first picture; null where pictures come */
function adapt(sending = null) {
  const step = (title, ...what) => h('li', {}, h('b', {}, title), ...what);
  return h('ol', {},
    sending ? step('Send pictures of this line.', command(sending)) : null,
    step('Adapt a labelled line to this one.', h('p', { class: 'quiet' }, 'LABELLED is a folder with the pictures of a line that has labels, FOLDER one with those of this line. Or start it for lines that are on Kafka already, with ',
      h('a', { href: '/#adapt' }, 'the form on the first page'), '.'),
      command('infra/crossline demo --source folder:LABELLED --target folder:FOLDER')),
    step('Promote the recommended model.', h('p', { class: 'quiet' }, 'A button for it appears here when the first model is accepted.')));
}
