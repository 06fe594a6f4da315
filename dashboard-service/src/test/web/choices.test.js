import assert from 'node:assert/strict';
import { test } from 'node:test';

import { choices, hasLabels, request, usable } from '../../main/resources/web/app/home/choices.js';

const NOBODY = { source: null, target: null };
const ingestion = (id, line, classNames = []) => ({ id, line, classNames, state: 'COMPLETED', shape: '28x28x1', selections: { train: { line } } });
const LABELS = ['good', 'dent'];

test('what is not whole on Kafka is not offered', () => {
  const running = { ...ingestion('1', 'a'), state: 'RUNNING' };
  const withoutTraining = { ...ingestion('2', 'a'), selections: { test: {} } };

  assert.deepEqual(usable([running, withoutTraining, ingestion('3', 'a')]).map(one => one.id), ['3']);
});

test('a line has labels with two classes or more', () => {
  assert.ok(hasLabels(ingestion('1', 'a', LABELS)));
  assert.ok(!hasLabels(ingestion('1', 'a', ['all'])));
  assert.ok(!hasLabels({ line: 'a' }));
});

test('the newest line is not the source where it has no labels', () => {
  const all = [ingestion('2', 'new'), ingestion('1', 'old', LABELS)];

  assert.deepEqual(choices(all, [], NOBODY), { source: '1', target: '2' });
});

test('of two lines with labels none is chosen', () => {
  const all = [ingestion('2', 'b', LABELS), ingestion('1', 'a', LABELS)];

  assert.deepEqual(choices(all, [], NOBODY), NOBODY);
});

test('a line that was adapted from before is the source', () => {
  const all = [ingestion('2', 'b', LABELS), ingestion('1', 'a', LABELS)];

  assert.deepEqual(choices(all, [{ sourceLine: 'gone' }, { sourceLine: 'a' }], NOBODY), { source: '1', target: '2' });
});

test('of several other lines the only one without labels is the target, else none', () => {
  const all = [ingestion('4', 'd', LABELS), ingestion('3', 'c'), ingestion('1', 'a', LABELS)];
  const before = [{ sourceLine: 'a' }];

  assert.equal(choices(all, before, NOBODY).target, '3');
  assert.equal(choices([ingestion('5', 'e'), ...all], before, NOBODY).target, null);
});

test('of a line the newest data set is taken', () => {
  assert.equal(choices([ingestion('3', 'a', LABELS), ingestion('1', 'a', LABELS)], [], NOBODY).source, '3');
});

test('what a person chose stays', () => {
  const all = [ingestion('3', 'c'), ingestion('2', 'b', LABELS), ingestion('1', 'a', LABELS)];

  assert.deepEqual(choices(all, [{ sourceLine: 'a' }], { source: '2', target: '1' }), { source: '2', target: '1' });
});

test('a request names both lines, and there is none of a line to itself', () => {
  const all = [ingestion('2', 'b'), ingestion('1', 'a', LABELS)];
  const asked = request(all, { source: '1', target: '2', preset: 'quick' }, ['dann']);

  assert.deepEqual(asked, { sourceLine: 'a', targetLine: 'b', preset: 'quick', methods: ['dann'], source: { train: { line: 'a' } }, target: { train: { line: 'b' } }, shape: '28x28x1', classNames: LABELS });
  assert.equal(request(all, { source: '1', target: '1', preset: 'quick' }, ['dann']), null);
  assert.equal(request(all, { source: '1', target: null, preset: 'quick' }, ['dann']), null);
});
