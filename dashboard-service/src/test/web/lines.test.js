import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openPage } from './page.js';

openPage();
const { lines } = await import('../../main/resources/web/app/home/lines.js');
const { STATES, stateName } = await import('../../main/resources/web/app/home/states.js');
const { LOADING, set } = await import('../../main/resources/web/app/store.js');

const line = (name, state, more = {}) => ({ line: name, state, detail: '', estimate: null, countedAccuracy: null, servingModel: null, since: null, silentSince: null, ...more });
const ready = data => ({ serving: { state: 'ready', data, message: '' } });

let body;
beforeEach(() => {
  set({ serving: LOADING });
  body = document.createElement('div');
  document.body.replaceChildren(body);
  lines(body);
});

const shown = () => [...body.querySelectorAll('tbody tr')].filter(row => !row.hidden).map(row => row.querySelector('a').textContent);
const chip = state => body.querySelector(`.chip[data-state=${state}]`);

test('lines stand in the order of the service, those that need a person first', () => {
  set(ready([line('z', 'needs-you'), line('b', 'drifting'), line('a', 'fine')]));
  assert.deepEqual(shown(), ['z', 'b', 'a']);
});

test('a line that begins to need a person moves up, and its row stays the same element', () => {
  set(ready([line('a', 'fine'), line('b', 'fine')]));
  const before = body.querySelectorAll('tbody tr')[1];

  set(ready([line('b', 'needs-you', { detail: 'The loop is off.' }), line('a', 'fine')]));

  assert.deepEqual(shown(), ['b', 'a']);
  assert.equal(body.querySelector('tbody tr'), before);
  assert.match(before.textContent, /Needs you.*The loop is off\./s);
});

test('a line that is gone leaves the list', () => {
  set(ready([line('a', 'fine'), line('b', 'fine')]));
  set(ready([line('b', 'fine')]));
  assert.deepEqual(shown(), ['b']);
});

test('an estimate is written with its interval, and a dash where there is none', () => {
  set(ready([line('a', 'fine', { estimate: { accuracy: 0.9, low: 0.85, high: 0.94 } }), line('b', 'fine')]));
  const [known, unknown] = [...body.querySelectorAll('td.estimate')].map(cell => cell.textContent);

  assert.match(known, /90\.0 %.*85\.0 to 94\.0/s);
  assert.match(unknown, /^–/);
});

test('the name that is looked for filters the list and is counted', () => {
  set(ready([line('hall-1', 'fine'), line('hall-2', 'fine'), line('yard', 'fine')]));
  const search = body.querySelector('input[type=search]');
  search.value = ' HALL ';
  search.dispatchEvent(new window.Event('input'));

  assert.deepEqual(shown(), ['hall-1', 'hall-2']);
  assert.match(body.querySelector('[role=status]').textContent, /^2 of 3 lines$/);
});

test('a state can be chosen, and again to see all', () => {
  set(ready([line('a', 'needs-you'), line('b', 'fine')]));
  chip('needs-you').click();
  assert.deepEqual(shown(), ['a']);
  assert.equal(chip('needs-you').getAttribute('aria-pressed'), 'true');

  chip('needs-you').click();
  assert.deepEqual(shown(), ['a', 'b']);
});

test('a state that no line is in has no button', () => {
  set(ready([line('a', 'fine')]));
  assert.ok(chip('silent').hidden);
  assert.ok(!chip('fine').hidden);
});

test('words of a service stay words', () => {
  set(ready([line('a', 'needs-you', { detail: '<img src=x onerror=alert(1)>' })]));
  assert.equal(body.querySelector('tbody img'), null);
});

test('the list stays while the service does not answer, and says that it is old', () => {
  set({ serving: { state: 'ready', data: [line('a', 'fine')], message: '', stale: 'evaluation-service does not answer.' } });
  assert.deepEqual(shown(), ['a']);
  assert.match(body.textContent, /evaluation-service does not answer\. The list shows what was known before/);
});

test('without a line the page says how to begin', () => {
  set(ready([]));
  assert.match(body.textContent, /There is no line yet\./);
});

test('each state has a word and a sentence, and an unknown one is shown as it is', () => {
  assert.deepEqual(Object.keys(STATES), ['needs-you', 'camera-fault', 'drifting', 'no-model', 'adapting', 'silent', 'fine']);
  Object.values(STATES).forEach(([word, sentence]) => assert.ok(word && sentence.endsWith('.')));
  assert.equal(stateName('camera-fault'), 'Camera fault');
  assert.equal(stateName('asleep'), 'asleep');
});
