// What the page knows. Sections watch the keys that they show.

export const LOADING = { state: 'loading', data: null, message: '' };

export const state = {
  live: 'connecting', // connecting | live | reconnecting
  services: [],
  addresses: LOADING, // of this installation, for ready-made commands
  lines: LOADING, // what each camera has delivered
  serving: LOADING, // all lines with their states
  adaptations: LOADING,
  selected: null, // adaptation shown
  view: null, // AdaptationView of it
  jobs: LOADING, // its jobs with their curves, kept up to date by progress events
  latest: '',
  // the page of one line
  throughput: null, // LineThroughput of the last minutes
  line: LOADING, // its serving model, loop, open cycle
  settings: LOADING, // what people know of it
  mix: LOADING, // what its newest images say of the mix of classes
  windows: LOADING, // newest first
  cycles: LOADING, // newest first
  job: null, // of the open cycle
  models: LOADING, // evaluations, for the choice of a model
  labels: LOADING,
  pictures: LOADING, // how the line sees
  refused: LOADING, // what ingestion did not take
  audit: LOADING, // newest first
  verification: LOADING,
};

const watchers = [];

/** Calls action now and whenever one of the keys is set. */
export function watch(keys, action) {
  watchers.push({ keys, action });
  show({ action });
}

/** A section that fails is reported on the console and leaves the others alone. */
function show({ action }) {
  try {
    action(state);
  } catch (failure) {
    reportError(failure);
  }
}

export function set(changes) {
  Object.assign(state, changes);
  const changed = Object.keys(changes);
  watchers.filter(({ keys }) => keys.some(key => changed.includes(key))).forEach(show);
}
