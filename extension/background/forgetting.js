// What is kept beside the core of single invitations: it goes when they are forgotten.

import { chooseAgain, forgetSent } from './automatic.js';
import { withCore } from './core.js';
import { PATIENCE } from './deadlines.js';
import { keepDeeds } from './deeds.js';
import { keepOrder } from './order.js';
import { keepReported } from './reporting.js';
import { keepSearching } from './searching.js';
import { keepShown } from './shown.js';
import { forgetTally, keepCounted } from './tally.js';

/** @typedef {import('./changing.js').Stays} Stays */

/** @param {Stays} stays */
async function keep(stays) {
  // First: from here on no page speaks of them.
  await keepShown(stays);
  await Promise.all([keepDeeds, keepOrder, keepReported, keepSearching].map((keepIts) => keepIts(stays)));
}

/** @param {string[]} keys Of the invitations of somebody who was forgotten. */
export async function forgetInvitations(keys) {
  const gone = new Set(keys);
  chooseAgain();
  await Promise.all([keep((key) => !gone.has(key)), keepCounted((key) => !gone.has(key))]);
}

/** Everybody was forgotten. */
export async function forgetAllInvitations() {
  chooseAgain();
  await Promise.all([keep(() => false), forgetTally(), forgetSent()]);
}

/**
 * Has the core tidied, and keeps nothing of invitations that are not remembered any more.
 * @param {import('../requests').Settings} settings @param {number} [patience] In milliseconds.
 */
export async function tidy({ keepDays, keepPhotos }, patience = PATIENCE) {
  const left = new Set(await withCore((core) => core.tidy(keepDays, keepPhotos), patience));
  await Promise.all([keepDeeds, keepOrder, keepCounted].map((keepIts) => keepIts((key) => left.has(key))));
}
