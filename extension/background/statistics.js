// The statistics by month: invitations seen and checked, fakes reported, recruiters accepted. When invitations are
// forgotten, only the numbers stay.

import { load } from '../browser.js';
import { change } from './changing.js';

/** @typedef {import('../requests').Counts} Counts */
/** @typedef {keyof Counts} Counted */
/** @typedef {{ since: number, months: Record<string, Counts>, counted: Record<string, Partial<Record<Counted, string>>> }} StoredStatistics */

/** The stored key, which has its earlier name. */
const KEY = 'tally';
/** @type {Readonly<Counts>} */
export const NONE = Object.freeze({ seen: 0, checked: 0, reported: 0, recruiters: 0 });
/** The most invitations that are known to be counted already; the earliest go first. */
const MOST = 10_000;

/** @param {number} time @returns {string} "2026-11", where the user is. */
export function monthOf(time) {
  const date = new Date(time);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}`;
}

/**
 * Each invitation counts once in each column, in the month of the action; an action that is taken back no longer counts.
 * @param {StoredStatistics | undefined} stored @param {Array<{ key: string, what: Counted, done: boolean }>} events @param {number} now
 * @returns {StoredStatistics}
 */
export function withCounted(stored, events, now) {
  const since = stored?.since ?? now;
  const months = Object.fromEntries(
    Object.entries(stored?.months ?? {}).map(([month, counts]) => [month, { ...NONE, ...counts }]),
  );
  const counted = new Map(Object.entries(stored?.counted ?? {}));
  for (const { key, what, done } of events) {
    const before = counted.get(key) ?? {};
    const month = before[what];
    if (done === (month !== undefined)) continue;
    const at = month ?? monthOf(now);
    const counts = (months[at] ??= { ...NONE });
    counts[what] = Math.max(0, counts[what] + (done ? 1 : -1));
    const { [what]: _, ...rest } = before;
    counted.set(key, done ? { ...rest, [what]: at } : rest);
  }
  return { since, months, counted: Object.fromEntries([...counted].slice(-MOST)) };
}

/** @type {Array<{ key: string, what: Counted, done: boolean }>} */
let waiting = [];
/** Ends when what was counted last is stored. @type {Promise<void>} */
let storing = Promise.resolve();

/**
 * Counts invitations; stored once for many calls in a row.
 * @param {string[]} keys @param {Counted} what @param {boolean} [done] @returns {Promise<void>}
 */
export function count(keys, what, done = true) {
  const isFirst = waiting.length === 0;
  waiting.push(...keys.map((key) => ({ key, what, done })));
  if (isFirst && keys.length > 0) storing = storeSoon();
  return storing;
}

async function storeSoon() {
  await new Promise((later) => setTimeout(later, 100));
  const events = waiting;
  waiting = [];
  await change('local', KEY, (/** @type {StoredStatistics | undefined} */ stored) =>
    withCounted(stored, events, Date.now()),
  );
}

/** @returns {Promise<import('../requests').Statistics>} With what was counted a moment ago: a page that was told of a change asks once. */
export async function readStatistics() {
  await storing.catch(() => {});
  const stored = /** @type {StoredStatistics | undefined} */ (await load('local', KEY));
  return { since: stored?.since ?? null, months: stored?.months ?? {} };
}

/** Starts counting again from now. */
export function forgetStatistics() {
  waiting = [];
  return change('local', KEY, () => /** @type {StoredStatistics} */ ({ since: Date.now(), months: {}, counted: {} }));
}

/** Forgets which invitations were counted; the numbers stay. @param {import('./changing.js').Stays} stays */
export function keepCounted(stays) {
  waiting = waiting.filter(({ key }) => stays(key));
  return change('local', KEY, (/** @type {StoredStatistics | undefined} */ stored) => {
    const counted = Object.entries(stored?.counted ?? {}).filter(([key]) => stays(key));
    return stored && { ...stored, counted: Object.fromEntries(counted) };
  });
}
