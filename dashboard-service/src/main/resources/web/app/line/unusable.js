// Frames of the camera that no model predicts and nothing learns from: how many, why, and the newest pictures; and what is wrong with the camera now.

import { get } from '../api.js';
import { h } from '../dom.js';
import { moment, whole } from '../format.js';
import { empty, failure, loading } from '../panel.js';
import { watch } from '../store.js';
import { address } from './sync.js';

const EVERY = 30_000;

/** @param banner shown above all sections while the camera has a fault */
export function unusable(body, banner) {
  const note = h('div', {}, loading('unusable pictures'));
  const counts = h('p', {});
  const pictures = h('div', { class: 'pictures' });
  const content = h('div', { class: 'kind', hidden: true }, counts, pictures);
  let fetchedAt = 0;
  let shownFault = null;
  body.append(note, content);

  async function fetchFrames() {
    fetchedAt = Date.now();
    const { data, message } = await get(address('/unusable?limit=24'));
    const some = Boolean(data?.newest.length);
    content.hidden = !some;
    note.hidden = some;
    if (!data) {
      note.replaceChildren(failure(message));
    } else if (!some) {
      note.replaceChildren(empty('Every picture of the camera is usable.'));
    } else {
      const reasons = Object.entries(data.counts).map(([check, frames]) => `${whole(frames)} ${check}`).join(', ');
      counts.replaceChildren(reasons ? `In the last ${data.hours} hours: ${reasons}.` : `None in the last ${data.hours} hours.`);
      pictures.replaceChildren(...data.newest.map(picture));
    }
  }

  watch(['line'], state => {
    const fault = state.line.data?.cameraFault ?? null;
    const words = fault && `The camera has a fault: ${fault.check} since ${moment(fault.since)}, ${whole(fault.frames)} unusable pictures.`;
    if (words !== shownFault) {
      shownFault = words;
      banner.replaceChildren(...(words ? [h('div', { class: 'note failure', role: 'alert' }, h('strong', {}, 'Camera. '), words, ' ', h('a', { href: '#unusable' }, 'See the pictures'))] : []));
      fetchedAt = 0;
    }
    state.line.data && Date.now() - fetchedAt > EVERY && fetchFrames();
  });
}

function picture({ check, partId, fileName, capturedAt, partition, offset, image, picture: kept }) {
  const words = `${check}, captured ${moment(capturedAt)}${partId ? `, part ${partId}` : ''}${fileName ? `, file ${fileName}` : ''}`;
  const gone = h('span', { class: 'quiet', title: words }, check);
  if (!kept) {
    return gone;
  }
  const shown = h('img', { class: 'pixels', src: address(`/pictures/${partition}/${offset}/${image}`), alt: `Unusable picture: ${words}`, title: words, loading: 'lazy' });
  shown.addEventListener('error', () => shown.replaceWith(gone));
  return shown;
}
