// The user's settings: what they are before anything was chosen, and how they are read.

import { load } from './browser.js';
import { ENGINES } from './engines.js';

/** @typedef {import('./shapes').Settings} Settings */

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({ badges: true, keepDays: 180, keepPhotos: 20_000, engine: ENGINES[0].key, seeMore: 'unasked', thanks: '' });

/** @returns {Promise<Settings>} */
export async function loadSettings() {
  const stored = /** @type {Partial<Settings> | undefined} */ (await load('local', 'settings'));
  return { ...DEFAULTS, ...stored };
}
