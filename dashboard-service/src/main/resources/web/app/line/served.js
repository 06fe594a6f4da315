// Which model served the line at a moment, who or what made it serve and why, and what it was trained on.

import { get } from '../api.js';
import { h } from '../dom.js';
import { localTime, moment, whole, zone } from '../format.js';
import { address } from './sync.js';
import { version } from './versions.js';

export function served(body) {
  const at = h('input', { type: 'datetime-local', name: 'at', step: 1, required: true });
  const submit = h('button', { type: 'submit', class: 'primary' }, 'Look up');
  const answer = h('div', { class: 'answer', role: 'status' });
  const form = h('form', { class: 'ask', onsubmit: look }, h('label', { class: 'field' }, h('span', {}, `Which model served at (${zone()})`), at), submit, answer);
  at.value = localTime(new Date());
  body.append(form);

  async function look(event) {
    event.preventDefault();
    submit.disabled = true;
    const result = await get(`${address('/served')}?at=${encodeURIComponent(new Date(at.value).toISOString())}`);
    submit.disabled = false;
    answer.replaceChildren(...(result.state === 'ready' ? told(result.data) : [h('p', {}, result.message)]));
  }
}

function told({ at, modelVersion, promotion, trainedOn, parentModel, targetLabels }) {
  const target = trainedOn.target ? `, and ${selected(trainedOn.target)} without` : '';
  const labels = targetLabels.length ? ` but for ${whole(targetLabels.length)} that people gave` : '';
  return [
    h('p', {}, version(modelVersion), ` served at ${moment(at)}. Promoted ${moment(promotion.at)} by ${promotion.by}: ${promotion.reason}`),
    h('p', { class: 'quiet' }, `Trained on ${selected(trainedOn.source)} with labels${target}${labels}`,
      ...(parentModel ? ['; started from ', version(parentModel)] : []), '.'),
  ];
}

/** "images of worn (partition 3 from offset 26 to 46)". */
function selected({ train }) {
  const ranges = train.ranges.map(({ partition, fromOffset, toOffset }) => `partition ${partition} from offset ${whole(fromOffset)} to ${whole(toOffset)}`);
  const images = train.dataset ? `${train.dataset} on ${train.line}` : train.line;
  return `images of ${images} (${ranges.join(', ')})`;
}
