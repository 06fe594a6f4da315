// Keeps the store up to date with all lines: one request for the list every few seconds, and when a live message tells of something new.

import { newestFirst } from '../adaptations.js';
import { fetched, get } from '../api.js';
import { percent, shortVersion } from '../format.js';
import { connect } from '../live.js';
import { isFinal } from '../progress.js';
import { set, state } from '../store.js';

const LINES_EVERY = 5_000;
const ADAPTATIONS_EVERY = 15_000;
const GATHER = 1_000; // of a thousand lines many may change at once

export function start() {
  connect(null, { message: take, state: live => set({ live }), open: fetchAll });
  setInterval(() => document.hidden || fetchLines(), LINES_EVERY);
  setInterval(() => document.hidden || fetchAdaptations(), ADAPTATIONS_EVERY);
  document.addEventListener('visibilitychange', () => document.hidden || fetchAll());
  fetchAll();
}

async function fetchAll() {
  const [services, addresses] = await Promise.all([get('/api/services'), get('/api/addresses'), fetchLines(), fetchAdaptations()]);
  services.data && set({ services: services.data });
  set({ addresses });
}

/** What was known stays in the list while evaluation-service does not answer. */
async function fetchLines() {
  const serving = await fetched('/api/serving');
  const known = state.serving.data;
  set({ serving: serving.state === 'ready' || !known ? serving : { state: 'ready', data: known, message: '', stale: serving.message } });
}

async function fetchAdaptations() {
  set({ adaptations: newestFirst(await fetched('/api/adaptations')) });
}

let gathering = null;

function fetchSoon() {
  gathering ??= setTimeout(() => {
    gathering = null;
    fetchLines();
    fetchAdaptations();
  }, GATHER);
}

function take(type, data) {
  if (type === 'services') {
    set({ services: data });
  } else if (type === 'promoted') {
    set({ latest: `${shortVersion(data.modelVersion)} serves ${data.line} from now on` });
    fetchSoon();
  } else if (type === 'drifted') {
    set({ latest: `Drift on ${data.line}: ${data.diagnosis}` });
    fetchSoon();
  } else if (type === 'evaluated') {
    const accuracy = data.targetAccuracy === null ? '' : `, ${percent(data.targetAccuracy)} % right on ${data.targetLine}`;
    set({ latest: `${shortVersion(data.modelVersion)} is ${data.verdict.toLowerCase()}${accuracy}` });
    fetchSoon();
  } else if (type === 'progress' && (isFinal(data) || !state.adaptations.data?.some(one => one.adaptationId === data.adaptationId))) {
    fetchSoon();
  }
}
