// What the line's camera delivers: how many images, how fast, and the newest ones.

import { h, text } from '../dom.js';
import { ago, figure, whole } from '../format.js';
import { sparkline } from '../sparkline.js';
import { watch } from '../store.js';

const PREVIEWS = 12;

export function delivery(body) {
  const shown = camera();
  body.append(shown);
  watch(['pictures', 'throughput'], state => {
    const data = state.pictures.data?.line;
    body.hidden = !data;
    data && shown.update(data, state.throughput);
  });
}

function camera() {
  const name = h('h3', {}, 'Camera');
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

  element.update = (data, throughput) => {
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
    text(speed, figure(throughput?.imagesPerSecond ?? 0));
    spark.update(throughput?.series ?? [], throughput?.intervalSeconds ?? 2);
  };
  return element;
}
