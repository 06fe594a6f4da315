// A ready-made command: one click selects it.

import { h } from './dom.js';

export const command = words => h('pre', { class: 'command', title: 'One click selects all of it' }, h('code', {}, words));

/** The address of another service, seen from this browser. */
export const service = port => `${location.protocol}//${location.hostname}:${port}`;
