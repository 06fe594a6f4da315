import assert from 'node:assert/strict';
import { test } from 'node:test';

process.env.TZ = 'Europe/Berlin'; // before the formats are made
const format = await import('../../main/resources/web/app/format.js');

test('a share is a percentage with one digit, and a dash where it is not known', () => {
  assert.equal(format.percent(0.9), '90.0');
  assert.equal(format.percent(1), '100.0');
  for (const unknown of [null, undefined, NaN, '0.9']) {
    assert.equal(format.percent(unknown), '–');
  }
});

test('an interval is written from low to high, and not at all where there is none', () => {
  assert.equal(format.interval({ low: 0.871, high: 0.9349 }), '87.1 to 93.5');
  assert.equal(format.interval(null), '');
});

test('a difference has its sign, but nought has none', () => {
  assert.equal(format.points(0.123), '+12.3');
  assert.equal(format.points(-0.123), '−12.3');
  assert.equal(format.points(0.0001), '0.0');
  assert.equal(format.points(-0.0001), '0.0');
});

test('a score keeps three digits of any scale', () => {
  assert.equal(format.score(3.9149), '3.91');
  assert.equal(format.score(-0.0012345), '−0.00123');
  assert.equal(format.signed(0.031), '+0.031');
  assert.equal(format.signed(-2), '−2');
});

test('a small loss is written with its exponent', () => {
  assert.equal(format.loss(0.00042), '4.2e-4');
  assert.equal(format.loss(0), '0.00');
  assert.equal(format.loss(1.2345), '1.23');
});

test('a figure is whole from a hundred on', () => {
  assert.equal(format.figure(99.94), '99.9');
  assert.equal(format.figure(1234.5), '1,235');
});

test('a duration takes the units that fit it', () => {
  assert.equal(format.duration(59.4), '59 s');
  assert.equal(format.duration(65), '1 min 05 s');
  assert.equal(format.duration(3600 + 23 * 60), '1 h 23 min');
  assert.equal(format.duration(null), '–');
});

test('a time has its zone, and the day where that is not today', () => {
  const today = new Date();
  today.setHours(14, 2, 0, 0);
  assert.match(format.moment(today.toISOString()), /^14:02:00 (CET|CEST|GMT\+[12])$/);
  assert.match(format.minute('2019-01-31T14:02:00Z'), /^31 Jan 2019 15:02 (CET|GMT\+1)$/);
  assert.equal(format.moment(null), '–');
});

test('summer and winter have zones of their own', () => {
  assert.match(format.minute('2019-07-31T14:02:00Z'), /16:02 (CEST|GMT\+2)$/);
});

test('a field for a time is filled on the clock of this browser', () => {
  assert.equal(format.localTime(new Date('2019-07-31T14:02:07Z')), '2019-07-31T16:02:07');
});

test('how long ago something was is told without seconds from a minute on', () => {
  const now = Date.parse('2026-01-02T12:00:00Z');
  assert.equal(format.ago('2026-01-02T11:59:57Z', now), 'now');
  assert.equal(format.ago('2026-01-02T11:59:20Z', now), '40 s ago');
  assert.equal(format.ago('2026-01-02T11:58:20Z', now), '1 min ago');
  assert.equal(format.ago(null, now), 'never');
});

test('a version is shortened for people, and its method told', () => {
  assert.equal(format.shortVersion('coral-linear-3f2a9c1d-0000-4000-8000-000000000001'), 'coral-linear-3f2a9c1d');
  assert.equal(format.shortVersion('resnet-50'), 'resnet-50');
  assert.equal(format.methodOf('coral-linear-3f2a9c1d-0000-4000-8000-000000000001'), 'coral-linear');
});

test('names of the field are words', () => {
  assert.equal(format.words('targetEntropy'), 'Target entropy');
  assert.equal(format.words('ROLLED_BACK'), 'Rolled back');
  assert.equal(format.phaseName('fine-tune'), 'Fine-tuning');
  assert.equal(format.methodName('adabn'), 'AdaBN');
});
