// One reader an engine: which of its pages is which, and what a result page says. By structure and by what parts are
// named for; no class that is made again each week. Nothing here opens, presses or sends anything.

import { bing } from './bing.js';
import { googleLens } from './google-lens.js';
import { tineye } from './tineye.js';
import { yandex } from './yandex.js';

/**
 * `exact`: results that the engine tells from what only looks alike; `all`: results that it does not; `consent` and
 * `captcha`: something else is asked first; `way`: on the way to one of these.
 * @typedef {'exact' | 'all' | 'consent' | 'captcha' | 'way'} ResultPlace
 * @typedef {{ state: import('../requests').ReadState, hits: import('../shapes').Hit[] }} PageRead
 */

/**
 * @typedef {object} Reader
 * @property {(url: URL) => ResultPlace | null} placeOf Which page this is; null: none of a search for a picture.
 * @property {(url: URL) => URL | null} exactOf Where the same search shows exact matches alone.
 * @property {(page: Document, place: ResultPlace) => PageRead} read
 */

/** @type {Record<string, Reader>} By the engine's key. */
export const READERS = { 'google-lens': googleLens, tineye, bing, yandex };

/** @param {string} engine @param {string} address @returns {ResultPlace | null} */
export function placeOf(engine, address) {
  try {
    return READERS[engine]?.placeOf(new URL(address)) ?? null;
  } catch {
    return null;
  }
}
