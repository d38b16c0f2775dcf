// The order in which LinkedIn's page shows the invitations: the list keeps to it.

import { load, save } from '../browser.js';
import { change } from './changing.js';

const KEY = 'order';
/** The most invitations whose place is remembered. */
const MOST = 5000;

/**
 * A part of the page, in order, taken into what is known: what stood before and after the part stays there.
 * @param {string[]} known @param {string[]} part @returns {string[]}
 */
export function joined(known, part) {
  const isPart = new Set(part);
  const first = known.findIndex((key) => isPart.has(key));
  const [before, after] = first < 0 ? [known, []] : [known.slice(0, first), known.slice(first)];
  return [...before, ...part, ...after.filter((key) => !isPart.has(key))].slice(0, MOST);
}

/** @param {string[]} keys As they stand on the page. */
export const noteOrder = (keys) => change('local', KEY, (/** @type {string[] | undefined} */ known = []) => {
  const next = joined(known, keys);
  return next.length === known.length && next.every((key, at) => key === known[at]) ? undefined : next;
});

/** @template {{ key: string }} T @param {T[]} views @returns {Promise<T[]>} As on the page; those not seen there as they were, at the end. */
export async function inOrder(views) {
  const at = new Map(/** @type {string[]} */ ((await load('local', KEY)) ?? []).map((key, place) => [key, place]));
  const placeOf = (/** @type {T} */ { key }) => at.get(key) ?? Infinity;
  return [...views].sort((one, other) => (placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other)));
}

/** @param {string[] | null} keys Those forgotten; null: all. */
export const forgetOrder = (keys) => (keys === null ? save('local', KEY, []) : change('local', KEY, (/** @type {string[] | undefined} */ known) => known?.filter((key) => !keys.includes(key))));
