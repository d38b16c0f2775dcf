// Day one: invitations and an empty memory, worked through on the full page until none needs a next step: thirty
// invitations, and two hundred by keys. Counts clicks and keys in four ways: by keys where result pages are read, ten
// photos at one key or one; by keys where the user answers; by mouse where they are read. Accepting stays LinkedIn's
// own click, one each. The seconds are the browser's; people take longer.

import { launch } from '../stage/browsers.mjs';
import * as pictures from '../stage/pictures.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';
import { askBackground, overview } from '../demo/answers.mjs';
import { march2026, people, profilePage } from '../pages/index.mjs';
import * as results from '../pages/results.mjs';
import { allow } from '../e2e/search.mjs';
import { ENGINES, ENGINE_KEYS } from '../../extension/engines.js';

const RECEIVED = 'https://www.linkedin.com/mynetwork/invitation-manager/received/';
/** How many invitations; all rounds if no number is given. */
const [only] = process.argv.slice(2);
/** @typedef {'ten' | 'one' | 'answers' | 'mouse'} Way */
/** @type {Array<[number, Way[]]>} How many invitations, in which ways. */
const ROUNDS = [
  [30, ['ten', 'one', 'answers', 'mouse']],
  [200, ['ten']],
];
/** In each ten four look genuine, one shows the photo of the one before it, two have no photo. */
const kindOf = (/** @type {number} */ index) =>
  index % 10 < 4 ? 'safe' : index % 30 === 14 ? 'thief' : index % 10 > 7 ? 'faceless' : 'unknown';

const MOST = Math.max(...ROUNDS.map(([many]) => many));
/** @type {Map<string, import("../stage/photos.mjs").Photo>} */
const photos = new Map();
const everybody = people(MOST, (index) => ({
  slug: `day-${index}`,
  verified: kindOf(index) === 'safe',
  photo: kindOf(index) === 'faceless' ? null : { asset: `D4E03AQday${index}`, setAt: Date.now() - 9e10 },
}));
for (const [index, { photo }] of everybody.entries()) {
  if (!photo) continue;
  const picture = await pictures.portrait(`day${kindOf(index) === 'thief' ? index - 1 : index}`);
  photos.set(photo.asset, pictures.upload(kindOf(index) === 'thief' ? await pictures.mirror(picture) : picture));
}
/** The inviters of this round. */
let list = everybody;
const server = await startServer({
  photos,
  pages: ({ path }) => {
    if (path === new URL(RECEIVED).pathname) return march2026(list, { batch: list.length });
    const holder = everybody.find(({ slug }) => path.startsWith(`/in/${slug}/`));
    return holder && profilePage(holder);
  },
});
server.others.set('lens.google.com', () => ({
  html: '',
  status: 303,
  location: 'https://www.google.com/search?vsrid=a&udm=26',
}));
server.others.set('www.google.com', () => results.googleNone());

