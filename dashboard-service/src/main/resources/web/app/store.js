// What the page knows. Sections watch the keys that they show.

export const LOADING = { state: 'loading', data: null, message: '' };

/** Lines in use that the first page shows at once. */
export const SERVING_PAGE = 20;

export const state = {
  live: 'connecting', // connecting | live | reconnecting
  services: [],
  lines: LOADING,
  serving: LOADING, // a page of the lines in use, with windows and promotions
  servingAfter: '', // the page begins after this line
  throughput: new Map(), // line -> LineThroughput
  adaptations: LOADING,
  selected: null, // adaptation shown
  view: null, // AdaptationView of it
  jobs: LOADING, // its jobs with their curves, kept up to date by progress events
  latest: '',
  // the page of one line
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
