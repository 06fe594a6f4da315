// All lines as one list, those that need a person first. Made for a thousand: a row is built once, and touched only when its line has changed.

import { h, text } from '../dom.js';
import { whole } from '../format.js';
import { empty, failure, note, showNote } from '../panel.js';
import { watch } from '../store.js';
import { row } from './row.js';
import { STATES, stateName } from './states.js';

const COLUMNS = ['Line', 'State', 'Estimated accuracy', 'Model', 'Since', 'Why'];

export function lines(body) {
  const rows = new Map(); // line -> {element, data, told}
  const search = h('input', { type: 'search', placeholder: 'Find a line', 'aria-label': 'Find a line', autocomplete: 'off', spellcheck: 'false', oninput: filter });
  const chips = Object.keys(STATES).map(chip);
  const count = h('p', { class: 'quiet', role: 'status' });
  const stale = h('div', {});
  const list = h('tbody', {});
  const content = h('div', { class: 'all-lines' }, stale,
    h('div', { class: 'tools' }, search, h('div', { class: 'chips', role: 'group', 'aria-label': 'Show only lines in a state' }, ...chips), count),
    h('table', { class: 'lines-table' },
      h('thead', {}, h('tr', {}, ...COLUMNS.map(title => h('th', { scope: 'col' }, title, title === 'Estimated accuracy' ? h('small', {}, ' 95 % interval') : null)))), list));
  let only = null;

  watch(['serving'], state => {
    const problem = note(state.serving, 'lines');
    if (problem && !state.serving.data) {
      showNote(body, problem);
    } else if (state.serving.data.length === 0) {
      showNote(body, empty('There is no line yet. Send pictures of a line with the form below, or run the demo:', 'infra/crossline demo'));
    } else {
      body.firstElementChild === content || body.replaceChildren(content);
      show(state.serving.data);
      stale.replaceChildren(...(state.serving.stale ? [failure(`${state.serving.stale} The list shows what was known before; it is tried again.`)] : []));
    }
  });

  function show(all) {
    const gone = new Set(rows.keys());
    let next = list.firstElementChild;
    for (const data of all) {
      gone.delete(data.line);
      const known = rows.get(data.line) ?? added(data.line);
      const told = JSON.stringify(data);
      if (known.told !== told) {
        known.told = told;
        known.data = data;
        known.element.update(data);
      }
      known.element === next ? (next = next.nextElementSibling) : list.insertBefore(known.element, next);
    }
    gone.forEach(line => {
      rows.get(line).element.remove();
      rows.delete(line);
    });
    chips.forEach(one => one.update(all));
    filter();
  }

  function added(line) {
    const known = { element: row(line), data: null, told: '' };
    rows.set(line, known);
    return known;
  }

  function filter() {
    const wanted = search.value.trim().toLowerCase();
    let shown = 0;
    rows.forEach(({ element, data }) => {
      const fits = (!only || data.state === only) && data.line.toLowerCase().includes(wanted);
      element.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    const all = `${whole(rows.size)} ${rows.size === 1 ? 'line' : 'lines'}`;
    text(count, shown === rows.size ? all : `${whole(shown)} of ${all}`);
  }

  function chip(state) {
    const number = h('b', {});
    const element = h('button', { type: 'button', class: 'chip', 'data-state': state, 'aria-pressed': 'false', title: STATES[state][1], onclick: choose }, number, ` ${stateName(state)}`);
    function choose() {
      only = only === state ? null : state;
      chips.forEach(one => one.setAttribute('aria-pressed', String(one.dataset.state === only)));
      filter();
    }
    element.update = all => {
      const inState = all.filter(line => line.state === state).length;
      text(number, whole(inState));
      element.hidden = inState === 0 && only !== state;
    };
    return element;
  }
}
