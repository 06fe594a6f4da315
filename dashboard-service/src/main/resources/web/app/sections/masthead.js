// Connection state, health of the services, and what happened last.

import { h, keyed, text } from '../dom.js';
import { words } from '../format.js';
import { isActive, isFinal } from '../progress.js';
import { watch } from '../store.js';

const STATES = { UP: 'ready', NOT_READY: 'not ready', DOWN: 'does not answer' };
const LIVE = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting' };

/** @param titleOf what the tab is called, by the state */
export function masthead(services, live, latest, titleOf = title) {
  watch(['services'], state => keyed(services, state.services, health => health.service, service));
  watch(['live'], state => {
    live.dataset.state = state.live;
    text(live, LIVE[state.live]);
  });
  watch(['jobs', 'job', 'line', 'live'], state => (document.title = titleOf(state)));
  watch(['latest'], state => text(latest, state.latest));
}

/** What a tab in the background should tell. */
function title(state) {
  const jobs = state.jobs.data ?? [];
  if (state.live === 'reconnecting') {
    return 'Reconnecting · Crossline';
  }
  if (!jobs.some(isActive)) {
    return 'Crossline';
  }
  const done = jobs.reduce((sum, job) => sum + (isFinal(job) ? 1 : job.fraction ?? 0), 0) / jobs.length;
  return `${Math.floor(100 * done)} % · Crossline`;
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
