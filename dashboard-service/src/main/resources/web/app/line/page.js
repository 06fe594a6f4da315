// The page of one line: its loop, its accuracy, its drift, its labels and its audit.

import { masthead } from '../masthead.js';
import { accuracy } from './accuracy.js';
import { actions } from './actions.js';
import { audit } from './audit.js';
import { cycles } from './cycles.js';
import { delivery } from './delivery.js';
import { drift } from './drift.js';
import { gate } from './gate.js';
import { labelling } from './labelling.js';
import { missing } from './missing.js';
import { next } from './next.js';
import { part } from './part.js';
import { pictures } from './pictures.js';
import { refused } from './refused.js';
import { report } from './report.js';
import { served } from './served.js';
import { settings } from './settings.js';
import { standing } from './standing.js';
import { start } from './sync.js';
import { unknown } from './unknown.js';
import { unusable } from './unusable.js';

const body = id => document.querySelector(`#${id} .body`);
const element = id => document.getElementById(id);

export function linePage() {
  const line = new URLSearchParams(location.search).get('line')?.trim() || null;
  masthead(element('services'), element('live'), element('latest'), state => title(line, state));
  missing(document.querySelector('main'), element('trouble'), line);
  if (line) {
    element('state-title').textContent = line;
    standing(element('standing'), element('state-words'));
    delivery(element('delivery'));
    next(element('next'), line);
    actions(element('actions'));
    part(element('part'));
    refused(element('refused'));
    settings(body('settings'));
    pictures(body('pictures'), line);
    accuracy(body('accuracy'), document.querySelector('#accuracy .controls'));
    drift(body('drift'));
    gate(body('gate'));
    cycles(body('cycles'));
    labelling(body('labelling'));
    unknown(body('unknown'));
    unusable(body('unusable'), element('camera'));
    report(element('report'));
    served(element('served'));
    audit(element('entries'), element('chain'));
  }
  start(line);
}

/** What a tab in the background should tell. */
function title(line, state) {
  const open = state.line.data?.cycle;
  const doing = open && state.job ? `${Math.floor(100 * (state.job.fraction ?? 0))} % · ` : '';
  return `${doing}${line ?? 'Line'} · Crossline`;
}
