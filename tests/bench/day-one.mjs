// Day one: thirty invitations and an empty memory, worked through. Counts clicks and keys, by the panel's and page's mouse way
// and by keys alone on the full page. The seconds are the browser's; people take longer.

import { launch } from '../stage/browsers.mjs';
import * as pictures from '../stage/pictures.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';
import { askBackground, overview } from '../demo/answers.mjs';
import { march2026, people, profilePage } from '../pages/index.mjs';

const RECEIVED = 'https://www.linkedin.com/mynetwork/invitation-manager/received/';
const MANY = Number(process.argv[2] ?? 30);
/** Of ten: four look genuine, one shows the photo of the one before it, two have no photo. */
const kindOf = (/** @type {number} */ index) => (index % 10 < 4 ? 'safe' : index % 30 === 14 ? 'thief' : index % 10 > 7 ? 'faceless' : 'unknown');

/** @type {Map<string, import("../stage/photos.mjs").Photo>} */
const photos = new Map();
const list = people(MANY, (index) => ({
  slug: `day-${index}`, verified: kindOf(index) === 'safe', photo: kindOf(index) === 'faceless' ? null : { asset: `D4E03AQday${index}`, setAt: Date.now() - 9e10 },
}));
for (const [index, { photo }] of list.entries()) {
  if (photo) photos.set(photo.asset, pictures.upload(await (kindOf(index) === 'thief' ? pictures.mirror(await pictures.portrait(`day${index - 1}`)) : pictures.portrait(`day${index}`))));
}
const server = await startServer({
  photos,
  pages: ({ path }) => {
    if (path === new URL(RECEIVED).pathname) return march2026(list, { batch: MANY });
    const holder = list.find(({ slug }) => path.startsWith(`/in/${slug}/`));
    return holder && profilePage(holder);
  },
});
const stage = await launch('chromium', { extensionDir: 'dist/vouchsafe', server });
try {
  const own = await stage.optionsPage();
  await askBackground(own, 'change-setting', { setting: 'badges', value: true });
  await stage.newPage(RECEIVED);
  const isRead = async () => {
    const { items } = await overview(own);
    return items.length === MANY && items.every(({ reasons }) => reasons.every(({ code }) => code !== 'photo-not-fetched'));
  };
  await waitFor(isRead, { what: 'all to be read', timeout: 120_000 });
  const full = await stage.extensionPage('page/page.html', { width: 1280, height: 800 });
  await full.bringToFront();
  await full.waitForSelector('.detail:not([hidden])');
  let keys = 0;
  const press = async (/** @type {import('puppeteer-core').KeyInput} */ key) => {
    keys += 1;
    await full.bringToFront();
    await full.keyboard.press(key);
  };
  const has = (/** @type {string} */ selector) => full.$(`.detail ${selector}`).then(Boolean);
  const since = Date.now();
  const who = () => full.$eval('.detail h2', (title) => title.textContent);
  for (let left = MANY; left > 0; left -= 1) {
    const before = await who();
    if (await has('.who.likely-fake')) {
      await press('r');
      await full.waitForSelector('[data-place=reported-undo]');
    } else if (await has('[data-step=check]')) {
      const tabs = stage.newTabs.length;
      await press('c');
      await full.waitForSelector('.question');
      // It comes to the front: what is pressed before would be lost.
      await waitFor(async () => stage.newTabs.length > tabs, { what: 'the search’s tab' });
      const at = await full.$$eval('.question button', (all) => all.findIndex((one) => /** @type {HTMLElement} */ (one).dataset.place === 'check-nothing') + 1);
      await press(/** @type {import('puppeteer-core').KeyInput} */ (String(at)));
      await waitFor(() => full.$('[data-place=check-undo]'), { what: 'the answer', lastSeen: () => full.$eval('.detail', (detail) => /** @type {HTMLElement} */ (detail).innerText) });
    } else {
      // No photo: the profile says how old the account is; it waits.
      await press('o');
      await press('s');
      await full.waitForSelector('[data-place=aside-undo]');
    }
    if (!(await has('[data-place=next]:not(.quiet)')) || (await full.$eval('.detail [data-place=next]', (button) => button.textContent)) !== 'Next unchecked') break;
    await press('n');
    await waitFor(async () => (await who()) !== before, { what: 'the next one' });
  }
  const line = await full.$eval('.triage', (text) => text.textContent);
  const seconds = (Date.now() - since) / 1000;
  const left = (await overview(own)).items.filter(({ verdict, photo }) => verdict !== 'accept-safe' && photo && photo.answer === null).length;
  console.log(JSON.stringify({ invitations: MANY, keys, clicks: 0, acceptOnLinkedIn: list.filter((_, index) => kindOf(index) === 'safe').length, seconds: Math.round(seconds), unansweredPhotos: left, line }));
} finally {
  await stage.close();
  await server.close();
}
