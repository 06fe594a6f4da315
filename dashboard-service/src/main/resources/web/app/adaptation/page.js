// The page of one adaptation: its recommendation, its results, its jobs, and what its models see.

import { masthead } from '../masthead.js';
import { isActive, isFinal } from '../progress.js';
import { adaptation } from './adaptation.js';
import { confusion } from './confusion.js';
import { curves } from './curves.js';
import { features } from './features.js';
import { gallery } from './gallery.js';
import { jobs } from './jobs.js';
import { recommended } from './recommendation.js';
import { summary } from './summary.js';
import { start } from './sync.js';
import { trade } from './trade.js';

const body = id => document.querySelector(`#${id} .body`);
const controls = id => document.querySelector(`#${id} .controls`);

export function adaptationPage() {
  masthead(document.getElementById('services'), document.getElementById('live'), document.getElementById('latest'), title);
  adaptation(document.getElementById('adaptation'));
  recommended(body('recommendation'));
  summary(body('summary'));
  jobs(document.getElementById('job-rows'));
  curves(document.getElementById('curves'));
  trade(body('trade'));
  gallery(body('gallery'));
  features(body('features'), controls('features'));
  confusion(body('confusion'), controls('confusion'));
  start();
}

/** What a tab in the background should tell. */
function title(state) {
  const all = state.jobs.data ?? [];
  if (!all.some(isActive)) {
    return 'Adaptation · Crossline';
  }
  const done = all.reduce((sum, job) => sum + (isFinal(job) ? 1 : job.fraction ?? 0), 0) / all.length;
  return `${Math.floor(100 * done)} % · Adaptation · Crossline`;
}
