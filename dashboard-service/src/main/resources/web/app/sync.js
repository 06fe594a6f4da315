// Keeps the store up to date: fetches at the start and after a reconnect, takes live messages in between.

import { get } from './api.js';
import { methodName, percent, phaseName, shortVersion } from './format.js';
import { connect } from './live.js';
import { applied, isFinal, refreshed } from './progress.js';
import { LOADING, SERVING_PAGE, set, state } from './store.js';

const OVERVIEW_EVERY = 5_000;
const GATHER = 400; // several events in a row cause one fetch

export function start() {
  state.selected = new URLSearchParams(location.hash.slice(1)).get('adaptation');
  connect({ message: take, state: live => set({ live }), open: fetchAll });
  setInterval(() => document.hidden || fetchOverview().then(fetchServing), OVERVIEW_EVERY);
  document.addEventListener('visibilitychange', () => document.hidden || fetchAll());
  fetchAll();
}

/** Shows an adaptation; null follows the newest. */
export function choose(adaptationId) {
  const newest = state.adaptations.data?.[0]?.adaptationId;
  const pinned = adaptationId && adaptationId !== newest;
  history.replaceState(null, '', pinned ? `#adaptation=${adaptationId}` : location.pathname);
  show(adaptationId ?? newest);
}

function show(adaptationId) {
  if (adaptationId !== state.selected) {
    set({ selected: adaptationId, view: null, jobs: LOADING });
  }
  fetchView();
}

const isPinned = () => location.hash.includes('adaptation=');

async function fetchAll() {
  await fetchOverview();
  await fetchServing();
  await fetchView();
}

/** Fetches which models serve, and how well: a page of the lines. */
export async function fetchServing() {
  const { state: answer, data, message } = await get(`/api/serving?after=${encodeURIComponent(state.servingAfter)}&limit=${SERVING_PAGE}`);
  set({ serving: answer === 'ready' ? data : { state: 'unavailable', data: null, message } });
}

async function fetchOverview() {
  const { state: answer, data, message } = await get('/api/overview');
  if (answer !== 'ready') {
    const failed = { state: 'unavailable', data: null, message };
    set({ services: [], lines: failed, adaptations: failed });
    return;
  }
  const adaptations = { ...data.adaptations, data: newestFirst(data.adaptations.data) };
  set({ services: data.services, lines: data.lines, throughput: byLine(data.throughput), adaptations });
  const newest = adaptations.data?.[0]?.adaptationId;
  if (newest && (!state.selected || (newest !== state.selected && !isPinned()))) {
    show(newest);
  }
}

const newestFirst = adaptations => adaptations?.toSorted((a, b) => String(b.createdAt ?? '').localeCompare(String(a.createdAt ?? ''))) ?? null;

const byLine = throughput => new Map(throughput.map(line => [line.line, line]));

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
  if (type === 'throughput') {
    set({ throughput: byLine(data) });
  } else if (type === 'services') {
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
  } else if (type === 'promoted') {
    set({ latest: `${shortVersion(data.modelVersion)} serves ${data.line} from now on` });
    fetchSoon();
  } else if (type === 'drifted') {
    set({ latest: `Drift on ${data.line}: ${data.diagnosis}` });
    fetchSoon();
  }
}

function takeProgress(event) {
  const known = state.adaptations.data?.some(adaptation => adaptation.adaptationId === event.adaptationId);
  if (!known) {
    fetchSoon();
    return;
  }
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
