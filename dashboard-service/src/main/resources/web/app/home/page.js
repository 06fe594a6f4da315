// The first page: all lines, who needs a person, the newest adaptations, and how to begin with a line.

import { masthead } from '../masthead.js';
import { adapt } from './adapt.js';
import { adaptations } from './adaptations.js';
import { lines } from './lines.js';
import { newLine } from './new-line.js';
import { start } from './sync.js';

const body = id => document.querySelector(`#${id} .body`);
const element = id => document.getElementById(id);

export function homePage() {
  masthead(element('services'), element('live'), element('latest'), title);
  lines(body('lines'));
  adaptations(body('adaptations'));
  newLine(body('new-line'));
  adapt(body('adapt'));
  start();
}

/** What a tab in the background should tell. */
function title(state) {
  const waiting = (state.serving.data ?? []).filter(line => line.state === 'needs-you' || line.state === 'camera-fault').length;
  return waiting ? `${waiting} need you · Crossline` : 'Crossline';
}
