// The profiles that the user opened to report them, for a while: the profile's page then shows the evidence and where
// LinkedIn's own entry is. Kept in the session, since the worker may be ended.

import { load, save } from '../browser.js';
import { slugIn } from '../places.js';

const KEY = 'reporting';
/** For how long, in milliseconds, and how many at once. */
const AT_MOST = 30 * 60_000;
const MOST = 20;

/** @typedef {{ slug: string, key: string, at: number }} Reported */

/** @returns {Promise<Reported[]>} */
const all = async () =>
  ((await load('session', KEY)) ?? []).filter((/** @type {Reported} */ { at }) => Date.now() - at < AT_MOST);

/** @param {string} profileUrl @param {string} key Of the invitation. */
export async function reportOpened(profileUrl, key) {
  const slug = slugIn(profileUrl);
  if (slug === '') return;
  const others = (await all()).filter((reported) => reported.slug !== slug);
  await save('session', KEY, [...others, { slug, key, at: Date.now() }].slice(-MOST));
}

/** @param {string} profileUrl @returns {Promise<string | null>} The key of the invitation whose sender is being reported there. */
export async function reportedAt(profileUrl) {
  const slug = slugIn(profileUrl);
  return (await all()).find((reported) => reported.slug === slug && slug !== '')?.key ?? null;
}
