// Shows that the stage itself works: a dummy extension in both browsers, with everything later tests rely on.

import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import * as pages from '../pages/index.mjs';
import { launch } from './browsers.mjs';
import { writeDummy } from './dummy.mjs';
import * as pictures from './pictures.mjs';
import { startServer } from './server.mjs';
import { gate, waitFor } from './waiting.mjs';

const crowd = pages.people(23);
const received = '/mynetwork/invitation-manager/received/';

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  describe(kind, { timeout: 120_000 }, () => {
    /** @type {import('./server.mjs').Server} */ let server;
    /** @type {import('./browsers.mjs').Stage} */ let stage;
    /** @type {string} */ let extensionDir;
    const late = gate();

    before(async () => {
      const bytes = await pictures.portrait('stage');
      server = await startServer({
        photos: (seen) => (seen.asset === 'late' ? { body: bytes, after: late.opened } : pictures.upload(bytes)),
        pages: {
          [received]: pages.march2026(crowd),
          '/mynetwork/grow/': pages.app(
            {
              '/mynetwork/grow/': pages.previewMain(crowd.slice(0, 3)),
              [received]: pages.framed('/preload/invitations/'),
            },
            '/mynetwork/grow/',
          ),
          '/preload/invitations/': pages.march2026(crowd.slice(5, 9)),
          '/late/': pages.march2026([pages.person({ photo: { asset: 'late' } })]),
        },
      });
      extensionDir = await writeDummy();
      stage = await launch(kind, { server, extensionDir, scheme: 'dark', lang: 'de' });
    });
    after(async () => {
      await stage?.close();
      await server?.close();
      await rm(extensionDir, { recursive: true, force: true });
    });

    test('reads badges in closed shadow roots, clicks them, and sees their panels', async () => {
      const page = await stage.newPage(received);
      const badges = await stage.badgesWhen(
        page,
        (all) => all.length === 10 && all.every(({ name }) => name.startsWith('Dummy')),
        'ten badges with their answers',
      );
      // Chromium without its language packs stays English by itself; only what pages are told is German there.
      assert.match(
        badges[0].name,
        new RegExp(`^Dummy ${crowd[0].name} \\d{4,} bytes, ${kind === 'firefox' ? 'de' : '(de|en-US)'}$`),
        'photo fetched, language as told',
      );
      assert.equal(await page.evaluate(() => navigator.language), 'de');
      assert.equal(badges[0].profile, `/in/${crowd[0].slug}/`);
      assert.equal(
        await page.evaluate(() => document.querySelector('[role=listitem] span:last-child')?.shadowRoot),
        null,
        'the page itself sees nothing',
      );
      await stage.click(page, { profile: crowd[9].slug, name: /^Dummy/ });
      await stage.badgesWhen(page, (all) => all[9].panel?.includes('Opened 1 times'), 'the last badge to open');
      assert.deepEqual(stage.console(page), []);
      await page.close();
    });

    test('scrolls for more, re-renders, and turns accepted cards into acknowledgements', async () => {
      const page = await stage.newPage(received);
      // Badges make the list longer: scrolled before they are there, it would not be at its end.
      await stage.badgesWhen(page, (all) => all.length === 10, 'the first batch');
      await page.evaluate(() => {
        const main = /** @type {HTMLElement} */ (document.querySelector('main'));
        main.scrollTop = main.scrollHeight;
      });
      await stage.badgesWhen(page, (all) => all.length === 20, 'a second batch');
      await page.evaluate(() => /** @type {any} */ (window).standIn.rerenderAll());
      await stage.badgesWhen(page, (all) => all.length === 20, 'badges on the new elements');
      await page.evaluate(() => {
        const main = /** @type {HTMLElement} */ (document.querySelector('main'));
        main.scrollTop = 0;
      });
      await page.click(`[aria-label^="Accept ${crowd[1].name}"]`);
      await page.click(`[aria-label$="from ${crowd[2].name}"]`);
      await stage.badgesWhen(page, (all) => all.length === 18, 'two badges less');
      assert.match(
        await page.$eval('main', (main) => main.innerText),
        new RegExp(`You are now connected with ${crowd[1].name}`),
      );
      await page.close();
    });

    test('follows in-app navigation into a frame and clicks there', async () => {
      const page = await stage.newPage('/mynetwork/grow/');
      await stage.badgesWhen(page, (all) => all.length === 3, 'the preview');
      await page.click(`nav a[href="${received}"]`);
      const [badge] = await stage.badgesWhen(
        page,
        (all) => all.length === 4 && all[0].name.startsWith('Dummy'),
        'the frame',
      );
      assert.equal(badge.frame, '/preload/invitations/');
      assert.equal(new URL(page.url()).pathname, received);
      await stage.click(page, { profile: crowd[6].slug, css: 'button', nth: 0 });
      await stage.badgesWhen(page, (all) => all[1].panel, 'a panel in the frame');
      await page.close();
    });

    test('holds a photo back, counts requests by who made them', async () => {
      server.forget();
      const page = await stage.newPage('/late/');
      await waitFor(() => server.fetches('late').length === 1 && server.shown('late').length === 1, {
        what: 'one request by the page and one by the extension',
      });
      assert.equal((await stage.badges(page))[0].name, 'Waiting');
      late.open();
      await stage.badgesWhen(page, ([one]) => one.name.startsWith('Dummy'), 'the answer');
      await page.close();
    });

    test('hears what an extension puts on the console', async () => {
      const page = await stage.newPage(`${received}#speak`);
      await waitFor(() => stage.console(page).length >= 2, {
        what: 'a warning and an error',
        lastSeen: () => stage.console(page),
      });
      assert.deepEqual(
        stage
          .console(page)
          .map(({ text, from }) => [/dummy (says|fails)/.exec(text)?.[1], /(chrome|moz)-extension:/.test(from)])
          .sort(),
        [
          ['fails', true],
          ['says', true],
        ],
      );
      await page.close();
    });

    test('kills the background, which the next message starts again', async () => {
      const page = await stage.newPage(received);
      await stage.badgesWhen(
        page,
        (all) => all.length === 10 && all.every(({ name }) => name.startsWith('Dummy')),
        'badges, all answered: a message on its way would wake the background',
      );
      await stage.click(page, { profile: crowd[0].slug, css: 'button', nth: 0 });
      const [{ panel }] = await stage.badgesWhen(page, ([one]) => one.panel, 'an answer from the background');
      const times = Number(/Opened (\d+) times/.exec(panel ?? '')?.[1]);
      await stage.killWorker();
      assert.equal(await stage.workerRuns(), false);
      await stage.click(page, { profile: crowd[0].slug, css: 'button', nth: 0 });
      await stage.badgesWhen(
        page,
        ([one]) => one.panel?.includes(`Opened ${times + 1} times`),
        'an answer from the new background, with what the old one stored',
      );
      await stage.click(page, { profile: crowd[0].slug, name: 'Copy the report' });
      await waitFor(() => stage.newTabs.includes('https://www.linkedin.com/in/opened/'), {
        what: 'the new tab',
        lastSeen: () => stage.newTabs,
      });
      assert.equal(await stage.clipboard(), 'Line one\nLine two');
      server.forget();
      await stage.click(page, { profile: crowd[0].slug, name: 'Search' });
      await waitFor(() => server.violations.some(({ url }) => url === 'https://lens.google.com/uploadbyurl?url=x'), {
        what: 'the refused search',
        lastSeen: () => server.violations,
      });
      assert.deepEqual(
        server.violations.map(({ url }) => url),
        ['https://lens.google.com/uploadbyurl?url=x'],
      );
      await page.close();
    });

    test('opens popup and options, in the dark, and keeps what is stored over a restart', async () => {
      const page = await stage.newPage(received);
      await stage.badgesWhen(page, (all) => all.length === 10 && all[0].name.startsWith('Dummy'), 'badges');
      await stage.click(page, { profile: crowd[0].slug, css: 'button', nth: 0 });
      const [{ panel }] = await stage.badgesWhen(page, ([one]) => one.panel, 'something to be stored');
      const count = `count ${/Opened (\d+) times/.exec(panel ?? '')?.[1]}`;
      stage = await stage.restart();
      const popup = await stage.popup();
      await waitFor(() => popup.evaluate((wanted) => document.body.innerText === wanted, count), {
        what: count,
        lastSeen: () => popup.evaluate(() => document.body.innerText),
      });
      assert.ok(await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches));
      const options = await stage.optionsPage();
      await stage.setScheme(options, 'light');
      await waitFor(() => options.evaluate(() => matchMedia('(prefers-color-scheme: light)').matches), {
        what: 'light',
      });
      assert.ok((await options.screenshot()).length > 500);
    });
  });
}

test('portraits are the same each time and differ by seed; alterations keep the size', async () => {
  const [one, again, other] = await Promise.all([
    pictures.portrait('a'),
    pictures.portrait('a'),
    pictures.portrait('b'),
  ]);
  assert.deepEqual(one, again);
  assert.notDeepEqual(one, other);
  for (const alter of [
    pictures.mirror,
    pictures.border,
    pictures.ring,
    pictures.circle,
    pictures.banner,
    pictures.tint,
    pictures.recompress,
    pictures.rotate,
  ]) {
    const altered = await alter(one);
    assert.ok(altered.length > 1_000 && altered.readUInt16BE(0) === 0xffd8, alter.name);
  }
});
