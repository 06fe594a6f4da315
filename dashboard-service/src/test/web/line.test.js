import assert from 'node:assert/strict';
import { test } from 'node:test';

import { keysOf } from '../../main/resources/web/app/line/label-keys.js';
import { keyOf, labelQueue } from '../../main/resources/web/app/line/queue.js';
import { driftOf, sentence } from '../../main/resources/web/app/line/windows.js';

const item = offset => ({ topic: 't', partition: 2, offset, image: 0 });

test('a picture that was seen is not asked about again', async () => {
  const batches = [[item(1), item(2)], [item(2), item(3)]];
  const queue = labelQueue(async () => batches.shift());
  await queue.fill();
  await queue.fill();

  assert.equal(queue.left(), 3);
  assert.equal(keyOf(queue.current()), 't:2:1:0');
});

test('one can go back to a picture and is told what one said of it', async () => {
  const queue = labelQueue(async () => [item(1), item(2)]);
  await queue.fill();
  queue.next('dent');
  assert.equal(queue.given(), null);

  queue.undo();

  assert.equal(queue.current().offset, 1);
  assert.equal(queue.given(), 'dent');
  assert.ok(!queue.canUndo());
});

test('a queue says early that it runs low', async () => {
  const queue = labelQueue(async () => [1, 2, 3, 4].map(item));
  await queue.fill();
  assert.ok(!queue.isLow());
  queue.next(null);
  assert.ok(queue.isLow());
});

test('each class has a key of its own', () => {
  const keys = keysOf(['good', 'dent', 'gap']).flat();
  assert.equal(new Set(keys).size, keys.length);
  assert.ok(keysOf(['good', 'dent']).every(each => each.length > 0));
});

test('one window that differs is no drift, two in a row are', () => {
  assert.equal(driftOf(undefined), 'none');
  assert.equal(driftOf({ drifted: false, driftedInARow: 0 }), 'same');
  assert.equal(driftOf({ drifted: true, driftedInARow: 1 }), 'perhaps');
  assert.equal(driftOf({ drifted: true, driftedInARow: 2 }), 'drift');
  assert.equal(sentence({ drifted: true, driftedInARow: 3, diagnosis: 'darker by 22 %' }), 'Drift for 3 windows. Darker by 22 %.');
});
