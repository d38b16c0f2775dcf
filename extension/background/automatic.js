// Searches without a click, with a key of the user's own: off unless switched on. Searches for the photos of pending
// invitations without a verdict, one after the other, within a budget, and for no photo twice within 90 days.

import { mayReach, stayAwake } from '../browser.js';
import { PROVIDERS } from '../providers.js';
import { loadSettings } from '../settings.js';
import { keyOf } from './service-keys.js';
import { accountOf, maySend, note, troubleOf } from './ledger.js';
import { ProviderError, pictureAt } from './providers/net.js';
import { ask as askSightengine } from './providers/sightengine.js';
import { ask as askVision } from './providers/vision.js';

/** @typedef {import('../shapes').ToSearch} ToSearch */
/** @typedef {import('../shapes').Hit} Hit */
/** @typedef {import('../providers.js').Provider} Provider */

/**
 * The core calls that the searches need.
 * @typedef {object} SearchCalls
 * @property {(limit: number) => Promise<ToSearch[]>} next The photos to search next.
 * @property {(photo: string, engine: string, outcome: 'results' | 'none', hits: Hit[]) => Promise<unknown>} found Stores results.
 * @property {(photo: string, provider: string, score: number) => Promise<unknown>} generated Stores a score.
 */

/** How many candidates are asked for, to find one that was not sent yet. */
const CANDIDATES = 500;

/** @type {Record<string, (photo: string, picture: Uint8Array<ArrayBuffer>, key: string[], calls: SearchCalls) => Promise<unknown>>} By provider: asks it, and stores its answer. */
const ASK = {
  sightengine: async (photo, picture, key, calls) =>
    calls.generated(photo, 'sightengine', (await askSightengine(picture, key)).score),
  vision: async (photo, picture, key, calls) => {
    const { hits } = await askVision(picture, key);
    return calls.found(photo, 'vision', hits.length > 0 ? 'results' : 'none', hits);
  },
};

/** Counts changes to what may be sent: a person forgotten, a setting changed. */
let changes = 0;
/** To be called at such a change: a photo chosen before it is not sent. */
export const chooseAgain = () => {
  changes += 1;
};

/**
 * @param {ToSearch} toSearch @param {string} provider @param {string[]} key @param {SearchCalls} calls @param {number} chosen The value of `changes` when the photo was chosen.
 * @returns {Promise<boolean>} Whether the provider may be asked about the next one.
 */
async function send({ photo, url }, provider, key, calls, chosen) {
  const now = Date.now();
  /** @type {Uint8Array<ArrayBuffer>} */
  let picture;
  try {
    picture = await pictureAt(url);
  } catch (error) {
    if (/** @type {any} */ (error).code === 'picture') {
      // Not sent, and not fetched again before tomorrow: its address may have changed by then.
      await note(provider, now, (account) => {
        account.sent[photo] = now - 89 * 86_400_000;
      });
      return true;
    }
    await note(provider, now, (account) => {
      account.trouble = troubleOf('unreachable', account.trouble, now);
    });
    return false;
  }
  if (changes !== chosen) return true;
  await note(provider, now, (account) => {
    account.today += 1;
    account.thisMonth += 1;
    account.sent[photo] = now;
  });
  try {
    await ASK[provider](photo, picture, key, calls);
    await note(provider, now, (account) => {
      account.trouble = null;
    });
    return true;
  } catch (error) {
    // The core refuses a photo that was forgotten meanwhile.
    const code = error instanceof ProviderError ? error.code : 'picture';
    if (code === 'picture') return true;
    await note(provider, now, (account) => {
      account.trouble = troubleOf(code, account.trouble, Date.now());
      // The provider refused it unseen, unless its answer could not be understood.
      if (code !== 'nonsense') delete account.sent[photo];
      if (code === 'wrong-key' || code === 'quota') {
        account.today -= 1;
        account.thisMonth -= 1;
      }
    });
    return false;
  }
}

/** @param {Provider} provider @param {SearchCalls} calls @returns {Promise<boolean>} Whether it was asked about a photo. */
async function step({ key: provider, origin }, calls) {
  const chosen = changes;
  const settings = await loadSettings();
  const key = settings.providers.includes(provider) ? await keyOf(provider) : undefined;
  if (!key || !(await mayReach([origin]))) return false;
  const now = Date.now();
  const account = await accountOf(provider, now);
  if (!maySend(account, settings, now)) return false;
  const next = (await calls.next(CANDIDATES)).find(({ photo }) => account.sent[photo] === undefined);
  return next !== undefined && send(next, provider, key, calls, chosen);
}

let isRunning = false;
let isDue = false;

/**
 * Searches for all photos that may be searched for now.
 * @param {SearchCalls} calls
 */
export async function searchAll(calls) {
  isDue = true;
  if (isRunning) return;
  isRunning = true;
  try {
    await stayAwake(
      (async () => {
        while (isDue) {
          isDue = false;
          // Providers that give a score go before those that search: a photo that was searched for is not offered again.
          for (const provider of [...PROVIDERS].reverse()) while (await step(provider, calls));
        }
      })(),
    );
  } finally {
    isRunning = false;
  }
}

/** The state of each provider for the options page: of the key only its last letters. */
export async function automaticStatus() {
  const now = Date.now();
  const { providers } = await loadSettings();
  return Promise.all(
    PROVIDERS.map(async ({ key, origin }) => {
      const { today, thisMonth, trouble } = await accountOf(key, now);
      const parts = await keyOf(key);
      const secret = parts?.at(-1);
      return {
        provider: key,
        isOn: providers.includes(key),
        isAllowed: await mayReach([origin]),
        today,
        thisMonth,
        // A short key is not shown at all.
        ending: secret === undefined ? null : secret.length >= 16 ? secret.slice(-4) : '',
        trouble: trouble?.code ?? null,
      };
    }),
  );
}

/** @returns {Promise<string | null>} The code of the error that holds up automatic searches. */
export async function automaticTrouble() {
  const { providers } = await loadSettings();
  for (const provider of providers) {
    const { trouble } = await accountOf(provider, Date.now());
    if (trouble) return `automatic-${trouble.code}`;
  }
  return null;
}

/** To be called when the key was replaced or deleted. @param {string} provider */
export const forgetTrouble = (provider) =>
  note(provider, Date.now(), (account) => {
    account.trouble = null;
  });

/** Forgets which photos were sent. */
export const forgetSent = () =>
  Promise.all(
    PROVIDERS.map(({ key }) =>
      note(key, Date.now(), (account) => {
        account.sent = {};
      }),
    ),
  );
