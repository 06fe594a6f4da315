// Starts an adaptation of lines that were ingested, or shows the command for it.

import { addressOf } from '../adaptations.js';
import { get, send } from '../api.js';
import { command, service } from '../command.js';
import { h, select, text } from '../dom.js';
import { minute, whole } from '../format.js';

const METHODS = ['source', 'cyclegan', 'dann', 'coral'];
const PRESETS = [['quick', 'quick: minutes'], ['best', 'best: longer, for small pictures'], ['real', 'real: pictures of real parts']];

export function adapt(body) {
  let ingestions = [];
  const chosen = { source: null, target: null, preset: 'quick' };
  const pick = (label, key) => select(label, value => {
    chosen[key] = value;
    draw();
  });
  const source = pick('From the line with labels', 'source');
  const target = pick('To the line', 'target');
  const preset = pick('Preset', 'preset');
  const none = h('p', { class: 'quiet' });
  const start = h('button', { type: 'submit', class: 'primary' }, 'Adapt');
  const answer = h('p', { class: 'answer', role: 'status' });
  const ready = h('div', { class: 'ready' });
  preset.update(PRESETS, chosen.preset);
  body.append(h('form', { class: 'ask', onsubmit: go }, none, source, target, preset, h('div', { class: 'send' }, start, answer),
    h('details', { class: 'ready' }, h('summary', {}, 'The same as a command'), ready)));
  fetchIngestions();
  body.closest('section').addEventListener('focusin', fetchIngestions);

  async function fetchIngestions() {
    const { data, message } = await get('/api/ingestions');
    ingestions = (data ?? []).filter(one => one.state === 'COMPLETED' && one.selections?.train);
    const labelled = ingestions.filter(one => one.classNames?.length > 1);
    chosen.source = at(labelled, chosen.source) ? chosen.source : labelled[0]?.id ?? null;
    const others = ingestions.filter(one => one.line !== at(ingestions, chosen.source)?.line);
    chosen.target = at(others, chosen.target) ? chosen.target : others[0]?.id ?? null;
    source.update(labelled.map(option), chosen.source);
    target.update(ingestions.map(option), chosen.target);
    text(none, message || (labelled.length && others.length ? '' : 'An adaptation needs two ingested data sets: one of a line with labels, and one of another line. Ingest them as New line shows, or let the demo do all of it with your folders:'));
    none.hidden = !none.textContent;
    draw();
  }

  function draw() {
    const request = asked();
    start.hidden = preset.hidden = !request;
    ready.replaceChildren(command(request
      ? `curl -X POST ${service(8083)}/adaptations -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(request)}'`
      : 'infra/crossline demo --source folder:line-a --target folder:line-b'));
    ready.parentElement.open ||= !request;
  }

  /** What is posted to training-service, or null while it is not complete. */
  function asked() {
    const [from, to] = [at(ingestions, chosen.source), at(ingestions, chosen.target)];
    return from && to && from.line !== to.line
      ? { sourceLine: from.line, targetLine: to.line, preset: chosen.preset, methods: METHODS, source: from.selections, target: to.selections, shape: from.shape, classNames: from.classNames }
      : null;
  }

  async function go(event) {
    event.preventDefault();
    start.disabled = true;
    text(answer, 'Asking …');
    const result = await send('POST', '/api/adaptations', asked());
    start.disabled = false;
    text(answer, result.message);
    result.ok && location.assign(addressOf(result.data.adaptationId));
  }
}

const at = (all, id) => all.find(one => one.id === id);

const option = one => [one.id, `${one.line} · ${whole(one.imagesDone)} images · ${minute(one.finishedAt)}`];
