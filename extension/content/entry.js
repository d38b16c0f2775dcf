// The state of one card on the page.

import { STABLE_AT_MOST } from './page-settled.js';

/** @typedef {import('../shapes').CardSeen} CardSeen */

/**
 * @typedef {object} Entry
 * @property {import('../shapes').Root} found How it was found.
 * @property {string} read The card as last read, as JSON.
 * @property {boolean} stale Whether the page has changed it since.
 * @property {import('./identity.js').Identity | null} who Whose card it was then.
 * @property {CardSeen | null} seen The core's answer.
 * @property {CardSeen | null} before The answer for the person shown here before, until the present one is known.
 * @property {number} otherSince When it became another person's card, by `performance.now()`, until the core is asked; else 0.
 * @property {Set<string>} linked The profiles that it links to.
 * @property {'' | 'photo' | 'faded'} awaits Why it was not asked about yet: its photo is loading, or it is all transparent.
 * @property {number} awaitsSince Since when, by `performance.now()`; 0: it was not waited for.
 * @property {number} again The timer of the next attempt.
 * @property {Node | undefined} at The node of the name, under which the badge is put.
 * @property {import('../badge/badge.js').Badge | null} badge
 * @property {number} putBack How often the page took the badge away.
 * @property {number} since When it was found, by `performance.now()`.
 * @property {number} changed When the page last changed it, by `performance.now()`.
 */

/** A row that shows somebody else is asked about once it was unchanged for this long, in milliseconds. */
export const REDRAWN = 300;

/** @param {import('../shapes').Root} found @returns {Entry} The entry of a card that was just found. */
export function newEntry(found) {
  const now = performance.now();
  return {
    found,
    read: '',
    stale: true,
    who: null,
    seen: null,
    before: null,
    otherSince: 0,
    linked: new Set(),
    awaits: '',
    awaitsSince: 0,
    again: 0,
    at: undefined,
    badge: null,
    putBack: 0,
    since: now,
    changed: now,
  };
}

/** Whether the page may still be drawing somebody else here. @param {Entry} entry @param {boolean} isHalf */
export function isBeingDrawn({ otherSince, changed }, isHalf) {
  const now = performance.now();
  return now - otherSince < STABLE_AT_MOST && (isHalf || now - changed < REDRAWN);
}

/** @param {CardSeen | null} seen Whether the photo was still on its way. */
export const isUnfetched = (seen) =>
  seen?.kind === 'invitation' && seen.view.reasons.some(({ code }) => code === 'photo-not-fetched');
