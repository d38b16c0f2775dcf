// The one owner of the user's actions on invitations: reported, or set aside.

import { ACTIONS, asActions } from '../actions.js';
import { change } from './changing.js';

/** @typedef {import('../actions.js').Action} Action */

/** The most invitations whose actions are kept; the earliest go first. */
const MOST = 5000;

/** @param {string[]} keys @param {Action} action @param {boolean} done true: done now; false: taken back. */
export const noteActions = (keys, action, done) =>
  change('local', ACTIONS, (stored) => {
    const all = new Map(Object.entries(asActions(stored)));
    const at = Date.now();
    for (const key of keys) {
      const { [action]: _, ...rest } = all.get(key) ?? {};
      const now = done ? { ...rest, [action]: at } : rest;
      // The latest is at the end.
      all.delete(key);
      if (Object.keys(now).length > 0) all.set(key, now);
    }
    return Object.fromEntries([...all].slice(-MOST));
  });

/** @param {import('./changing.js').Stays} stays */
export const keepActions = (stays) =>
  change('local', ACTIONS, (stored) =>
    Object.fromEntries(Object.entries(asActions(stored)).filter(([key]) => stays(key))),
  );
