// Deletes what is stored outside the core about invitations that were forgotten.

import { chooseAgain, forgetSent } from './automatic.js';
import { withCore } from './core.js';
import { PATIENCE } from './deadlines.js';
import { keepActions } from './actions.js';
import { keepOrder } from './order.js';
import { keepReported } from './reporting.js';
import { keepSearching } from './searching.js';
import { keepShown } from './shown.js';
import { forgetStatistics, keepCounted } from './statistics.js';

/** @typedef {import('./changing.js').Stays} Stays */

/** @param {Stays} stays */
async function keep(stays) {
  // First, so that from here on no page may send requests about them.
  await keepShown(stays);
  await Promise.all([keepActions, keepOrder, keepReported, keepSearching].map((keepIts) => keepIts(stays)));
}

/** @param {string[]} keys The invitations of a person who was forgotten. */
export async function forgetInvitations(keys) {
  const gone = new Set(keys);
  chooseAgain();
  await Promise.all([keep((key) => !gone.has(key)), keepCounted((key) => !gone.has(key))]);
}

/** To be called when everybody was forgotten. */
export async function forgetAllInvitations() {
  chooseAgain();
  await Promise.all([keep(() => false), forgetStatistics(), forgetSent()]);
}

/**
 * Tidies the core's memory, and deletes what is stored outside it about invitations that are no longer remembered.
 * @param {import('../requests').Settings} settings @param {number} [patience] In milliseconds.
 */
export async function tidy({ keepDays, keepPhotos }, patience = PATIENCE) {
  const left = new Set(await withCore((core) => core.tidy(keepDays, keepPhotos), patience));
  await Promise.all([keepActions, keepOrder, keepCounted].map((keepIts) => keepIts((key) => left.has(key))));
}
