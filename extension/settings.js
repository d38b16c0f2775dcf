// The user's settings: their defaults, their valid values, and how they are read. Only the background writes them, one
// change after the other (background/settings.js).

import { load } from './browser.js';
import { ENGINES, ENGINE_KEYS } from './engines.js';
import { PROVIDER_KEYS } from './providers.js';

/** @typedef {import('./requests').Settings} Settings */

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({
  on: true,
  badges: null,
  keepDays: 180,
  keepPhotos: 20_000,
  engine: ENGINES[0].key,
  engines: ENGINE_KEYS,
  unread: [],
  providers: [],
  budgetDay: 30,
  budgetMonth: 1000,
  seeMore: 'unasked',
  thanks: null,
});

/** @param {unknown} value @param {number} least @param {number} most */
const between = (value, least, most) => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most;

/** @param {string[]} keys @returns {(value: unknown) => boolean} Some of these, each once. */
const someOf = (keys) => (value) =>
  Array.isArray(value) && new Set(value).size === value.length && value.every((key) => keys.includes(key));

/** The valid values of each setting. @type {Record<keyof Settings, (value: unknown) => boolean>} */
const VALID = {
  on: (value) => typeof value === 'boolean',
  badges: (value) => value === null || typeof value === 'boolean',
  keepDays: (value) => between(value, 1, 3650),
  keepPhotos: (value) => between(value, 100, 200_000),
  engine: (value) => ENGINES.some(({ key }) => key === value),
  engines: someOf(ENGINE_KEYS),
  unread: someOf(ENGINE_KEYS),
  providers: someOf(PROVIDER_KEYS),
  budgetDay: (value) => between(value, 1, 100_000),
  budgetMonth: (value) => between(value, 1, 1_000_000),
  seeMore: (value) => value === 'unasked' || value === 'yes' || value === 'no',
  thanks: (value) => value === null || (typeof value === 'string' && value.length <= 2000),
};

/** @param {unknown} name @param {unknown} value Whether there is such a setting, and the value is valid. */
export const isValid = (name, value) =>
  typeof name === 'string' && Object.hasOwn(VALID, name) && VALID[/** @type {keyof Settings} */ (name)](value);

/** The settings that are lists, each with its possible entries, in their order. @type {Record<import('./requests').Listed, string[]>} */
export const LISTS = { engines: ENGINE_KEYS, unread: ENGINE_KEYS, providers: PROVIDER_KEYS };

/** @param {unknown} stored @returns {Settings} The valid stored values, and defaults for the others. */
export function withDefaults(stored) {
  // An engine known only to another version must not invalidate the choice of the others.
  const known = Object.entries(typeof stored === 'object' && stored ? stored : {}).map(([name, value]) => [
    name,
    Object.hasOwn(LISTS, name) && Array.isArray(value)
      ? LISTS[/** @type {import('./requests').Listed} */ (name)].filter((key) => value.includes(key))
      : value,
  ]);
  const good = known.filter(([name, value]) => isValid(name, value));
  return { ...DEFAULTS, ...Object.fromEntries(good) };
}

/** @returns {Promise<Settings>} */
export const loadSettings = async () => withDefaults(await load('local', 'settings'));

/** The settings that an imported file may change: none that switches something on. @type {ReadonlyArray<keyof Settings>} */
const FROM_FILE = ['engine', 'engines', 'thanks', 'keepDays', 'keepPhotos'];

/**
 * @param {Settings} now @param {object} settings The settings in a file: hostile.
 * @returns {Array<[keyof Settings, unknown]>} The settings to take from the file.
 */
export const fromFile = (now, settings) =>
  FROM_FILE.filter((name) => Object.hasOwn(settings, name))
    .map((name) => /** @type {[keyof Settings, any]} */ ([name, /** @type {any} */ (settings)[name]]))
    .filter(
      ([name, value]) =>
        isValid(name, value) &&
        JSON.stringify(value) !== JSON.stringify(now[name]) &&
        (!(name === 'keepDays' || name === 'keepPhotos') || value > now[name]),
    );
