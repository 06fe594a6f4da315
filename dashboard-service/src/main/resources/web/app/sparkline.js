// A small stepped curve of images a second over the last minutes.

import { svg, h } from './dom.js';
import { figure } from './format.js';

const WIDTH = 240;
const HEIGHT = 36;

export function sparkline() {
  const area = svg('path', { class: 'area' });
  const edge = svg('path', { class: 'edge' });
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', role: 'img' }, area, edge);
  const most = h('span', {});
  const span = h('span', {});
  const element = h('figure', { class: 'spark' }, drawing, h('figcaption', {}, span, most));

  element.update = (series, intervalSeconds) => {
    const peak = Math.max(0, ...series);
    const path = steps(series, Math.max(peak, 1));
    edge.setAttribute('d', path);
    area.setAttribute('d', path ? `${path}V${HEIGHT}H0Z` : '');
    const minutes = Math.round((series.length * intervalSeconds) / 60);
    span.textContent = minutes ? `last ${minutes} min` : '';
    most.textContent = peak > 0 ? `peak ${figure(peak)}/s` : 'no images in this time';
    drawing.setAttribute('aria-label', `Throughput of the last ${minutes} minutes, peak ${figure(peak)} images a second`);
  };
  return element;
}

function steps(series, peak) {
  const width = WIDTH / Math.max(1, series.length);
  const y = value => (HEIGHT - 1 - (value / peak) * (HEIGHT - 2)).toFixed(1);
  return series.map((value, index) => `${index ? 'V' : 'M0 '}${y(value)}H${((index + 1) * width).toFixed(1)}`).join('');
}
