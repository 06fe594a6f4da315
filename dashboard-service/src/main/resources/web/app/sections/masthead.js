// Connection state, health of the services, and what happened last.

import { h, keyed, text } from '../dom.js';
import { watch } from '../store.js';
import { words } from '../format.js';

const STATES = { UP: 'ready', NOT_READY: 'not ready', DOWN: 'does not answer' };
const LIVE = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting' };

export function masthead(services, live, latest) {
  watch(['services'], state => keyed(services, state.services, health => health.service, service));
  watch(['live'], state => {
    live.dataset.state = state.live;
    text(live, LIVE[state.live]);
  });
  watch(['latest'], state => text(latest, state.latest));
}

function service() {
  const name = h('span', {});
  const element = h('li', {}, name);
  element.update = health => {
    element.dataset.state = health.state;
    element.title = health.detail || `${health.service}-service is ready`;
    text(name, words(health.service));
    element.setAttribute('aria-label', `${health.service}: ${STATES[health.state]}`);
  };
  return element;
}
