// Starts the page: every section watches the store, the synchronisation fills it.

import './style/base.css';
import './style/sections.css';
import { adaptation } from './sections/adaptation.js';
import { confusion } from './sections/confusion.js';
import { curves } from './sections/curves.js';
import { features } from './sections/features.js';
import { gallery } from './sections/gallery.js';
import { jobs } from './sections/jobs.js';
import { lines } from './sections/lines.js';
import { masthead } from './sections/masthead.js';
import { serving } from './sections/serving.js';
import { summary } from './sections/summary.js';
import { start } from './sync.js';

const body = id => document.querySelector(`#${id} .body`);
const controls = id => document.querySelector(`#${id} .controls`);

masthead(document.getElementById('services'), document.getElementById('live'), document.getElementById('latest'));
lines(body('lines'));
serving(body('serving'));
adaptation(document.getElementById('adaptation'));
jobs(document.getElementById('job-rows'));
curves(document.getElementById('curves'));
summary(body('summary'));
gallery(body('gallery'));
features(body('features'), controls('features'));
confusion(body('confusion'), controls('confusion'));
start();
