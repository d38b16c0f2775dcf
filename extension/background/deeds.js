// The one owner of the user's marks on invitations: reported, or set aside.

import { DEEDS, asDeeds } from '../deeds.js';
import { change } from './changing.js';

/** @typedef {import('../deeds.js').Deed} Deed */

/** The most invitations whose marks are kept; the earliest go first. */
const MOST = 5000;

/** @param {string[]} keys @param {Deed} deed @param {boolean} done true: done now; false: taken back. */
export const noteDeeds = (keys, deed, done) =>
  change('local', DEEDS, (stored) => {
    const all = new Map(Object.entries(asDeeds(stored)));
    const at = Date.now();
    for (const key of keys) {
      const { [deed]: _, ...rest } = all.get(key) ?? {};
      const now = done ? { ...rest, [deed]: at } : rest;
      // The latest is at the end.
      all.delete(key);
      if (Object.keys(now).length > 0) all.set(key, now);
    }
    return Object.fromEntries([...all].slice(-MOST));
  });

/** @param {import('./changing.js').Stays} stays */
export const keepDeeds = (stays) =>
  change('local', DEEDS, (stored) => Object.fromEntries(Object.entries(asDeeds(stored)).filter(([key]) => stays(key))));
