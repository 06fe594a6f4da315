// How a new line's pictures come to Crossline: asks for the name and the way, and shows the command for both.

import { command, service } from '../command.js';
import { h, select } from '../dom.js';

const NAME = '[A-Za-z0-9._\\-]{1,80}';

const WAYS = {
  upload: ['Upload over REST', line => ['Each request carries one picture or more. The line is registered with its first picture.',
    `curl -F image=@part.png -F partId=P-0001 ${service(8081)}/lines/${line}/images`]],
  folder: ['Folder of pictures', line => ['A folder that the ingest service can read: train/CLASS/*.png with labels, or train/*.png without. It is read once.',
    `curl -X POST ${service(8081)}/ingestions -H 'Content-Type: application/json' \\\n  -d '{"line": "${line}", "spec": "folder:/data/${line}"}'`]],
  watched: ['Watched folder', line => [`The camera writes its pictures into the sub-folder ${line} of a folder that is watched. Start Crossline with that folder:`,
    `mkdir -p /mnt/cameras/${line}\nCROSSLINE_INGEST_WATCH=/mnt/cameras infra/crossline up`]],
  kafka: ['Kafka', line => ['A program of yours writes image batches (Avro) to the topic crossline.images.captured.v1, with the line as key. An example:',
    `python3 infra/examples/python/producer.py ${line} parts/*.pgm`]],
};

export function newLine(body) {
  let way = 'upload';
  const name = h('input', { type: 'text', value: 'line-b', pattern: NAME, maxlength: 80, required: true, autocomplete: 'off', spellcheck: 'false', title: 'Letters, digits, dots, dashes and underscores', oninput: draw });
  const picker = select('How its pictures come', chosen => {
    way = chosen;
    draw();
  });
  const told = h('div', { class: 'ready', 'aria-live': 'polite' });
  picker.update(Object.entries(WAYS).map(([id, [title]]) => [id, title]), way);
  body.append(h('form', { class: 'ask', onsubmit: event => event.preventDefault() }, h('label', { class: 'field' }, h('span', {}, 'Name of the line'), name), picker, told));
  draw();

  function draw() {
    const line = name.value.trim();
    if (!new RegExp(`^${NAME}$`).test(line)) {
      told.replaceChildren(h('p', { class: 'quiet' }, `The name is '${line}': expected 1 to 80 letters, digits, dots, dashes and underscores.`));
      return;
    }
    const [words, ready] = WAYS[way][1](line);
    told.replaceChildren(h('p', { class: 'quiet' }, words), command(ready));
  }
}
