// Searches without a click, with a key of the user's own: off unless switched on. Pending invitations without a verdict
// one after the other, within a budget; no photo twice within 90 days.

import { mayReach, stayAwake } from '../browser.js';
import { PROVIDERS } from '../providers.js';
import { loadSettings } from '../settings.js';
import { keyOf } from './keys.js';
import { accountOf, maySend, note, troubleOf } from './ledger.js';
import { ProviderError, pictureAt } from './providers/net.js';
import { ask as askSightengine } from './providers/sightengine.js';
import { ask as askVision } from './providers/vision.js';

/** @typedef {import('../shapes').ToSearch} ToSearch */
/** @typedef {import('../shapes').Hit} Hit */
/** @typedef {import('../providers.js').Provider} Provider */

/**
 * Where results go to, and photos come from.
 * @typedef {object} Desk
 * @property {(limit: number) => Promise<ToSearch[]>} next
 * @property {(photo: string, engine: string, outcome: 'results' | 'none', hits: Hit[]) => Promise<unknown>} found
 * @property {(photo: string, provider: string, score: number) => Promise<unknown>} generated
 */

/** How many photos are looked through for one that was not sent yet. */
const LOOKED = 500;

/** @type {Record<string, (photo: string, picture: Uint8Array<ArrayBuffer>, key: string[], desk: Desk) => Promise<unknown>>} By provider: asks it, and hands on what it says. */
const ASKED = {
  // What was judged first is part of what is judged by the search.
  sightengine: async (photo, picture, key, desk) => desk.generated(photo, 'sightengine', (await askSightengine(picture, key)).score),
  vision: async (photo, picture, key, desk) => {
    const { hits } = await askVision(picture, key);
    return desk.found(photo, 'vision', hits.length > 0 ? 'results' : 'none', hits);
  },
};

/**
 * @param {ToSearch} toSearch @param {string} provider @param {string[]} key @param {Desk} desk
 * @returns {Promise<boolean>} Whether the provider may be asked about the next one.
 */
async function send({ photo, url }, provider, key, desk) {
  const now = Date.now();
  /** @type {Uint8Array<ArrayBuffer>} */
  let picture;
  try {
    picture = await pictureAt(url);
  } catch (error) {
    if (/** @type {any} */ (error).code === 'picture') {
      // Not sent: but not asked for at every turn either. Its address may be another tomorrow.
      await note(provider, now, (account) => { account.sent[photo] = now - 89 * 86_400_000; });
      return true;
    }
    await note(provider, now, (account) => { account.trouble = troubleOf('unreachable', account.trouble, now); });
    return false;
  }
  await note(provider, now, (account) => {
    account.today += 1;
    account.thisMonth += 1;
    account.sent[photo] = now;
  });
  try {
    await ASKED[provider](photo, picture, key, desk);
    await note(provider, now, (account) => { account.trouble = null; });
    return true;
  } catch (error) {
    // What the core refuses is of this photo: it was forgotten meanwhile.
    const code = error instanceof ProviderError ? error.code : 'picture';
    if (code === 'picture') return true;
    await note(provider, now, (account) => {
      account.trouble = troubleOf(code, account.trouble, Date.now());
      // It was turned away unseen; what came back as nonsense was seen.
      if (code !== 'nonsense') delete account.sent[photo];
      if (code === 'wrong-key' || code === 'quota') {
        account.today -= 1;
        account.thisMonth -= 1;
      }
    });
    return false;
  }
}

/** @param {Provider} provider @param {Desk} desk @returns {Promise<boolean>} Whether it was asked about a photo. */
async function step({ key: provider, origin }, desk) {
  const settings = await loadSettings();
  const key = settings.providers.includes(provider) ? await keyOf(provider) : undefined;
  if (!key || !(await mayReach([origin]))) return false;
  const now = Date.now();
  const account = await accountOf(provider, now);
  if (!maySend(account, settings, now)) return false;
  const next = (await desk.next(LOOKED)).find(({ photo }) => account.sent[photo] === undefined);
  return next !== undefined && send(next, provider, key, desk);
}

let isRunning = false;
let isDue = false;

/**
 * Goes through all that may be searched now.
 * @param {Desk} desk
 */
export async function searchAll(desk) {
  isDue = true;
  if (isRunning) return;
  isRunning = true;
  try {
    await stayAwake((async () => {
      while (isDue) {
        isDue = false;
        // Who judges before who searches: a photo that was searched is not offered again.
        for (const provider of [...PROVIDERS].reverse()) while (await step(provider, desk));
      }
    })());
  } finally {
    isRunning = false;
  }
}

/** What the options show of each: never the key, but for its last letters. */
export async function automaticStatus() {
  const now = Date.now();
  const { providers } = await loadSettings();
  return Promise.all(PROVIDERS.map(async ({ key, origin }) => {
    const { today, thisMonth, trouble } = await accountOf(key, now);
    const parts = await keyOf(key);
    const secret = parts?.at(-1);
    return {
      provider: key, isOn: providers.includes(key), isAllowed: await mayReach([origin]), today, thisMonth,
      // Of a short one, nothing.
      ending: secret === undefined ? null : secret.length >= 16 ? secret.slice(-4) : '',
      trouble: trouble?.code ?? null,
    };
  }));
}

/** @returns {Promise<string | null>} What keeps automatic searches from going on, as a code for who reads it. */
export async function automaticTrouble() {
  const { providers } = await loadSettings();
  for (const provider of providers) {
    const { trouble } = await accountOf(provider, Date.now());
    if (trouble) return `automatic-${trouble.code}`;
  }
  return null;
}

/** The key is another, or gone: what was wrong with the one before is over. @param {string} provider */
export const forgetTrouble = (provider) => note(provider, Date.now(), (account) => { account.trouble = null; });

/** Which photos were sent is forgotten with the photos. */
export const forgetSent = () => Promise.all(PROVIDERS.map(({ key }) => note(key, Date.now(), (account) => { account.sent = {}; })));
