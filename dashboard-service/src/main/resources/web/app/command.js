// A ready-made command: one click selects it.

import { h } from './dom.js';

export const command = words => h('pre', { class: 'command', title: 'One click selects all of it' }, h('code', {}, words));

/** @typedef {{ingest: string, training: string, bootstrapServers: string, watchedFolder: string | null}} Addresses of this installation, as the dashboard's service knows them */

/** The address of a path of a service, the base being written with or without a slash at its end. */
export const at = (base, path) => base.replace(/\/+$/, '') + path;

/** @param {Addresses} addresses */
export const upload = (addresses, line) => `curl -F image=@part.png -F partId=P-0001 ${at(addresses.ingest, `/lines/${line}/images`)}`;
