// A report of a period as a table for a spreadsheet: windows with their estimates, and promotions.

import { h } from '../dom.js';
import { localTime, zone } from '../format.js';
import { address } from './sync.js';

const DAY = 24 * 3600 * 1000;

export function report(body) {
  const now = new Date();
  const from = h('input', { type: 'datetime-local', name: 'from', required: true, value: localTime(new Date(now.getTime() - 7 * DAY)).slice(0, 16) });
  const to = h('input', { type: 'datetime-local', name: 'to', required: true, value: localTime(now).slice(0, 16) });
  const answer = h('p', { class: 'answer', role: 'status' });
  body.append(h('details', { class: 'report' }, h('summary', {}, 'Report of a period'),
    h('form', { class: 'ask', onsubmit: download },
      h('p', { class: 'quiet' }, 'A row for each window of images and each promotion, as CSV. Times in the file are UTC.'),
      h('label', { class: 'field' }, h('span', {}, `From (${zone()})`), from), h('label', { class: 'field' }, h('span', {}, `To (${zone()})`), to),
      h('div', { class: 'send' }, h('button', { type: 'submit', class: 'primary' }, 'Download CSV')), answer)));

  function download(event) {
    event.preventDefault();
    const begin = new Date(from.value);
    const end = new Date(to.value);
    if (end <= begin) {
      answer.textContent = 'The end is not after the beginning.';
      return;
    }
    answer.textContent = '';
    location.assign(`${address('/report.csv')}?from=${begin.toISOString()}&to=${end.toISOString()}`);
  }
}
