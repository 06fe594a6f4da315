// Each line: what it delivers, how fast, and its newest images.

import { h, keyed, text } from '../dom.js';
import { ago, figure, whole } from '../format.js';
import { empty, note, showNote } from '../panel.js';
import { sparkline } from '../sparkline.js';
import { watch } from '../store.js';

const PREVIEWS = 12;

export function lines(body) {
  const list = h('div', { class: 'lines' });
  watch(['lines', 'throughput'], state => {
    const problem = note(state.lines, 'lines');
    if (problem) {
      showNote(body, problem);
    } else if (state.lines.data.length === 0 && state.throughput.size === 0) {
      showNote(body, empty('No images yet. Run the demo, or send a line of your own:', 'infra/crossline demo',
        `curl -X POST ${origin('8081')}/ingestions -H 'Content-Type: application/json' \\\n  -d '{"line": "line-a", "spec": "sim:clean"}'`));
    } else {
      body.firstElementChild === list || body.replaceChildren(list);
      keyed(list, state.lines.data, line => line.line, line);
      state.lines.data.forEach((line, index) => list.children[index].live(state.throughput.get(line.line)));
    }
  });
}

const origin = port => `${location.protocol}//${location.hostname}:${port}`;

function line() {
  const name = h('h3', {});
  const shape = h('span', { class: 'quiet' });
  const speed = h('b', {});
  const total = h('b', {});
  const last = h('b', {});
  const spark = sparkline();
  // read from Kafka when it comes into view: there may be many lines
  const preview = h('img', { class: 'pixels', alt: '', loading: 'lazy' });
  const rejected = h('p', { class: 'quiet' });
  preview.onerror = () => (preview.hidden = true);
  preview.onload = () => (preview.hidden = false);

  const element = h('article', { class: 'line' },
    h('header', {}, name, shape),
    h('dl', { class: 'figures' },
      h('div', {}, h('dt', {}, 'Throughput'), h('dd', {}, speed, ' images/s')),
      h('div', {}, h('dt', {}, 'Total'), h('dd', {}, total, ' images')),
      h('div', {}, h('dt', {}, 'Last captured'), h('dd', {}, last))),
    spark, h('div', { class: 'preview' }, preview), rejected);

  element.update = data => {
    text(name, data.line);
    const size = data.shape ? `${data.shape.width}×${data.shape.height}${data.shape.channels === 3 ? ' colour' : ' grey'}` : '';
    const classes = data.classNames?.length ? `${data.classNames.length} classes` : 'no labels';
    text(shape, [size, classes].filter(Boolean).join(' · '));
    shape.title = data.classNames?.join(', ') ?? '';
    text(total, whole(data.imagesTotal));
    text(last, data.imagesTotal ? ago(data.lastCapturedAt) : 'nothing yet');
    rejected.hidden = !data.rejected;
    text(rejected, data.rejected ? `${whole(data.rejected.records)} records were rejected, the last one ${ago(data.rejected.lastAt)}: ${data.rejected.lastReason}` : '');
    const source = `/api/lines/${encodeURIComponent(data.line)}/preview?count=${PREVIEWS}&at=${encodeURIComponent(data.lastCapturedAt ?? '')}`;
    if (preview.getAttribute('src') !== source) {
      preview.src = source;
      preview.alt = `Newest images of ${data.line}`;
    }
  };
  element.live = throughput => {
    text(speed, figure(throughput?.imagesPerSecond ?? 0));
    spark.update(throughput?.series ?? [], throughput?.intervalSeconds ?? 2);
  };
  return element;
}
