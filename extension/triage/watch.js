// Keeps the list up to date: asks the background for it again whenever something changed.

import { inOrder } from './list.js';
import { currentSettings } from '../shared/current-settings.js';
import { oneAtATime } from '../shared/one-at-a-time.js';
import {
  linkedInTabs,
  load,
  mayReach,
  onMessage,
  onPermissionsChanged,
  onSaved,
  pagesAllowed,
  photosAllowed,
} from '../browser.js';
import { allActions, onActions } from '../actions.js';
import { engineOf } from '../engines.js';
import { asNotice, ask, tell } from '../messages.js';

/** @typedef {import('../requests').OverviewAnswer} Overview */

/**
 * @typedef {object} Shown
 * @property {Overview} overview In the order of LinkedIn's page.
 * @property {'pages' | 'photos' | null} lacking The permission that is missing.
 * @property {number[]} toReload LinkedIn tabs in which nothing can be shown until they are reloaded.
 * @property {boolean} isDue Whether to ask now if people passed by may be remembered.
 * @property {boolean} mayRead Whether the result pages of the usual engine may be read.
 */

/** Changes within this many milliseconds are shown together. */
const SOON = 60;
/** After this time, in milliseconds, the user is asked whether people passed by may be remembered. */
const A_WEEK = 7 * 24 * 60 * 60 * 1000;

/** @returns {Promise<number[]>} */
async function tabsToReload() {
  const tabs = await linkedInTabs();
  const answers = await Promise.all(tabs.map((tab) => tell(tab, 'here')));
  return tabs.filter((_, index) => answers[index] === null || answers[index].late);
}

/** @returns {Promise<boolean>} Whether a photo was checked or a week has passed. */
async function isTimeToAsk() {
  const { since, months } = /** @type {import('../requests').Statistics} */ (await ask('statistics'));
  return Object.values(months).some(({ checked }) => checked > 0) || (since !== null && Date.now() - since > A_WEEK);
}

/**
 * @param {{ show: (shown: Shown) => void, failed: (error: unknown) => void, heard: () => void, switched: () => void }} host
 * `show` is called when the list has changed; `heard` whenever the background says that something
 * changed; `switched` when a setting did.
 * @returns {{ refresh: () => Promise<void>, soon: () => void, forget: () => void }}
 */
export function watchOverview({ show, failed, heard, switched }) {
  let isDue = false;
  let waiting = 0;
  let last = '';

  const refresh = oneAtATime(askAndShow);

  async function askAndShow() {
    try {
      const lacking = !(await pagesAllowed()) ? 'pages' : !(await photosAllowed()) ? 'photos' : null;
      const toReload = lacking === 'pages' || !currentSettings().on ? [] : await tabsToReload();
      const mayRead = await mayReach(engineOf(currentSettings().engine).origins);
      const look = /** @type {Overview} */ (await ask('overview'));
      const order = /** @type {string[]} */ ((await load('local', 'order')) ?? []);
      const overview = { ...look, items: inOrder(look.items, order) };
      if (!isDue && currentSettings().seeMore === 'unasked' && overview.lastLooked !== null)
        isDue = await isTimeToAsk();
      const shown = /** @type {Shown} */ ({ overview, lacking, toReload, isDue, mayRead });
      const now = JSON.stringify([shown, currentSettings(), allActions()]);
      if (now === last) return;
      last = now;
      show(shown);
    } catch (error) {
      last = '';
      failed(error);
    }
  }

  function soon() {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void refresh(), SOON);
  }

  onMessage((message) => {
    if (asNotice(message)?.name === 'changed') {
      heard();
      soon();
    }
    return null;
  });
  onSaved((key) => {
    if (key !== 'settings') return;
    switched();
    soon();
  });
  onActions(() => soon());
  onPermissionsChanged(soon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());

  return {
    refresh,
    soon,
    /** The next answer is shown even if it is the same. */
    forget: () => {
      last = '';
    },
  };
}