/** @param {number} many @param {Way} way */
async function workThrough(many, way) {
  list = everybody.slice(0, many);
  const stage = await launch('chromium', { extensionDir: 'dist/vouchsafe', server });
  try {
    const own = await stage.optionsPage();
    await askBackground(own, 'change-setting', { setting: 'badges', value: true });
    // Asked once an engine, at the first click on it.
    if (way === 'answers') await askBackground(own, 'change-setting', { setting: 'unread', value: ENGINE_KEYS });
    else await allow(/** @type {any} */ ({ kind: 'chromium', stage, own }), ENGINES[0].origins, true);
    await stage.newPage(RECEIVED);
    const isRead = async () => {
      const { items } = await overview(own);
      return (
        items.length === many && items.every(({ reasons }) => reasons.every(({ code }) => code !== 'photo-not-fetched'))
      );
    };
    await waitFor(isRead, { what: 'all to be read', timeout: 120_000 });
    const full = await stage.extensionPage('page/page.html', { width: 1280, height: 800 });
    await full.bringToFront();
    await full.waitForSelector('.detail:not([hidden])');
    let [keys, clicks] = [0, 0];
    const has = (/** @type {string} */ selector) => full.$(`.detail ${selector}`).then(Boolean);
    const who = () => full.$$eval('.detail h2', ([title]) => title?.textContent ?? '');
    /** One key, or one click on what it presses. @param {import('puppeteer-core').KeyInput} key @param {string} place */
    const act = async (key, place) => {
      await full.bringToFront();
      if (way === 'mouse') {
        // A reading that ended meanwhile may have removed the button.
        const found = await full.$(`.detail ${place}`);
        if (!found) return;
        clicks += 1;
        await found.click();
      } else {
        keys += 1;
        await full.keyboard.press(key);
      }
    };
    const movedOn = (/** @type {string} */ from) =>
      waitFor(async () => (await who()) !== from, {
        what: `the one after ${from}`,
        lastSeen: () => full.$eval('.full', (part) => /** @type {HTMLElement} */ (part).innerText),
      });
    const isDone = async () =>
      (await overview(own)).items.every(
        ({ photo }) =>
          /** @type {import('../../extension/requests').PhotoShown | null} */ (photo)?.reading?.state !== 'open',
      );
    const since = Date.now();
    for (let most = 3 * many; most > 0; most -= 1) {
      const before = await who();
      if (before === '') {
        // No invitation is open. Searches that are still being read may leave some to review.
        await waitFor(isDone, { what: 'all searches to be read', timeout: 60_000 });
        if (!/to check|likely fake/.test(await full.$eval('.triage', (text) => text.textContent ?? ''))) break;
        keys += 1;
        await full.keyboard.press('n');
        await movedOn(before);
      } else if (await has('[data-place=reported-undo]')) {
        if (
          !(await has('[data-place=next]:not(.quiet)')) ||
          /list/.test(await full.$eval('.detail [data-place=next]', (button) => button.textContent ?? ''))
        )
          break;
        await act('n', '[data-place=next]');
        await movedOn(before);
      } else if (await has('.who.likely-fake')) {
        await act('r', '[data-place=report]');
        await full.waitForSelector('[data-place=reported-undo]');
      } else if (way === 'ten' && (await full.$('[data-place=batch]:not([hidden])'))) {
        keys += 1;
        await full.keyboard.press('C');
        await waitFor(
          async () => /\d photos checked$/.test(await full.$eval('.batch', (line) => line.textContent ?? '')),
          { what: 'the photos to be checked', timeout: 120_000 },
        );
        // The result line of the last batch is replaced by the next one's, and must not be taken for it.
        await full.$eval('.batch span', (line) => line.replaceChildren());
      } else if (await has('[data-step=check]')) {
        const tabs = stage.newTabs.length;
        await act('c', '[data-step=check]');
        // A page that is not read comes to the front: an earlier press would be lost.
        await waitFor(async () => stage.newTabs.length > tabs, { what: 'the search’s tab' });
        if (way === 'answers') {
          await full.bringToFront();
          await full.waitForSelector('.question');
          await act('3', '[data-place=check-nothing]');
        }
        if ((await overview(own)).items.filter(({ photo, verdict }) => photo && verdict !== 'accept-safe').length > 1)
          await movedOn(before).catch(() => {});
      } else if (await has('[data-place=aside-all]')) {
        await act('S', '[data-place=aside-all]');
        await waitFor(async () => !(await has('[data-place=aside-all]')), { what: 'them to be set aside' });
      } else if (await has('.who.accept-safe')) {
        // Accepted on LinkedIn; here the only step is to the next one.
        if (/list/.test(await full.$eval('.detail [data-place=next]', (button) => button.textContent ?? ''))) break;
        await act('n', '[data-place=next]');
        await movedOn(before);
      } else if (await has('[data-place=aside]')) {
        await act('s', '[data-place=aside]');
        await waitFor(async () => (await who()) !== before || has('[data-place=aside-undo]'), {
          what: 'it to be set aside',
        });
      } else break;
    }
    await waitFor(isDone, { what: 'all searches to be read', timeout: 60_000 });
    const seconds = Math.round((Date.now() - since) / 1000);
    await full.bringToFront();
    const line = await waitFor(
      async () => {
        const said = await full.$eval('.triage', (text) => text.textContent ?? '');
        return /to check/.test(said) ? null : said;
      },
      { what: 'nothing left to check', lastSeen: () => full.$eval('.triage', (text) => text.textContent) },
    );
    const { items } = await overview(own);
    console.log(
      JSON.stringify({
        way,
        invitations: many,
        keys,
        clicks,
        acceptsOnLinkedIn: items.filter(({ verdict }) => verdict === 'accept-safe').length,
        seconds,
        tabsLeft: (await stage.browser.pages()).length,
        line,
      }),
    );
  } finally {
    await stage.close();
  }
}

try {
  for (const [many, ways] of ROUNDS)
    if (!only || many === Number(only)) for (const way of ways) await workThrough(many, way);
} finally {
  await server.close();
}
