// Searches of the web that the user opened from Vouchsafe: which photo each tab searches for, and the state of its
// reading. Only these tabs are read, only while they show the search that was opened, and only where the user allowed
// that engine. Kept in the session, since the worker may be ended.

import {
  closeUnseen,
  enterResultPage,
  leadTab,
  load,
  loadedUrl,
  mayReach,
  openBeside,
  ownUrl,
  save,
  showOpener,
  showTab,
} from '../browser.js';
import { ENGINES, checkUrl, isAt } from '../engines.js';
import { Refusal } from '../messages.js';
import { READERS, placeOf } from '../search/readers.js';
import { loadSettings } from '../settings.js';
import { withCore } from './core.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').Hit} Hit */
/** @typedef {import('../requests').Reading} Reading */
/** @typedef {import('../requests').ReadState} ReadState */
/** @typedef {(views: View[]) => Promise<unknown>} Announce Tells every tab and page that shows these views that they changed. */

/**
 * @typedef {object} Opened
 * @property {string} photo @property {string} key Of the invitation. @property {string} engine
 * @property {number} at Epoch milliseconds.
 * @property {boolean} isThere Whether the engine's page has loaded.
 * @property {boolean} isSentOn Whether it was sent on to the engine's exact matches.
 * @property {boolean} isInBackground Whether it was opened in the background, to be read: it is then closed, unless the user is looking at it.
 */

const KEY = 'searching';
/** The most searches, and readings, that are remembered. */
const MOST = 50;
/** A search that was not read after this long is given up, in milliseconds. */
const READ_WITHIN = 30 * 60_000;

/** @typedef {{ tabs: Map<number, Opened>, readings: Map<string, Reading> }} Searching */

/** @type {Promise<Searching> | null} */
let known = null;
const all = () =>
  (known ??= load('session', KEY).then((/** @type {any} */ stored) => ({
    tabs: new Map(stored?.tabs ?? []),
    readings: new Map(stored?.readings ?? []),
  })));

/** @param {Searching} searching */
function keep({ tabs, readings }) {
  for (const map of [tabs, readings])
    while (map.size > MOST) map.delete(/** @type {never} */ (map.keys().next().value));
  return save('session', KEY, { tabs: [...tabs], readings: [...readings] });
}

/** @param {View | null} view @returns {Promise<View | null>} With the search that is being read, if one is. */
export const withReading = async (view) => view && (await withReadings([view]))[0];

/** @param {View[]} views */
export async function withReadings(views) {
  const { readings } = await all();
  if (readings.size === 0) return views;
  return views.map((view) => {
    const reading = view?.photo && readings.get(view.photo.id);
    return view?.photo && reading ? { ...view, photo: { ...view.photo, reading } } : view;
  });
}

/** @param {Opened} opened @param {Announce} announce */
const announceView = async ({ key }, announce) => {
  const view = await withCore((core) => core.view(key));
  if (view) await announce([view]);
};

/** Stores the state of a search's reading, and announces it if it changed. @param {Opened} opened @param {Reading['state']} state @param {Announce} announce */
async function setState(opened, state, announce) {
  const searching = await all();
  const { photo, engine } = opened;
  const before = searching.readings.get(photo);
  searching.readings.delete(photo);
  searching.readings.set(photo, { engine, state });
  await keep(searching);
  if (before?.engine !== engine || before.state !== state) await announceView(opened, announce);
}

/**
 * Sets the state of a tab's reading, unless the reading was given up meanwhile.
 * @param {number} tab @param {Opened} opened @param {Reading['state']} state @param {Announce} announce
 */
async function note(tab, opened, state, announce) {
  if ((await all()).tabs.get(tab) === opened) await setState(opened, state, announce);
}

/** Reads nothing more in a tab. @param {number} tab @param {'unknown' | 'closed'} state @param {Announce} announce */
async function giveUp(tab, state, announce) {
  const { tabs } = await all();
  const opened = tabs.get(tab);
  if (tabs.delete(tab) && opened) await setState(opened, state, announce);
}

