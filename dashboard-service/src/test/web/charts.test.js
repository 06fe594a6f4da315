import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage } from './page.js';

openPage();
const { comparedIn, option: made, servedIn } = await import('../../main/resources/web/app/line/accuracy-chart.js');
const { sparkline } = await import('../../main/resources/web/app/sparkline.js');

const window_ = (modelVersion, accuracy, more = {}) => ({
  modelVersion, at: '2026-01-02T03:04:05Z', diagnosis: 'darker', drifted: false, confirmed: false, trueAccuracy: null, scores: [],
  estimate: accuracy === null ? null : { accuracy, low: accuracy - 0.05, high: accuracy + 0.04 }, ...more,
});
const rival = (modelVersion, role, accuracy) => ({ modelVersion, role, estimate: { accuracy }, trueAccuracy: accuracy - 0.1 });

/** @type {(windows: any[], measure: string) => any} of which each series has fields of its own */
const option = made;
const lines = chart => chart.series.filter(series => series.type === 'line');

test('a curve has one span for each run of a version, with gaps where it did not serve', () => {
  const windows = [window_('a', 0.9), window_('a', 0.91), window_('b', 0.8), window_('a', 0.92)];

  assert.deepEqual(servedIn(windows), ['a', 'b']);
  assert.deepEqual(lines(option(windows, 'estimate')).map(series => series.data.map(([, value]) => value)),
    [[0.9, 0.91, null, null], [null, null, 0.8, null], [null, null, null, 0.92]]);
});

test('compared models are drawn by their estimate or as counted', () => {
  const windows = [window_('a', 0.9, { scores: [rival('a', 'champion', 0.9), rival('b', 'shadow', 0.7)] }), window_('a', 0.9)];

  assert.deepEqual(comparedIn(windows), [['b', 'shadow']]);
  assert.deepEqual(lines(option(windows, 'estimate'))[0].data, [[0, 0.7], [1, null]]);
  assert.deepEqual(lines(option(windows, 'counted'))[0].data.map(([, value]) => value?.toFixed(1)), ['0.6', undefined]);
});

test('the axis begins below the lowest value, on a tenth, and at 90 % at the most', () => {
  assert.equal(option([window_('a', 0.99)], 'estimate').yAxis.min, 0.9);
  assert.equal(option([window_('a', 0.72)], 'estimate').yAxis.min, 0.6);
  assert.equal(option([window_('a', null)], 'estimate').yAxis.min, 0.9);
});

test('a confirmed drift is marked apart from a window that only differs', () => {
  const windows = [window_('a', 0.9), window_('a', 0.9, { drifted: true }), window_('a', 0.8, { drifted: true, confirmed: true })];
  const triangles = option(windows, 'estimate').series.filter(series => series.symbol === 'triangle');

  assert.deepEqual(triangles.map(series => series.data.map(([index]) => index)), [[1], [2]]);
  assert.deepEqual(triangles[1].markLine.data, [{ xAxis: 2 }]);
});

test('the band of the interval breaks where there is no estimate and where the version changes', () => {
  const windows = [window_('a', 0.9), window_('a', null), window_('a', 0.9), window_('b', 0.9)];

  assert.deepEqual(option(windows, 'estimate').series[0].data.map(([index]) => index), [0, 2, 3]);
});

test('counted accuracies are points of their windows', () => {
  const counted = option([window_('a', 0.9), window_('a', 0.9, { trueAccuracy: 0.88 })], 'estimate').series.find(series => series.symbol === 'circle');

  assert.deepEqual(counted.data, [[1, 0.88]]);
});

test('a curve of throughput tells its time and its peak', () => {
  const curve = sparkline();
  curve.update([0, 120, 60], 60);
  assert.equal(curve.querySelector('figcaption').textContent, 'last 3 minpeak 120/s');

  curve.update([0, 0], 60);
  assert.match(curve.textContent, /no images in this time/);
});
