// The main page: all lines, and one adaptation.

import { start } from '../sync.js';
import { adaptation } from './adaptation.js';
import { confusion } from './confusion.js';
import { curves } from './curves.js';
import { features } from './features.js';
import { gallery } from './gallery.js';
import { jobs } from './jobs.js';
import { lines } from './lines.js';
import { masthead } from './masthead.js';
import { serving } from './serving.js';
import { summary } from './summary.js';
import { trade } from './trade.js';

const body = id => document.querySelector(`#${id} .body`);
const controls = id => document.querySelector(`#${id} .controls`);

export function mainPage() {
  masthead(document.getElementById('services'), document.getElementById('live'), document.getElementById('latest'));
  lines(body('lines'));
  serving(body('serving'));
  adaptation(document.getElementById('adaptation'));
  jobs(document.getElementById('job-rows'));
  curves(document.getElementById('curves'));
  summary(body('summary'));
  trade(body('trade'));
  gallery(body('gallery'));
  features(body('features'), controls('features'));
  confusion(body('confusion'), controls('confusion'));
  start();
}
