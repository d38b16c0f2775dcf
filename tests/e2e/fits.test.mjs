// Layout: every language in narrow windows, and pages at 200 %.

import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import { cutTexts } from './cut-texts.mjs';
import { assert, openIn, usualInvitations, waitFor, within } from './setting.mjs';

/**
 * Puts badges into a column that is narrower than any, in place of the page: the words of verdicts that are cut.
 * @param {import('puppeteer-core').Page} page @param {import('../../extension/shapes').View[]} views
 */
async function cutWords(page, views) {
  await page.evaluate(async (all) => {
    const [{ createBadge }, { createSealed }] = await Promise.all(
      ['badge', 'sealed'].map((name) => import(`/badge/${name}.js`)),
    );
    const column = document.createElement('div');
    column.style.inlineSize = '40px';
    const verdicts = ['accept-safe', 'suspicious', 'likely-fake', 'unchecked'];
    for (const verdict of verdicts)
      for (const make of [createBadge, createSealed])
        column.append(make({ view: { ...all[0], verdict }, scheme: 'light' }).host);
    document.body.replaceChildren(column);
  }, views);
  const read = (/** @type {unknown} */ _, /** @type {ShadowRoot[]} */ ...roots) =>
    JSON.stringify(
      roots.flatMap((root) => {
        const [word, words] = [root.querySelector('.word'), root.querySelector('.words')];
        if (!word || !words) return ['no word'];
        const over = word.getBoundingClientRect().right - words.getBoundingClientRect().right;
        return over > 0.5 ? [`${word.textContent} by ${over.toFixed(1)}`] : [];
      }),
    );
  return inClosedRoots('chromium', page, read, null);
}

// Chromium only: the texts are the same in both.
within('chromium', (setting) => {
  test('in every language nothing is cut or lies over other text', async () => {
    const { stage } = setting;
    const { people } = await usualInvitations(setting);
    const photo = (await setting.overview()).items.find(({ name }) => name === people.stranger.name)?.photo?.id;
    await setting.ask('check-opened', { photo });
    const views = (await setting.overview()).items;
    for (const locale of await readdir('dist/vouchsafe/_locales')) {
      const texts = JSON.parse(await readFile(`dist/vouchsafe/_locales/${locale}/messages.json`, 'utf8'));
      // One browser for all, and one tab for each language, whose texts are replaced.
      const page = await stage.newPage();
      await page.evaluateOnNewDocument((said) => {
        /** @type {any} */ (globalThis).chrome.i18n.getMessage = (
          /** @type {string} */ key,
          /** @type {string[]} */ blanks = [],
        ) =>
          (said[key]?.message ?? '').replace(
            /\$([A-Z_]+)\$/g,
            (/** @type {string} */ _, /** @type {string} */ name) =>
              blanks[Number(said[key].placeholders[name.toLowerCase()].content.slice(1)) - 1] ?? '',
          );
      }, texts);
      const open = async (/** @type {string} */ path, /** @type {string} */ ready) => {
        await stage.driver.open(page, `${stage.driver.origin}/${path}`);
        await page.waitForSelector(ready);
      };
      const fits = async (/** @type {string} */ what) =>
        assert.deepEqual(await cutTexts(page), [], `${locale}, ${what}`);
      await open('popup/popup.html', '.question');
      await fits('the open question');
      for (const one of ['thief', 'owner', 'safe', 'faceless']) {
        await openIn(page, people[/** @type {keyof typeof people} */ (one)]);
        await fits(one);
      }
      await page.keyboard.press('Escape');
      await fits('the list');
      await page.keyboard.press('?');
      await fits('the help');
      for (const [path, ready] of [
        ['options/options.html', '.people li'],
        ['options/welcome.html', '.steps'],
        ['search/allow.html#engine=yandex', '.main'],
      ]) {
        await open(path, ready);
        await fits(path);
        if (path === 'options/options.html')
          assert.deepEqual(await cutTexts(page, [1280]), [], `${locale}, wide options`);
      }
      await open('page/page.html', '.item');
      assert.deepEqual(await cutTexts(page, [1280, 800]), [], `${locale}, the full page`);
      assert.deepEqual(await cutWords(page, views), [], `${locale}, a badge in a narrow column`);
      await page.close();
    }
  });

  test('at 200 % zoom nothing is cut or out of reach, in our pages and in LinkedIn’s', async () => {
    const { stage, own } = setting;
    const { people, page } = await usualInvitations(setting);
    /** The browser's own zoom, of every tab there. @param {string} url @param {number} factor */
    const zoom = (url, factor) =>
      own.evaluate(
        async (pattern, to) => {
          for (const { id } of await chrome.tabs.query({ url: pattern })) await chrome.tabs.setZoom(Number(id), to);
        },
        url,
        factor,
      );
    /** @param {import('puppeteer-core').Page} zoomed @param {number} width */
    const isWide = (zoomed, width) =>
      waitFor(async () => (await zoomed.evaluate(() => innerWidth)) === width, { what: `${width} pixels of the page` });
    await zoom(`${stage.driver.origin}/*`, 2);
    try {
      for (const [path, ready, width] of /** @type {const} */ ([
        ['popup/popup.html', '.item', 800],
        ['page/page.html', '.item', 1280],
        ['page/page.html?sidebar', '.item', 720],
        ['options/options.html', '.people li', 1280],
        ['options/welcome.html', '.steps', 1280],
      ])) {
        const one = await stage.extensionPage(path, { width, height: 650 });
        await one.waitForSelector(ready);
        await isWide(one, width / 2);
        assert.deepEqual(await cutTexts(one, [width]), [], path);
        if (ready !== '.item') {
          await one.close();
          continue;
        }
        /** The height left for the scrolling part between the fixed parts. @param {string} part */
        const room = (part) => one.$eval(part, (box) => box.clientHeight);
        assert.ok((await room('main')) >= 68, `${path}: a row of the list`);
        await openIn(one, people.thief);
        assert.deepEqual(await cutTexts(one, [width]), [], `${path}, who is fake`);
        assert.ok((await room('.detail .body')) >= 60, `${path}: three lines of the invitation`);
        await one.close();
      }
    } finally {
      await zoom(`${stage.driver.origin}/*`, 0);
    }
    await page.setViewport({ width: 1280, height: 800 });
    await page.bringToFront();
    await zoom('https://www.linkedin.com/*', 2);
    try {
      await isWide(page, 640);
      await page.evaluate(
        (slug) =>
          document.querySelector(`main a[href*="${slug}"]`)?.scrollIntoView({ behavior: 'instant', block: 'center' }),
        people.thief.slug,
      );
      await stage.focus(page, { profile: people.thief.slug, css: 'button.pill' });
      await page.keyboard.press('Enter');
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel), 'the panel');
      const read = (/** @type {unknown} */ _, /** @type {ShadowRoot[]} */ ...roots) =>
        JSON.stringify(
          roots.flatMap((root) => {
            const sheet = root.querySelector('.panel:popover-open .sheet')?.getBoundingClientRect();
            const foot = root.querySelector('.panel:popover-open .foot')?.getBoundingClientRect();
            return sheet && foot
              ? [[sheet.left >= 0, sheet.top >= 0, sheet.right <= innerWidth, foot.bottom <= innerHeight]]
              : [];
          }),
        );
      const within = () => inClosedRoots('chromium', page, read, null);
      await waitFor(async () => (await within()).flat().filter(Boolean).length === 4, {
        what: 'the panel within the window',
        lastSeen: within,
      });
      await page.keyboard.press('Escape');
    } finally {
      await zoom('https://www.linkedin.com/*', 0);
    }
  });
});
