// Connection state, health of the services, and what happened last.

import { h, keyed, text } from './dom.js';
import { words } from './format.js';
import { watch } from './store.js';

const STATES = { UP: 'ready', NOT_READY: 'not ready', DOWN: 'does not answer' };
const LIVE = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting' };

/** @param titleOf what the tab is called, by the state */
export function masthead(services, live, latest, titleOf) {
  const outages = h('ul', { class: 'outages', 'aria-label': 'Trouble', 'aria-live': 'polite' });
  services.closest('header').after(outages);
  watch(['services'], state => {
    keyed(services, state.services, health => health.service, service);
    keyed(outages, state.services.filter(health => health.state !== 'UP'), health => health.service, outage);
  });
  watch(['live'], state => {
    live.dataset.state = state.live;
    text(live, LIVE[state.live]);
  });
  watch(['jobs', 'job', 'line', 'serving', 'live'], state => (document.title = (state.live === 'reconnecting' ? 'Reconnecting · ' : '') + titleOf(state)));
  watch(['latest'], state => text(latest, state.latest));
}

const restarted = count => (count === 0 ? '' : `restarted ${count === 1 ? 'once' : `${count} times`}`);

function service() {
  const name = h('span', {});
  const restarts = h('small', {});
  const element = h('li', {}, name, restarts);
  element.update = health => {
    element.dataset.state = health.state;
    element.title = health.detail || `${health.service} is ready`;
    text(name, words(health.service));
    text(restarts, restarted(health.restarts));
    element.setAttribute('aria-label', `${health.service}: ${[STATES[health.state], restarted(health.restarts)].filter(Boolean).join(', ')}`);
  };
  return element;
}

function outage() {
  const element = h('li', {});
  element.update = health => text(element, [health.detail, health.restarts ? `It was ${restarted(health.restarts)}.` : ''].filter(Boolean).join(' '));
  return element;
}
