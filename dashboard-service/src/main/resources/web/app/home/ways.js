// The ways on which a new line's pictures come to Crossline: a sentence and a command each. Pure functions.

import { at, upload } from '../command.js';

/** What a line may be called. */
export const NAME = '[A-Za-z0-9._\\-]{1,80}';

export const isName = line => new RegExp(`^${NAME}$`).test(line);

/** @type {Record<string, [string, (line: string, addresses: import('../command.js').Addresses) => [string, string]]>} */
export const WAYS = {
  upload: ['Upload over REST', (line, addresses) => ['Each request carries one picture or more. The line is registered with its first picture.', upload(addresses, line)]],
  folder: ['Folder of pictures', (line, addresses) => ['A folder that the ingest service can read: train/CLASS/*.png with labels, or train/*.png without. It is read once.',
    `curl -X POST ${at(addresses.ingest, '/ingestions')} -H 'Content-Type: application/json' \\\n  -d '{"line": "${line}", "spec": "folder:/data/${line}"}'`]],
  watched: ['Watched folder', (line, { watchedFolder }) => {
    const folder = watchedFolder ? quoted(`${watchedFolder}/${line}`) : `"$CROSSLINE_INGEST_WATCH/${line}"`;
    return [`The camera writes its pictures into the sub-folder ${line} of the folder that the ingest service watches${watchedFolder ? '' : ', which its setting CROSSLINE_INGEST_WATCH names'}.`,
      `mkdir -p ${folder}\ncp part.png ${folder}/`];
  }],
  kafka: ['Kafka', (line, { bootstrapServers }) => ['A program of yours writes image batches (Avro) to the topic crossline.images.captured.v1, with the line as key. An example:',
    `KAFKA_BOOTSTRAP_SERVERS=${bootstrapServers} \\\n  python3 infra/examples/python/producer.py ${line} parts/*.pgm`]],
};

/** A path as a shell takes it. */
const quoted = path => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll('\'', '\'\\\'\'')}'`);