/**
 * Opens a search for an invitation's photo. Its result page is read if the user allowed that; if they were not asked yet,
 * our own page asks them first. Where it is opened:
 * - `new`: in a new tab in front;
 * - `behind`: in a new tab in the background, as one of several, without asking the user;
 * - `read`: in a new tab, in the background if the page will be read, else in front;
 * - `here`: in the tab of our page that asked the user;
 * - `back`: as `here`; if the page will be read, the user returns to the page they clicked on.
 * @param {{ key: string, engine: string, where: 'new' | 'behind' | 'read' | 'here' | 'back' }} what
 * @param {number | undefined} from The tab it was asked from. @param {Announce} announce
 * @returns {Promise<{ asked: boolean, isInBackground: boolean }>}
 */
export async function openSearch({ key, engine: engineKey, where }, from, announce) {
  const engine = ENGINES.find((one) => one.key === engineKey);
  const view = /** @type {View | null} */ (await withCore((core) => core.view(key)));
  const photo = view?.photo;
  if (!engine || !photo) throw new Refusal('search-no-photo');
  if (photo.expiresAt !== null && photo.expiresAt <= Date.now()) throw new Refusal('search-expired');
  const url = checkUrl(engine, photo.url);
  if (!url) throw new Refusal('search-no-photo');
  const mayRead = await mayReach(engine.origins);
  const isAsked = !mayRead && !(await loadSettings()).unread.includes(engine.key);
  if (isAsked && (where === 'new' || where === 'read')) {
    await openBeside(
      ownUrl(
        `search/allow.html#${new URLSearchParams({ key, engine: engine.key, where: where === 'read' ? 'back' : 'here' })}`,
      ),
      from,
      true,
    );
    return { asked: true, isInBackground: false };
  }
  const searching = await all();
  // A search that is still open, because the engine asks something there, comes to the front.
  const [waits] = [...searching.tabs].find(([, one]) => one.photo === photo.id && one.engine === engine.key) ?? [];
  if (
    where === 'new' &&
    mayRead &&
    waits !== undefined &&
    (await showTab(waits).then(
      () => true,
      () => false,
    ))
  )
    return { asked: false, isInBackground: false };
  let isInBackground = where === 'read' && mayRead;
  const opened = {
    photo: photo.id,
    key,
    engine: engine.key,
    at: Date.now(),
    isThere: false,
    isSentOn: false,
    isInBackground,
  };
  /** @param {number} tab */
  const remember = async (tab) => {
    searching.tabs.delete(tab);
    if (mayRead) searching.tabs.set(tab, opened);
    searching.readings.delete(photo.id);
    if (mayRead) searching.readings.set(photo.id, { engine: engine.key, state: 'open' });
    await keep(searching);
  };
  if ((where === 'here' || where === 'back') && from !== undefined) {
    isInBackground = where === 'back' && mayRead && (await showOpener(from).catch(() => false));
    opened.isInBackground = isInBackground;
    await remember(from);
    await leadTab(from, url);
  } else {
    const tab = await openBeside(url, from, where !== 'behind' && !isInBackground);
    if (tab !== undefined) {
      await remember(tab);
      // It may have finished loading before we remembered it.
      const loaded = await loadedUrl(tab).catch(() => undefined);
      if (loaded !== undefined) await tabLoaded(tab, loaded, announce);
    }
  }
  await announce(/** @type {View[]} */ (await withCore((core) => core.checkOpened(photo.id))));
  return { asked: false, isInBackground };
}

/**
 * The search that a tab was opened for, if its engine may still be read: the browser reports a withdrawn permission only
 * after the tab's navigation.
 * @param {number} tab @param {Announce} announce
 */
async function openedIn(tab, announce) {
  const { tabs } = await all();
  if (tabs.has(tab)) await giveUpRefused(announce);
  return tabs.get(tab);
}

