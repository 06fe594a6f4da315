import assert from 'node:assert/strict';
import { test } from 'node:test';

import { applied, isActive, isFinal, refreshed } from '../../main/resources/web/app/progress.js';

const job = (more = {}) => ({ jobId: 'j', state: 'RUNNING', phase: 'train', epoch: 1, epochs: 8, fraction: 0.1, history: [], ...more });
const event = (more = {}) => ({ jobId: 'j', state: 'RUNNING', phase: 'train', epoch: 2, epochs: 8, fraction: 0.25, losses: { label: 0.4 }, metrics: {}, epochEnd: true, at: '2026-01-02T03:04:05Z', ...more });

test('an event of another job, or one that is older, changes nothing', () => {
  const jobs = [job({ at: '2026-01-02T03:04:06Z' })];

  assert.equal(applied(jobs, event({ jobId: 'other' })), jobs);
  assert.equal(applied(jobs, event()), jobs);
});

test('the end of an epoch is a point, and counts once', () => {
  const once = applied([job()], event());
  const twice = applied(once, event({ losses: { label: 0.3 } }));

  assert.deepEqual(twice[0].history, [{ phase: 'train', epoch: 2, losses: { label: 0.3 }, metrics: {} }]);
  assert.equal(twice[0].fraction, 0.25);
});

test('a job that was resumed forgets the epochs that it runs again', () => {
  const [resumed] = applied([job({ history: [1, 2, 3].map(epoch => ({ phase: 'train', epoch, losses: {} })) })], event({ epoch: 1, epochEnd: false }));

  assert.deepEqual(resumed.history.map(point => point.epoch), [1]);
  assert.equal(resumed.current.epoch, 2);
});

test('what is fetched does not undo what was told since', () => {
  const told = job({ at: '2026-01-02T03:04:05Z', fraction: 0.5 });

  assert.equal(refreshed([job({ fraction: 0.4 })], [told])[0].fraction, 0.5);
  assert.equal(refreshed([job({ state: 'COMPLETED', fraction: 1 })], [told])[0].state, 'COMPLETED');
});

test('a job that waits is active, one that was cancelled is final', () => {
  assert.ok(isActive(job({ state: 'WAITING' })) && !isFinal(job({ state: 'WAITING' })));
  assert.ok(isFinal(job({ state: 'CANCELLED' })) && !isActive(job({ state: 'CANCELLED' })));
});
