import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openPage, serve } from './page.js';

openPage('<!DOCTYPE html><section><div id="adapt"></div></section>');
const { adapt } = await import('../../main/resources/web/app/home/adapt.js');
const { set } = await import('../../main/resources/web/app/store.js');

const ingestion = (id, line, classNames) => ({ id, line, classNames, state: 'COMPLETED', imagesDone: 400, finishedAt: '2026-01-02T03:04:05Z', selections: { train: { line } } });

test('the form leaves open what it cannot know, and its command goes to the training service of this installation', async () => {
  // Given two lines with labels, of which none was adapted from
  serve({ '/api/ingestions': [ingestion('2', 'b', ['good', 'dent']), ingestion('1', 'a', ['good', 'dent'])] });
  set({ addresses: { state: 'ready', data: { ingest: 'http://p:1', training: 'http://p:9083', bootstrapServers: 'p:2', watchedFolder: null }, message: '' } });
  const body = document.getElementById('adapt');
  adapt(body);
  await new Promise(resolve => { setTimeout(resolve); });
  const [source, target] = body.querySelectorAll('select');
  const submit = body.querySelector('button');

  // Then no line is chosen
  assert.equal(source.value, '');
  assert.match(body.textContent, /Choose both lines\./);
  assert.ok(submit.hidden);

  // When a person chooses both
  source.value = '1';
  source.dispatchEvent(new window.Event('change'));
  target.value = '2';
  target.dispatchEvent(new window.Event('change'));

  // Then it can be asked for
  assert.ok(!submit.hidden);
  assert.match(body.querySelector('code').textContent, /^curl -X POST http:\/\/p:9083\/adaptations .*"sourceLine":"a","targetLine":"b"/s);

  // When the list of adaptations comes anew, then the choice stays
  set({ adaptations: { state: 'ready', data: [{ sourceLine: 'b' }], message: '' } });
  assert.equal(source.value, '1');
});
