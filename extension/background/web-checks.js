// The requests about searches of the web: the user's own photo checks, result pages, pasted links, and searches with a key.

import { openBeside, ownUrl } from '../browser.js';
import { Refusal } from '../messages.js';
import { PROVIDERS } from '../providers.js';
import { automaticStatus, automaticTrouble, forgetTrouble, searchAll } from './automatic.js';
import { tellOwn, viewsChanged } from './changed-views.js';
import { withCore } from './core.js';
import { dropKey, keepKey } from './service-keys.js';
import { pngOf } from './photo-as-png.js';
import { openSearch, resultRead } from './searching.js';
import * as statistics from './statistics.js';

/** The engine's key for links that the user pasted. */
const OWN_LINKS = 'links';

/**
 * Stores the results of a result page or of a provider's answer.
 * @param {string} photo @param {string} engine @param {'results' | 'none'} outcome @param {import('../shapes').Hit[]} hits
 */
async function searchFound(photo, engine, outcome, hits) {
  const views = await withCore((core) => core.recordSearch(photo, engine, outcome, hits));
  countChecked(views, photo, true);
  return viewsChanged(views);
}

/** @param {import('../shapes').View[]} views @param {string} photo @param {boolean} done Counts the invitations with this photo as checked, or no longer. */
function countChecked(views, photo, done) {
  const keys = views.filter((view) => view.photo?.id === photo).map(({ key }) => key);
  statistics.count(keys, 'checked', done).catch(() => {});
}

/** Stores a provider's score for whether a picture is generated. @param {string} photo @param {string} provider @param {number} score From 0 to 1. */
const generatedFound = async (photo, provider, score) =>
  viewsChanged(await withCore((core) => core.recordGenerated(photo, provider, score)));

/** @param {number} limit @returns {Promise<import('../shapes').ToSearch[]>} The photos to search next: those of invitations with reasons to accept first. */
const nextToSearch = (limit) => withCore((core) => core.nextToSearch(limit));

/** Searches for pending photos by the providers that the user switched on. */
export async function automatic() {
  const before = await automaticTrouble();
  await searchAll({ next: nextToSearch, found: searchFound, generated: generatedFound });
  if ((await automaticTrouble()) !== before) tellOwn();
}
/** How long after cards were answered the searches start, in milliseconds: once for many cards in a row. */
const AUTOMATIC_AFTER = 1500;
let automaticWaits = false;
/** Does the same after a moment, once for many calls. */
export function automaticSoon() {
  if (automaticWaits) return;
  automaticWaits = true;
  setTimeout(() => {
    automaticWaits = false;
    automatic().catch(() => {});
  }, AUTOMATIC_AFTER);
}

/** @satisfies {Partial<import('../requests').Handlers>} */
export const WEB_CHECKS = {
  'check-opened': async ({ photo }) => viewsChanged(await withCore((core) => core.checkOpened(photo))),
  'check-answered': async ({ photo, answer, profile }) => {
    const views = await withCore((core) => core.checkAnswered(photo, answer, profile));
    countChecked(views, photo, answer !== 'undo');
    return viewsChanged(views);
  },
  'search-open': ({ key, engine, where }, tab, { url }) => {
    if ((where === 'here' || where === 'back') && !url?.startsWith(ownUrl(''))) throw new Refusal('bad-request');
    return openSearch({ key, engine, where }, tab, viewsChanged);
  },
  'result-read': ({ state, hits }, _, sender) =>
    resultRead(state, hits, sender, { found: searchFound, changed: viewsChanged }),
  'links-found': ({ photo, urls }) =>
    searchFound(
      photo,
      OWN_LINKS,
      'results',
      urls.map((/** @type {string} */ url) => ({ url, title: '', same: true })),
    ),
  'answer-found': async ({ photo, url, says }) =>
    viewsChanged(await withCore((core) => core.answerFound(photo, url, says))),
  searches: ({ text, after }) => withCore((core) => core.searches(text, after)),
  'photo-png': async ({ key }) => {
    const view = await withCore((core) => core.view(key));
    if (!view?.photo) throw new Refusal('search-no-photo');
    return pngOf(view.photo.url);
  },
  'photo-save': async ({ key }, tab) => {
    await openBeside(ownUrl(`search/photo.html#${new URLSearchParams({ key })}`), tab, true);
  },
  automatic: () => automaticStatus(),
  'keep-key': async ({ provider, parts }) => {
    const { asks } = /** @type {import('../providers.js').Provider} */ (PROVIDERS.find(({ key }) => key === provider));
    const trimmed = parts.map((/** @type {string} */ part) => part.trim());
    if (trimmed.length === 0) await dropKey(provider);
    else if (
      trimmed.length !== asks.length ||
      trimmed.some((/** @type {string} */ part) => !/^[\x21-\x7e]+$/.test(part))
    )
      throw new Refusal('key-not-a-key');
    else await keepKey(provider, trimmed);
    await forgetTrouble(provider);
    tellOwn();
    automaticSoon();
  },
};
