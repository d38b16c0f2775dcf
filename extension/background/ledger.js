// What was sent to each provider, with its result: counted by day and month, and stored before anything is sent, so
// that a background that is ended neither exceeds the budget nor sends a photo twice.

import { load } from '../browser.js';
import { change } from './changing.js';

/** @typedef {import('./providers/net.js').Code} Code */
/** @typedef {{ code: Code, until: number, tries: number }} Trouble `until`: when to try again. */
/**
 * @typedef {object} Account
 * @property {string} day @property {number} today @property {string} month @property {number} thisMonth
 * @property {Record<string, number>} sent When each photo was sent, in epoch milliseconds.
 * @property {Trouble | null} trouble
 */

const KEY = 'automatic';
export const DAY = 86_400_000;
/** The longest day, one on which clocks are set back an hour, in milliseconds. */
const DAY_AT_MOST = DAY + 3_600_000;
/** For how long a sent photo is remembered, and not sent again, in milliseconds. */
export const KEPT = 90 * DAY;
/** The first wait after a failure, doubled with each further one, and the longest, in milliseconds. */
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = DAY / 2;

/** @param {number} now @returns {string} "2026-11-29", by the user's own calendar. */
const dayOf = (now) => {
  const date = new Date(now);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/**
 * @param {any} stored @param {number} now @returns {Account} As of now: counts of an earlier day or month start again from 0,
 * old entries are left out. Times up to a day ahead come from other time zones and corrected clocks, and count; times
 * further ahead were written by a wrong clock.
 */
export function current(stored, now) {
  const day = dayOf(now);
  const month = day.slice(0, 7);
  const next = dayOf(now + DAY);
  const sent = Object.entries(stored?.sent ?? {}).filter(
    ([, at]) => now - Number(at) < KEPT && Number(at) - now <= DAY,
  );
  return {
    day,
    month,
    today: [day, next].includes(stored?.day) ? Number(stored.today) || 0 : 0,
    thisMonth: [month, next.slice(0, 7)].includes(stored?.month) ? Number(stored.thisMonth) || 0 : 0,
    sent: Object.fromEntries(sent),
    trouble: Number.isFinite(stored?.trouble?.until) ? stored.trouble : null,
  };
}

/** @param {Code} code @param {Trouble | null} before @param {number} now @returns {Trouble} When to try again. */
export function troubleOf(code, before, now) {
  const tries = before?.code === code ? before.tries + 1 : 1;
  // The key's permissions can be changed at the service, so the same key is tried again.
  if (code === 'quota' || code === 'wrong-key') return { code, until: new Date(now).setHours(24, 0, 0, 0), tries };
  return { code, until: now + Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(tries - 1, 20)), tries };
}

/** @param {Account} account @param {{ budgetDay: number, budgetMonth: number }} budget @param {number} now */
export const maySend = ({ today, thisMonth, trouble }, { budgetDay, budgetMonth }, now) =>
  today < budgetDay &&
  thisMonth < budgetMonth &&
  // A longer wait than a day was written by a wrong clock.
  (trouble === null || trouble.until <= now || trouble.until > now + DAY_AT_MOST);

/** @returns {Promise<Record<string, any>>} */
const all = async () => (await load('local', KEY)) ?? {};

/** @param {string} provider @param {number} now @returns {Promise<Account>} */
export const accountOf = async (provider, now) => current((await all())[provider], now);

/** Changes an account, one change after the other. @param {string} provider @param {number} now @param {(account: Account) => void} edit */
export const note = (provider, now, edit) =>
  change('local', KEY, (/** @type {Record<string, any>} */ stored = {}) => {
    const account = current(stored[provider], now);
    edit(account);
    return { ...stored, [provider]: account };
  });
