// Starts an adaptation of lines that were ingested, or shows the command for it.

import { addressOf } from '../adaptations.js';
import { get, send } from '../api.js';
import { at, command } from '../command.js';
import { h, select, text } from '../dom.js';
import { minute, whole } from '../format.js';
import { state as store, watch } from '../store.js';
import { choices, hasLabels, request, usable } from './choices.js';

const METHODS = ['source', 'cyclegan', 'dann', 'coral'];
const PRESETS = [['quick', 'quick: minutes'], ['best', 'best: longer, for small pictures'], ['real', 'real: pictures of real parts']];

export function adapt(body) {
  let ingestions = [];
  let problem = '';
  let fetched = false;
  /** @type {{source: string | null, target: string | null, preset: string}} */
  const chosen = { source: null, target: null, preset: 'quick' };
  const touched = new Set(); // what a person chose, and be it nothing, stays
  const pick = (label, key) => select(label, value => {
    touched.add(key);
    chosen[key] = value || null;
    draw();
  });
  const source = pick('From the line with labels', 'source');
  const target = pick('To the line', 'target');
  const preset = pick('Preset', 'preset');
  const none = h('p', { class: 'quiet' });
  const choose = h('p', { class: 'quiet', role: 'status' });
  const start = h('button', { type: 'submit', class: 'primary' }, 'Adapt');
  const answer = h('p', { class: 'answer', role: 'status' });
  const ready = h('div', { class: 'ready' });
  preset.update(PRESETS, chosen.preset);
  body.append(h('form', { class: 'ask', onsubmit: go }, none, source, target, preset, choose, h('div', { class: 'send' }, start, answer),
    h('details', { class: 'ready' }, h('summary', {}, 'The same as a command'), ready)));
  watch(['adaptations', 'addresses'], offer);
  fetchIngestions();
  body.closest('section').addEventListener('focusin', fetchIngestions);

  async function fetchIngestions() {
    const { data, message } = await get('/api/ingestions');
    ingestions = usable(data ?? []);
    problem = message;
    fetched = true;
    offer();
  }

  function offer() {
    const labelled = ingestions.filter(hasLabels);
    const first = choices(ingestions, store.adaptations.data ?? [], chosen);
    ['source', 'target'].filter(key => !touched.has(key)).forEach(key => (chosen[key] = first[key]));
    const enough = labelled.some(from => ingestions.some(to => to.line !== from.line));
    source.update(enough ? options(labelled) : [], chosen.source);
    target.update(enough ? options(ingestions) : [], chosen.target);
    text(none, problem || (enough ? '' : 'An adaptation needs two ingested data sets: one of a line with labels, and one of another line. Ingest them as New line shows, or let the demo do all of it with your folders:'));
    none.hidden = !none.textContent;
    draw();
  }

  function draw() {
    const asked = request(ingestions, chosen, METHODS);
    const [from, to] = [chosen.source, chosen.target].map(id => ingestions.find(one => one.id === id));
    const open = !source.hidden && !asked;
    start.hidden = preset.hidden = !asked;
    text(choose, !open ? '' : from && to ? `Both data sets are of ${from.line}: choose two lines.` : 'Choose both lines.');
    choose.hidden = !open;
    ready.parentElement.hidden = open || (Boolean(asked) && !store.addresses.data);
    ready.replaceChildren(command(asked && store.addresses.data
      ? `curl -X POST ${at(store.addresses.data.training, '/adaptations')} -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(asked)}'`
      : 'infra/crossline demo --source folder:line-a --target folder:line-b'));
    ready.parentElement.open ||= fetched && !asked;
  }

  async function go(event) {
    event.preventDefault();
    start.disabled = true;
    text(answer, 'Asking …');
    const result = await send('POST', '/api/adaptations', request(ingestions, chosen, METHODS));
    start.disabled = false;
    text(answer, result.message);
    result.ok && location.assign(addressOf(result.data.adaptationId));
  }
}

const options = all => [['', 'Choose a line'], ...all.map(option)];

const option = one => [one.id, `${one.line} · ${whole(one.imagesDone)} images · ${minute(one.finishedAt)}`];
