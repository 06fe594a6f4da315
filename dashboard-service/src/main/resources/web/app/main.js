// Starts the page that was opened: every section watches the store, the synchronisation fills it.

import './style/base.css';
import './style/sections.css';
import './style/line.css';
import './style/home.css';
import { adaptationPage } from './adaptation/page.js';
import { homePage } from './home/page.js';
import { linePage } from './line/page.js';

({ line: linePage, adaptation: adaptationPage, home: homePage })[document.body.dataset.page]();
