// Reverse image search: one entry per engine. Only addresses on LinkedIn's own photo host are ever passed to an engine.

import { PROVIDERS } from './providers.js';

/**
 * @typedef {object} Engine
 * @property {string} key
 * @property {string} label
 * @property {string} before Goes in front of the encoded photo address.
 * @property {string[]} origins The origins of its result pages, for the permission to read them.
 */

/** @type {readonly Engine[]} Their addresses change now and then. */
export const ENGINES = Object.freeze([
  {
    key: 'google-lens',
    label: 'Google Lens',
    before: 'https://lens.google.com/uploadbyurl?url=',
    origins: ['https://lens.google.com/*', 'https://www.google.com/*', 'https://consent.google.com/*'],
  },
  {
    key: 'tineye',
    label: 'TinEye',
    before: 'https://www.tineye.com/search?url=',
    origins: ['https://www.tineye.com/*', 'https://tineye.com/*'],
  },
  {
    key: 'bing',
    label: 'Bing',
    before: 'https://www.bing.com/images/searchbyimage?cbir=ssbi&imgurl=',
    origins: ['https://www.bing.com/*'],
  },
  {
    key: 'yandex',
    label: 'Yandex',
    before: 'https://yandex.com/images/search?rpt=imageview&url=',
    origins: ['https://yandex.com/*', 'https://yandex.ru/*'],
  },
]);

/** The keys of all engines. */
export const ENGINE_KEYS = ENGINES.map(({ key }) => key);

/** @param {string} key @returns {Engine} The engine of that key, else the first one. */
export const engineOf = (key) => ENGINES.find((engine) => engine.key === key) ?? ENGINES[0];

/** @param {string} key @returns {string} The name of an engine or provider; its key if it is unknown. */
export const labelOf = (key) => [...ENGINES, ...PROVIDERS].find((one) => one.key === key)?.label ?? key;

/** @param {string} url @param {Engine} engine Whether its permission covers this address. */
export function isAt(url, { origins }) {
  try {
    const { protocol, host } = new URL(url);
    return protocol === 'https:' && origins.includes(`https://${host}/*`);
  } catch {
    return false;
  }
}

/** @param {string} url @returns {boolean} Whether this is a photo on LinkedIn's photo host. */
export function isPhotoUrl(url) {
  try {
    const { protocol, host, username, password } = new URL(url);
    return protocol === 'https:' && host === 'media.licdn.com' && username === '' && password === '';
  } catch {
    return false;
  }
}

/**
 * The address that a click on an engine opens.
 * @param {Engine} engine @param {string} photoUrl
 * @returns {string | null} null for a picture that is not on LinkedIn's photo host.
 */
export const checkUrl = (engine, photoUrl) =>
  isPhotoUrl(photoUrl) ? engine.before + encodeURIComponent(new URL(photoUrl).href) : null;
