// Changes to stored values, run one after the other, so that each reads the value the one before it wrote.

import { load, save } from '../browser.js';

/** @typedef {(key: string) => boolean} Stays Whether an invitation is still remembered, by its key. */

/** @type {Promise<unknown>} */
let last = Promise.resolve();

/**
 * @template T @param {'local' | 'session'} area @param {string} key
 * @param {(stored: T | undefined) => T | undefined} change The new value; undefined leaves it as it is.
 * @returns {Promise<void>}
 */
export function change(area, key, change) {
  const next = last.then(async () => {
    const changed = change(await load(area, key));
    if (changed !== undefined) await save(area, key, changed);
  });
  last = next.catch(() => {});
  return next;
}
