// Which adaptation is shown, and what was asked of it.

import { pairOf } from '../adaptations.js';
import { h, select, text } from '../dom.js';
import { minute, moment, words } from '../format.js';
import { watch } from '../store.js';
import { choose } from './sync.js';

export function adaptation(container) {
  const pair = h('p', { class: 'pair' });
  const facts = h('dl', { class: 'facts' });
  const picker = select('Show', choose);
  container.append(pair, facts, picker);
  watch(['adaptations', 'selected', 'view'], state => {
    const all = state.adaptations.data ?? [];
    picker.update(all.map(one => [one.adaptationId, title(one)]), state.selected);
    const shown = state.view?.adaptation.data ?? all.find(one => one.adaptationId === state.selected);
    container.hidden = !shown;
    if (shown) {
      text(pair, pairOf(shown));
      facts.replaceChildren(...[['Preset', shown.preset], ['Seed', shown.seed], ['Backend', shown.backend], ['Started', moment(shown.createdAt)]]
        .filter(([, value]) => value !== undefined && value !== null)
        .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, String(value))]));
    }
  });
}

const title = one => [minute(one.createdAt), pairOf(one), one.state ? words(one.state) : null].filter(Boolean).join(' · ');
