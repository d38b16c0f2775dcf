// The profiles that the user recently opened to report them: the profile's page then shows the evidence and where
// LinkedIn's own entry is. Kept in the session, since the worker may be ended.

import { load } from '../browser.js';
import { slugIn } from '../places.js';
import { change } from './changing.js';

const KEY = 'reporting';
/** How long an entry is kept, in milliseconds, and how many at once. */
const KEPT_FOR = 30 * 60_000;
const MOST = 20;

/** @typedef {{ slug: string, key: string, at: number }} Reported */

/** @param {Reported[]} [stored] Entries dated in the future, from before the clock was set back, expire too. */
const current = (stored = []) => stored.filter(({ at }) => Math.abs(Date.now() - at) < KEPT_FOR);

/** @param {string} profileUrl @param {string} key Of the invitation. */
export async function reportOpened(profileUrl, key) {
  const slug = slugIn(profileUrl);
  if (slug === '') return;
  await change('session', KEY, (/** @type {Reported[] | undefined} */ stored) => {
    const others = current(stored).filter((reported) => reported.slug !== slug);
    return [...others, { slug, key, at: Date.now() }].slice(-MOST);
  });
}

/** @param {string} profileUrl @returns {Promise<string | null>} The key of the invitation whose sender is being reported there. */
export async function reportedAt(profileUrl) {
  const slug = slugIn(profileUrl);
  return current(await load('session', KEY)).find((reported) => reported.slug === slug && slug !== '')?.key ?? null;
}

/** @param {import('./changing.js').Stays} stays */
export const keepReported = (stays) =>
  change('session', KEY, (/** @type {Reported[] | undefined} */ stored) => stored?.filter(({ key }) => stays(key)));
