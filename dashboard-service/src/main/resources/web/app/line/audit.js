// The audit trail of the line, and whether its chain of hashes is whole.

import { h, keyed, text } from '../dom.js';
import { moment, whole, words } from '../format.js';
import { empty, note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { fetchMoreAudit } from './sync.js';
import { version } from './versions.js';

const FIRST = 30;

export function audit(body, chain) {
  const rows = h('tbody', {});
  const more = h('button', { type: 'button', onclick: fetchMoreAudit }, 'Show earlier entries');
  const content = h('div', {}, h('div', { class: 'scroll' }, h('table', { class: 'rows tall' },
    h('thead', {}, h('tr', {}, ...['Entry', 'When', 'Who', 'What', 'Model', 'Details'].map(title => h('th', { scope: 'col' }, title)))), rows)), more);

  watch(['audit'], state => {
    const problem = note(state.audit, 'audit');
    if (problem) {
      showNote(body, problem);
    } else if (state.audit.data.length === 0) {
      showNote(body, empty('Nothing was recorded for this line yet.'));
    } else {
      body.firstElementChild === content || body.replaceChildren(content);
      more.hidden = state.audit.data.length !== FIRST;
      keyed(rows, state.audit.data, entry => entry.sequence, row);
    }
  });
  watch(['verification'], ({ verification }) => {
    const { state, data, message } = verification;
    chain.className = 'badge';
    chain.dataset.state = state !== 'ready' ? 'open' : data.intact ? 'good' : 'bad';
    chain.title = data?.reason ?? '';
    text(chain, state === 'loading' ? 'Checking the chain …' : state !== 'ready' ? `Chain not checked: ${message}`
      : data.intact ? `Chain intact, ${whole(data.entries)} entries` : `Chain broken${data.firstBroken ? ` at entry ${data.firstBroken}` : ''}: ${data.reason}`);
  });
}

/** Entries never change. */
function row(entry) {
  const element = h('tr', {}, h('th', { scope: 'row', title: `Hash ${entry.hash}` }, String(entry.sequence), h('small', {}, h('code', {}, entry.hash.slice(0, 8)))),
    h('td', {}, moment(entry.at)), h('td', {}, entry.actor), h('td', {}, words(entry.action)), h('td', {}, version(entry.modelVersion)),
    h('td', {}, ...Object.entries(entry.details ?? {}).flatMap(([name, value]) => [h('span', { class: 'detail' }, h('span', { class: 'quiet' }, `${words(name)}: `), told(value)), ' '])));
  element.update = () => {};
  return element;
}

/** A detail in words, whatever it is made of: "partition 3, from offset 26, to offset 46". */
function told(value) {
  if (value === null) {
    return '–';
  }
  if (Array.isArray(value)) {
    return value.map(told).join('; ') || 'none';
  }
  return typeof value === 'object' ? Object.entries(value).map(([name, part]) => `${words(name).toLowerCase()} ${told(part)}`).join(', ') : String(value);
}