/** @param {number} tab @param {string | undefined} url @param {Announce} announce A tab has loaded. */
export async function tabLoaded(tab, url, announce) {
  const searching = await all();
  const opened = await openedIn(tab, announce);
  if (!opened) return;
  const engine = ENGINES.find(({ key }) => key === opened.engine);
  const place = engine && url !== undefined && isAt(url, engine) ? placeOf(engine.key, url) : null;
  // The engine's page has not come yet: an empty tab, or our own page that asks.
  if (!opened.isThere && (url === undefined || url === 'about:blank' || url.startsWith(ownUrl('')))) return;
  // The user or the engine navigated away: from here on nothing is read.
  if (place === null || Math.abs(Date.now() - opened.at) > READ_WITHIN) return giveUp(tab, 'unknown', announce);
  opened.isThere = true;
  await keep(searching);
  if (place === 'consent' || place === 'captcha') return note(tab, opened, place, announce);
  const exact =
    place === 'all' && !opened.isSentOn ? READERS[opened.engine].exactOf(new URL(/** @type {string} */ (url))) : null;
  if (exact) {
    opened.isSentOn = true;
    await keep(searching);
    await leadTab(tab, exact.href);
    return;
  }
  await enterResultPage(tab).catch(() => note(tab, opened, 'unknown', announce));
}

/** Puts the reader into pages that loaded while the background was ended. @param {Announce} announce */
export async function resumeSearches(announce) {
  for (const tab of [...(await all()).tabs.keys()]) {
    const url = await loadedUrl(tab).catch(() => undefined);
    if (url !== undefined) await tabLoaded(tab, url, announce);
  }
}

/** @param {import('./changing.js').Stays} stays */
export async function keepSearching(stays) {
  const searching = await all();
  for (const [tab, { key, photo }] of searching.tabs) {
    if (stays(key)) continue;
    searching.tabs.delete(tab);
    searching.readings.delete(photo);
  }
  await keep(searching);
}

/** @param {number} tab @param {Announce} announce */
export const tabClosed = (tab, announce) => giveUp(tab, 'closed', announce);

/** Gives up the searches of engines whose permission was taken back. @param {Announce} announce */
export async function giveUpRefused(announce) {
  const { tabs } = await all();
  for (const [tab, opened] of [...tabs]) {
    const engine = ENGINES.find(({ key }) => key === opened.engine);
    if (!engine || !(await mayReach(engine.origins))) await giveUp(tab, 'closed', announce);
  }
}

/**
 * Takes in the results that the reader found: only from the tab that was opened for this search, while it shows it.
 * @param {ReadState} state @param {Hit[]} hits @param {chrome.runtime.MessageSender} sender
 * @param {{ found: (photo: string, engine: string, outcome: 'results' | 'none', hits: Hit[]) => Promise<unknown>, changed: Announce }} to
 */
export async function resultRead(state, hits, { tab, url, frameId }, { found, changed }) {
  const searching = await all();
  const id = frameId === 0 ? tab?.id : undefined;
  const opened = id === undefined ? undefined : await openedIn(id, changed);
  const engine = ENGINES.find(({ key }) => key === opened?.engine);
  if (id === undefined || !opened || !engine || !url || !isAt(url, engine)) throw new Refusal('not-shown');
  const place = placeOf(engine.key, tab?.url ?? url);
  if (place === null) throw new Refusal('not-shown');
  // Only a page of exact matches can say that there are none.
  const isRead = place === 'exact' || (place === 'all' && state === 'results');
  if (state !== 'results' && state !== 'none') return note(id, opened, state, changed);
  if (!isRead) return note(id, opened, 'unknown', changed);
  // Results and "being read" are never shown together. Saved only below, so that a worker ended here reads the page
  // again.
  const reading = searching.readings.get(opened.photo);
  const isDone = reading?.engine === opened.engine;
  if (isDone) searching.readings.delete(opened.photo);
  try {
    await found(opened.photo, opened.engine, state, hits);
  } catch (error) {
    if (isDone) searching.readings.set(opened.photo, reading);
    throw error;
  }
  // Nothing more is read in that tab.
  searching.tabs.delete(id);
  await keep(searching);
  await announceView(opened, changed);
  if (opened.isInBackground) await closeUnseen(id).catch(() => {});
}
