import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { openPage } from './page.js';

openPage();
const { isName, WAYS } = await import('../../main/resources/web/app/home/ways.js');
const { newLine } = await import('../../main/resources/web/app/home/new-line.js');
const { LOADING, set } = await import('../../main/resources/web/app/store.js');

const ADDRESSES = { ingest: 'http://plant.example:9081/', training: 'http://plant.example:9083', bootstrapServers: 'broker.example:9094', watchedFolder: '/srv/crossline/watched' };

const commandOf = (way, addresses = ADDRESSES) => WAYS[way][1]('line-7', addresses)[1];

test('an upload goes to the address that ingest has here', () => {
  assert.equal(commandOf('upload'), 'curl -F image=@part.png -F partId=P-0001 http://plant.example:9081/lines/line-7/images');
});

test('a folder is asked for at the same address, with a body that is JSON', () => {
  const command = commandOf('folder');

  assert.match(command, /^curl -X POST http:\/\/plant\.example:9081\/ingestions /);
  assert.deepEqual(JSON.parse(command.match(/-d '(.*)'/)[1]), { line: 'line-7', spec: 'folder:/data/line-7' });
});

test('a producer is given the brokers of this installation', () => {
  assert.match(commandOf('kafka'), /^KAFKA_BOOTSTRAP_SERVERS=broker\.example:9094 /);
});

test('a watched folder is the one that ingest watches, or its setting where that is not known', () => {
  assert.match(commandOf('watched'), /^mkdir -p \/srv\/crossline\/watched\/line-7\n/);
  assert.match(commandOf('watched', { ...ADDRESSES, watchedFolder: '/srv/my cameras' }), /^mkdir -p '\/srv\/my cameras\/line-7'\n/);
  assert.match(commandOf('watched', { ...ADDRESSES, watchedFolder: null }), /^mkdir -p "\$CROSSLINE_INGEST_WATCH\/line-7"\n/);
});

test('a name is one that a path and a shell can take', () => {
  for (const good of ['a', 'line-b', 'Hall_2.west', 'x'.repeat(80)]) {
    assert.ok(isName(good), good);
  }
  for (const bad of ['', 'a b', 'a/b', '$(rm)', 'ä', 'x'.repeat(81)]) {
    assert.ok(!isName(bad), bad);
  }
});

let body;
beforeEach(() => {
  set({ addresses: LOADING });
  body = document.createElement('div');
  newLine(body);
});

const type = value => {
  const input = body.querySelector('input');
  input.value = value;
  input.dispatchEvent(new window.Event('input'));
};

test('the form waits for the addresses and then shows the command', () => {
  assert.equal(body.querySelector('code'), null);

  set({ addresses: { state: 'ready', data: ADDRESSES, message: '' } });

  assert.match(body.querySelector('code').textContent, /plant\.example:9081\/lines\/line-b\/images$/);
});

test('where the addresses cannot be had, the form says why and guesses none', () => {
  set({ addresses: { state: 'unavailable', data: null, message: 'The dashboard service does not answer.' } });

  assert.equal(body.querySelector('code'), null);
  assert.match(body.textContent, /The dashboard service does not answer\./);
});

test('a name that cannot be one is refused in words', () => {
  set({ addresses: { state: 'ready', data: ADDRESSES, message: '' } });
  type('a; rm -r /');

  assert.equal(body.querySelector('code'), null);
  assert.match(body.textContent, /The name is 'a; rm -r \/': expected 1 to 80 letters/);
});
