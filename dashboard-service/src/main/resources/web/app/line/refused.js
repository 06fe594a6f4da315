// What ingestion did not take: files and folders in the watched root that are no line's, and items that the line's ingestions rejected.

import { h } from '../dom.js';
import { moment, whole } from '../format.js';
import { watch } from '../store.js';

const SHOWN = 20;

export function refused(body) {
  body.hidden = true;
  watch(['refused'], state => {
    const { watched = [], ingestions = [] } = state.refused.data ?? {};
    body.hidden = !watched.length && !ingestions.length;
    body.replaceChildren(...(watched.length ? [details(`${whole(watched.length)} in the watched folder not taken`, rows(watched, ['File or folder', 'Reason', 'Since'], one => [one.name, one.reason, moment(one.since)]))] : []),
      ...ingestions.map(one => details(`${whole(one.rejectedCount)} rejected by the ingestion of ${one.spec}, ${moment(one.startedAt)}`, rows(one.rejected, ['File', 'Reason'], each => [each.item, each.reason]))));
  });
}

const details = (title, table) => h('details', {}, h('summary', {}, title), table);

function rows(all, titles, cells) {
  const more = all.length > SHOWN ? [h('p', { class: 'quiet' }, `The first ${SHOWN} of ${whole(all.length)}.`)] : [];
  return h('div', {}, h('table', {}, h('thead', {}, h('tr', {}, ...titles.map(title => h('th', { scope: 'col' }, title)))),
    h('tbody', {}, ...all.slice(0, SHOWN).map(one => h('tr', {}, ...cells(one).map(cell => h('td', {}, cell)))))), ...more);
}
