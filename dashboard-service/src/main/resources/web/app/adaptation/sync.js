// Keeps the store up to date: fetches at the start and after a reconnect, takes live messages in between.

import { addressOf, newestFirst } from '../adaptations.js';
import { fetched, get } from '../api.js';
import { methodName, percent, phaseName, shortVersion } from '../format.js';
import { connect } from '../live.js';
import { applied, isFinal, refreshed } from '../progress.js';
import { set, state } from '../store.js';

const ADAPTATIONS_EVERY = 10_000;
const GATHER = 400; // several events in a row cause one fetch

export function start() {
  state.selected = new URLSearchParams(location.search).get('id')?.trim() || null;
  connect(null, { message: take, state: live => set({ live }), open: fetchAll });
  setInterval(() => document.hidden || fetchAdaptations(), ADAPTATIONS_EVERY);
  document.addEventListener('visibilitychange', () => document.hidden || fetchAll());
  fetchServices();
  fetchAll();
}

/** The page of another adaptation. */
export const choose = adaptationId => location.assign(addressOf(adaptationId));

async function fetchAll() {
  await fetchAdaptations();
  await fetchView();
}

async function fetchServices() {
  const { data } = await get('/api/services');
  data && set({ services: data });
}

/** All adaptations, for the choice of another one; a page that was opened for none shows the newest. */
async function fetchAdaptations() {
  set({ adaptations: newestFirst(await fetched('/api/adaptations')) });
  const newest = state.adaptations.data?.[0]?.adaptationId;
  if (!state.selected && newest) {
    set({ selected: newest });
    await fetchView();
  }
}

async function fetchView() {
  const wanted = state.selected;
  if (!wanted) {
    return;
  }
  const { state: answer, data, message } = await get(`/api/adaptations/${encodeURIComponent(wanted)}`);
  if (wanted !== state.selected) {
    return;
  }
  if (answer !== 'ready') {
    set({ jobs: { state: answer, data: null, message } });
    return;
  }
  set({ view: data, jobs: jobsOf(data) });
}

function jobsOf(view) {
  const panel = view.jobs;
  if (panel.state !== 'ready') {
    return state.jobs.data ? state.jobs : panel;
  }
  return { ...panel, data: refreshed(panel.data, state.jobs.data ?? []) };
}

let gathering = null;

function fetchSoon() {
  clearTimeout(gathering);
  gathering = setTimeout(fetchAll, GATHER);
}

function take(type, data) {
  if (type === 'services') {
    set({ services: data });
  } else if (type === 'progress') {
    takeProgress(data);
  } else if (type === 'trained') {
    set({ latest: `${shortVersion(data.modelVersion)} is trained` });
    fetchSoon();
  } else if (type === 'evaluated') {
    const accuracy = data.targetAccuracy === null ? '' : `, ${percent(data.targetAccuracy)} % right on ${data.targetLine}`;
    set({ latest: `${shortVersion(data.modelVersion)} is ${data.verdict.toLowerCase()}${accuracy}` });
    fetchSoon();
  }
}

function takeProgress(event) {
  if (event.adaptationId !== state.selected) {
    return;
  }
  const jobs = state.jobs.data ?? [];
  const next = applied(jobs, event);
  if (next !== jobs) {
    set({ jobs: { state: 'ready', data: next, message: '' } });
  } else if (!jobs.some(job => job.jobId === event.jobId)) {
    fetchSoon();
  }
  if (isFinal(event)) {
    set({ latest: `${methodName(event.method)}: ${event.state.toLowerCase()} after ${phaseName(event.phase).toLowerCase()}` });
    fetchSoon();
  }
}
