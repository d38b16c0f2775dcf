// The tabs that have shown invitations: told when a verdict changes. Kept in the session, since the worker may be ended.

import { load } from '../browser.js';
import { tell } from '../messages.js';
import { change } from './changing.js';
import { toldAgain } from './shown.js';

const KEY = 'watchers';
/** @returns {Promise<number[]>} */
const tabs = async () => (await load('session', KEY)) ?? [];

/** @param {number} tab */
export async function watch(tab) {
  await change('session', KEY, (/** @type {number[] | undefined} */ known = []) =>
    known.includes(tab) ? undefined : [...known, tab].slice(-50),
  );
}

/** Tells each tab of those it shows. @param {import('../shapes').View[]} views */
export async function announce(views) {
  if (views.length === 0) return;
  for (const tab of await tabs()) {
    const theirs = await toldAgain(tab, views);
    if (theirs.length > 0) tell(tab, 'views', { views: theirs });
  }
}

/** Tells the tabs who was forgotten. @param {string[] | null} keys The keys of their invitations; null: everybody. */
export async function tellForgotten(keys) {
  if (keys === null || keys.length > 0) for (const tab of await tabs()) tell(tab, 'forgotten', { keys });
}

/**
 * Asks one tab after the other, the last that showed invitations first.
 * @param {string} name @param {Record<string, unknown>} fields
 * @returns {Promise<{ tab: number, answer: any } | null>} The first that answers.
 */
export async function askTabs(name, fields) {
  for (const tab of (await tabs()).reverse()) {
    const answer = await tell(tab, name, fields);
    if (answer) return { tab, answer };
  }
  return null;
}
