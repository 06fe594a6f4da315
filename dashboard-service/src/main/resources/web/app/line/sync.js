// Keeps the store up to date with one line: fetches every few seconds and when a live message tells of something new.

import { get } from '../api.js';
import { connect } from '../live.js';
import { percent, shortVersion } from '../format.js';
import { applied } from '../progress.js';
import { set, state } from '../store.js';

const EVERY = 5_000;
const GATHER = 400; // several events in a row cause one fetch
const WINDOWS = 150;
const REFUSED_EVERY = 30_000;
const VERIFY_EVERY = 60_000; // the whole chain is read for it

let name = null;
let base = '';
let mixAsked = false;
let verifiedAt = 0;
let verified = null; // newest entry of the audit when the chain was verified
let auditLimit = 30;

export function start(line) {
  name = line;
  base = `/api/serving/${encodeURIComponent(line ?? '')}`;
  connect(line, { message: take, state: live => set({ live }), open: fetchAll });
  setInterval(() => document.hidden || fetchLine(), EVERY);
  setInterval(() => document.hidden || fetchRefused(), REFUSED_EVERY);
  document.addEventListener('visibilitychange', () => document.hidden || fetchAll());
  fetchAll();
}

/** The address of something of this line, for requests and pictures. */
export const address = path => `${base}${path}`;

async function fetchAll() {
  get('/api/addresses').then(addresses => set({ addresses }));
  const { data } = await get('/api/overview');
  data && set({ services: data.services, lines: data.lines, throughput: data.throughput.find(one => one.line === name) ?? null });
  await Promise.all([fetchLine(), fetchModels(), fetchRefused()]);
}

async function fetchRefused() {
  name && (await fetchInto('refused', `/api/lines/${encodeURIComponent(name)}/refused`));
}

/** What changes while the line runs. */
export async function fetchLine() {
  if (!name) {
    return;
  }
  await Promise.all([
    fetchInto('line', base), fetchInto('settings', `${base}/settings`), fetchInto('windows', `${base}/windows?limit=${WINDOWS}`), fetchInto('cycles', `${base}/cycles?limit=50`), fetchInto('pictures', `/api/lines/${encodeURIComponent(name)}/pictures`),
    fetchInto('audit', `/api/audit?line=${encodeURIComponent(name)}&limit=${auditLimit}`), fetchLabels(),
    state.models.state === 'ready' || fetchModels(),
  ]);
  await Promise.all([fetchJob(), verify()]);
  fetchMix();
}

/** It is computed on request and may take seconds: nothing else waits for it. */
async function fetchMix() {
  if (!mixAsked) {
    mixAsked = true;
    await fetchInto('mix', `${base}/mix`);
    mixAsked = false;
  }
}

export async function fetchLabels() {
  name && (await fetchInto('labels', `${base}/labels`));
}

export async function fetchMoreAudit() {
  auditLimit = 1000;
  await fetchLine();
}

async function fetchModels() {
  name && (await fetchInto('models', '/api/evaluations?limit=200'));
}

async function fetchJob() {
  const id = state.line.data?.cycle?.jobId;
  if (!id) {
    state.job && set({ job: null });
    return;
  }
  const { data } = await get(`/api/jobs/${encodeURIComponent(id)}`);
  set({ job: data ?? (state.job?.jobId === id ? state.job : null) });
}

async function verify() {
  const newest = state.audit.data?.[0]?.sequence ?? null;
  if (newest !== verified || Date.now() - verifiedAt > VERIFY_EVERY) {
    verified = newest;
    verifiedAt = Date.now();
    await fetchInto('verification', '/api/audit/verification');
  }
}

/** What was known stays on the page while it cannot be fetched; the note on top says so. */
async function fetchInto(key, path) {
  const fetched = await get(path);
  const known = state[key];
  if (fetched.state === 'unavailable' && known.data !== null) {
    set({ [key]: { ...known, stale: fetched.message } });
  } else if (known.stale || JSON.stringify(known) !== JSON.stringify(fetched)) {
    set({ [key]: fetched });
  }
}

let gathering = null;

function fetchSoon(action = fetchLine) {
  clearTimeout(gathering);
  gathering = setTimeout(action, GATHER);
}

function take(type, data) {
  if (type === 'services') {
    set({ services: data });
  } else if (type === 'throughput') {
    set({ throughput: data.find(one => one.line === name) ?? null });
  } else if (type === 'progress' && state.job?.jobId === data.jobId) {
    const [job] = applied([state.job], data);
    set({ job });
    data.state === state.job.state || fetchSoon();
  } else if (type === 'promoted' && data.line === name) {
    set({ latest: `${shortVersion(data.modelVersion)} serves ${name} from now on: ${data.reason}` });
    fetchSoon(fetchAll);
  } else if (type === 'drifted' && data.line === name) {
    set({ latest: `Drift confirmed: ${data.diagnosis}` });
    fetchSoon();
  } else if (type === 'evaluated' && [data.sourceLine, data.targetLine].includes(name)) {
    const accuracy = data.targetAccuracy === null ? '' : `, ${percent(data.targetAccuracy)} % right on ${data.targetLine}`;
    set({ latest: `${shortVersion(data.modelVersion)} is ${data.verdict.toLowerCase()}${accuracy}` });
    fetchSoon(fetchAll);
  }
}
