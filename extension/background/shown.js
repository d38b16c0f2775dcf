// The invitations and photos that each tab was told of. A page may send requests only about what it shows: the page at
// its address, and invitations and photos it was told of. Kept in the session, since the worker may be ended.

import { load, save } from '../browser.js';
import { passingOf, slugOf, surfaceOf } from '../places.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {{ keys: Set<string>, photos: Set<string> }} Shown */

const KEY = 'shown';
/** The most tabs that are remembered; the one not told of anything for longest goes first. */
const TABS = 50;

/** @type {Promise<Map<number, Shown>> | null} */
let tabs = null;
/** @type {Promise<unknown>} */
let saving = Promise.resolve();
let isDue = false;

const all = () =>
  (tabs ??= load('session', KEY).then(
    (stored) =>
      new Map(
        /** @type {Array<[number, string[], string[]]>} */ (stored ?? []).map(([tab, keys, photos]) => [
          tab,
          { keys: new Set(keys), photos: new Set(photos) },
        ]),
      ),
  ));

/** Saved once for many changes in a row. @param {Map<number, Shown>} known */
function keep(known) {
  if (isDue) return saving;
  isDue = true;
  saving = saving
    .then(() => {
      isDue = false;
      return save(
        'session',
        KEY,
        [...known].slice(-TABS).map(([tab, { keys, photos }]) => [tab, [...keys], [...photos]]),
      );
      // The session storage is full: what was told is known until the background ends.
    })
    .catch(() => {});
  return saving;
}

/** Notes that a tab is told of these: it may send requests about them from now on. @param {number | undefined} tab @param {View[]} views @param {string[]} [photos] */
export async function told(tab, views, photos = []) {
  if (tab === undefined) return;
  const known = await all();
  const shown = known.get(tab) ?? { keys: new Set(), photos: new Set() };
  const before = shown.keys.size + shown.photos.size;
  for (const { key, photo, twins } of views) {
    shown.keys.add(key);
    if (photo) shown.photos.add(photo.id);
    for (const twin of twins) shown.photos.add(twin.photo);
  }
  for (const photo of photos) shown.photos.add(photo);
  if (known.has(tab) && shown.keys.size + shown.photos.size === before) return;
  known.delete(tab);
  known.set(tab, shown);
  await keep(known);
}

/** @param {number} tab @param {View[]} views That changed. @returns {Promise<View[]>} Those that the tab shows, noted as told. */
export async function toldAgain(tab, views) {
  const shown = (await all()).get(tab);
  const theirs = shown ? views.filter(({ key }) => shown.keys.has(key)) : [];
  await told(tab, theirs);
  return theirs;
}

/** @param {import('./changing.js').Stays} stays */
export async function keepShown(stays) {
  const known = await all();
  for (const { keys } of known.values()) for (const key of keys) if (!stays(key)) keys.delete(key);
  await keep(known);
}

/** @param {string | undefined} url @returns {string | null} Its path on LinkedIn. */
function pathOf(url) {
  try {
    const { origin, pathname } = new URL(url ?? '');
    return origin === 'https://www.linkedin.com' ? pathname : null;
  } catch {
    return null;
  }
}

/**
 * Whether a page may send this: by its address, and by what it was told of.
 * @param {any} request Checked by messages.js. @param {chrome.runtime.MessageSender} sender @returns {Promise<boolean>}
 */
export async function maySend(request, { url, tab }) {
  // The tab's address, which the user sees, also for its frames. The sender's is that of the last load, and the page may have
  // navigated since without one.
  const path = pathOf(tab?.url ?? url);
  if (path === null || tab?.id === undefined) return false;
  const surface = surfaceOf(path);
  const shown = (await all()).get(tab.id);
  /** @param {string} key */
  const isKey = (key) => shown?.keys.has(key) ?? false;
  /** @param {string[]} photos */
  const arePhotos = (...photos) => photos.every((photo) => shown?.photos.has(photo));
  switch (request.name) {
    case 'see-card':
      return surface === 'list' || surface === 'preview';
    case 'see-page':
      return surface === 'list' && request.page.keys.every(isKey);
    case 'see-photos':
    case 'account-seen':
    case 'report-guide':
      return slugOf(path) !== '' && slugOf(pathOf(request.profile) ?? '') === slugOf(path);
    case 'see-people':
      return passingOf(path) === request.place;
    // The page may have left the list by now.
    case 'mark-handled':
    case 'view':
    case 'overrule':
    case 'note-deed':
    case 'open-page':
    case 'search-open':
    case 'report-opened':
    case 'photo-png':
    case 'photo-save':
      return isKey(request.key);
    case 'small-copies':
      return arePhotos(...request.photos);
    case 'check-opened':
    case 'check-answered':
    case 'answer-found':
      return arePhotos(request.photo);
    case 'compare-photos':
      return arePhotos(request.one, request.other);
    case 'see-connections':
      return true;
    default:
      return false;
  }
}
