// Services that search or score a photo with a key of the user's own: one entry each. How each is asked, and how its
// answer is read, is in background/providers/.

/**
 * @typedef {object} Provider
 * @property {string} key
 * @property {string} label
 * @property {string} origin The origin that its permission covers.
 * @property {string[]} asks Names of the texts that make up its key, the secret one last.
 * @property {string} help Where the user gets a key.
 */

/** @type {readonly Provider[]} */
export const PROVIDERS = Object.freeze([
  {
    key: 'vision',
    label: 'Google Cloud Vision',
    origin: 'https://vision.googleapis.com/*',
    asks: ['key'],
    help: 'https://cloud.google.com/vision/docs/setup',
  },
  {
    key: 'sightengine',
    label: 'Sightengine',
    origin: 'https://api.sightengine.com/*',
    asks: ['user', 'secret'],
    help: 'https://dashboard.sightengine.com/api-credentials',
  },
]);

export const PROVIDER_KEYS = PROVIDERS.map(({ key }) => key);
