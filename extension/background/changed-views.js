// Announces changed verdicts to everything that shows them: the tabs, our own pages, the toolbar icon.

import { sendToOwnPages, showCount } from '../browser.js';
import { withCore } from './core.js';
import { withReadings } from './searching.js';
import { announce } from './watchers.js';

/** @typedef {import('../shapes').View} View */

/** Tells our own pages that the list may have changed. */
export const tellOwn = () => sendToOwnPages({ name: 'changed' });

/** Counts the likely fakes on the toolbar icon, accepted ones too, and tells our own pages, once for many changes in a row. */
let counting = false;
export async function count() {
  if (counting) return;
  counting = true;
  await new Promise((later) => setTimeout(later, 200));
  counting = false;
  tellOwn();
  const { items, accepted } = await withCore((core) => core.overview());
  await showCount([...items, ...accepted].filter((/** @type {View} */ view) => view.verdict === 'likely-fake').length);
}

/** @param {View[]} views The verdicts that changed. */
export async function viewsChanged(views) {
  const shown = await withReadings(views);
  await announce(shown);
  count().catch(() => {});
  return shown;
}
