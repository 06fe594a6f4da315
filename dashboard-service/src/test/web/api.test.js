import assert from 'node:assert/strict';
import { test } from 'node:test';

import { fetched, get, send } from '../../main/resources/web/app/api.js';

const answers = (status, document) => { globalThis.fetch = async () => new Response(JSON.stringify(document), { status }); };

test('a problem is told in the words of its service', async () => {
  answers(409, { title: 'Conflict', detail: 'Grace labelled it dent.' });

  assert.deepEqual(await send('POST', '/api/x', {}), { ok: false, status: 409, data: null, message: 'Grace labelled it dent.' });
});

test('what is not there is missing, any other failure unavailable', async () => {
  answers(404, { detail: 'There is no job.' });
  assert.deepEqual(await get('/api/x'), { state: 'missing', data: null, message: 'There is no job.' });

  answers(503, {});
  assert.deepEqual(await get('/api/x'), { state: 'unavailable', data: null, message: 'Status 503.' });
});

test('no answer and a late one are told apart', async () => {
  globalThis.fetch = async () => { throw new TypeError('Failed to fetch'); };
  assert.match((await get('/api/x')).message, /does not answer/);

  globalThis.fetch = async () => { throw new DOMException('late', 'TimeoutError'); };
  assert.match((await get('/api/x')).message, /took too long/);
  assert.match((await send('PUT', '/api/x', {})).message, /may still have been done/);
});

test('a panel passes on what the server knows of its state', async () => {
  answers(200, { state: 'unavailable', data: null, message: 'evaluation-service does not answer.' });

  assert.equal((await fetched('/api/serving')).message, 'evaluation-service does not answer.');
});
