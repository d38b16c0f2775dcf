// The order in which LinkedIn's page shows the invitations; the list uses the same.

import { change } from './changing.js';

/** Its key in the session storage, for our own pages. */
export const KEY = 'order';
/** The most invitations whose place is remembered. */
const MOST = 5000;

/**
 * Merges a part of the page into the known order: entries before and after the part stay where they are.
 * @param {string[]} known @param {string[]} part @returns {string[]}
 */
export function joined(known, part) {
  const isPart = new Set(part);
  const first = known.findIndex((key) => isPart.has(key));
  const [before, after] = first < 0 ? [known, []] : [known.slice(0, first), known.slice(first)];
  return [...before, ...part, ...after.filter((key) => !isPart.has(key))].slice(0, MOST);
}

/** @param {string[]} keys In the order of the page. */
export const noteOrder = (keys) =>
  change('local', KEY, (/** @type {string[] | undefined} */ known = []) => {
    const next = joined(known, keys);
    return next.length === known.length && next.every((key, at) => key === known[at]) ? undefined : next;
  });

/** @param {import('./changing.js').Stays} stays */
export const keepOrder = (stays) =>
  change('local', KEY, (/** @type {string[] | undefined} */ known) => known?.filter(stays));
