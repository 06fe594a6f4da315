// A page without a browser: jsdom's window for scripts that build elements, with answers in place of the dashboard's service.

import { JSDOM } from 'jsdom';

const GLOBALS = ['document', 'Node', 'HTMLElement', 'DOMException', 'Event', 'localStorage', 'navigator'];

/** Makes the globals that the page's scripts use. Import the scripts after it, for some read them when they are loaded. */
export function openPage(html = '<!DOCTYPE html><body></body>') {
  const { window } = new JSDOM(html, { url: 'http://plant.example:8080/' });
  GLOBALS.forEach(name => Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true }));
  window.matchMedia = () => /** @type {any} */ ({ matches: false, addEventListener() {} });
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true, writable: true });
  Object.defineProperty(globalThis, 'location', { value: window.location, configurable: true, writable: true });
  Object.defineProperty(globalThis, 'getComputedStyle', { value: window.getComputedStyle.bind(window), configurable: true, writable: true });
  Object.defineProperty(globalThis, 'requestAnimationFrame', { value: () => 0, configurable: true, writable: true });
  Object.defineProperty(globalThis, 'ResizeObserver', { value: class { observe() {} unobserve() {} }, configurable: true, writable: true });
  return window;
}

/**
 * Answers in place of the dashboard's service; a path without one is a 404.
 *
 * @param {Record<string, any>} answers documents by path
 * @returns {string[]} what is asked from now on, such as 'GET /api/serving'
 */
export function serve(answers) {
  const asked = [];
  globalThis.fetch = /** @type {any} */ (async (path, { method = 'GET' } = {}) => {
    asked.push(`${method} ${path}`);
    const document = answers[path];
    return new Response(JSON.stringify(document ?? { detail: 'There is no such document.' }), { status: document === undefined ? 404 : 200 });
  });
  return asked;
}
