// Starts the page that was opened: every section watches the store, the synchronisation fills it.

import './style/base.css';
import './style/sections.css';
import './style/line.css';
import { linePage } from './line/page.js';
import { mainPage } from './sections/page.js';

document.body.dataset.page === 'line' ? linePage() : mainPage();
