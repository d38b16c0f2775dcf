// A new user's first steps, as screenshots: install, enter goals, the first inbox, a search of the web with its
// results, a report, a thank-you. In light and dark, in English and German.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../stage/browsers.mjs';
import { waitFor } from '../stage/waiting.mjs';
import { askBackground, overview } from './answers.mjs';
import { sayYes } from '../e2e/search.mjs';
import { ENGINES } from '../../extension/engines.js';
import { RECEIVED } from './arguments.mjs';
import { CAST } from './story.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const FOLDER = 'dist/demo/way';
const FORMS = /** @type {const} */ ([
  ['light', 'en-US'],
  ['dark', 'en-US'],
  ['light', 'de'],
  ['dark', 'de'],
]);

/** @param {'chromium' | 'firefox'} kind @param {import('../stage/server.mjs').Server} server */
export async function newUsersWay(kind, server) {
  await mkdir(FOLDER, { recursive: true });
  for (const [scheme, lang] of FORMS) await walk(kind, server, scheme, lang);
  console.log(`\nA new user’s way, in pictures: ${FOLDER}/`);
}

/** @param {Page} own @param {string} name Opens somebody in the list. */
const open = (own, name) =>
  waitFor(
    () =>
      own.$$eval(
        '.item',
        (rows, wanted) => {
          const row = rows.find((one) => one.textContent?.includes(wanted));
          if (row instanceof HTMLElement) row.click();
          return Boolean(row);
        },
        name,
      ),
    { what: `${name} in the list` },
  );

/** @param {'chromium' | 'firefox'} kind @param {import('../stage/server.mjs').Server} server @param {'light' | 'dark'} scheme @param {string} lang */
async function walk(kind, server, scheme, lang) {
  const stage = await launch(kind, { extensionDir: 'dist/vouchsafe', server, scheme, lang });
  let number = 0;
  /** @param {Page} page @param {string} name @param {{ whole?: boolean, moves?: boolean }} [how] `moves`: something on the page never stops moving. */
  const shot = async (page, name, { whole = false, moves = false } = {}) => {
    await page.bringToFront();
    let before = '';
    const picture = await waitFor(
      async () => {
        const now = await page.screenshot({ encoding: 'base64', fullPage: whole, captureBeyondViewport: whole });
        const isStill = moves || now === before;
        before = now;
        return isStill ? now : null;
      },
      { what: `${name} to stand still` },
    );
    number += 1;
    await writeFile(
      join(FOLDER, `${kind}-${lang.slice(0, 2)}-${scheme}-${String(number).padStart(2, '0')}-${name}.png`),
      picture,
      'base64',
    );
  };
  try {
    const welcome = await stage.extensionPage('options/welcome.html', { width: 1100, height: 860 });
    await welcome.waitForSelector('.steps');
    await shot(welcome, 'installed', { whole: true });
    await welcome.bringToFront();
    await welcome.type('#goals-companies', 'Blaswerk Wind\nLindenhof Pumps');
    await welcome.type('#goals-roles', 'Chief Operating Officer');
    await welcome.click('.step h3');
    await welcome.$eval('#goals-companies', (field) => field.scrollIntoView({ block: 'center' }));
    await shot(welcome, 'goals');
    await waitFor(async () => (await askBackground(welcome, 'goals')).roles.length > 0, {
      what: 'the goals to be saved',
    });
    await welcome.click('[data-place=begin-yes]');
    const page = await stage.newPage(RECEIVED);
    await page.bringToFront();
    await stage.badgesWhen(page, (all) => all.length === 6, 'six badges');
    await shot(page, 'inbox');
    const popup = await stage.popup();
    await popup.setViewport({ width: 400, height: 600 });
    await popup.waitForSelector('.item');
    await shot(popup, 'list');
    await open(popup, CAST.UNKNOWN.name);
    await shot(popup, 'to-check');
    await popup.locator('.detail [data-step=check]').click();
    const asking = await waitFor(
      async () => {
        for (const tab of await stage.browser.pages())
          if (await tab.$('[data-place=read-yes]').catch(() => null)) return tab;
        return null;
      },
      { what: 'the question whether the result page may be read' },
    );
    await asking.setViewport({ width: 1100, height: 620 });
    await shot(asking, 'may-it-be-read');
    await sayYes(/** @type {any} */ ({ kind, stage }), ENGINES[0].origins);
    await asking.bringToFront();
    await asking.click('[data-place=read-yes]');
    await waitFor(async () => (await overview(popup)).items.some(({ photo }) => (photo?.searches.length ?? 0) > 0), {
      what: 'what was found',
      timeout: 30_000,
    });
    await popup.bringToFront();
    await popup.waitForSelector('.detail .found');
    await shot(popup, 'checked');
    await popup.locator('.detail [data-place=step]').click();
    await shot(popup, 'found');
    await popup.locator('.detail [data-place=found-other-profile-0-same]').click();
    await popup.waitForSelector('.detail .who.likely-fake');
    await popup.$eval('.detail .body', (body) => {
      body.scrollTop = 0;
    });
    await shot(popup, 'fake');
    await popup.locator('.detail [data-place=step]').click();
    await popup.waitForSelector('[data-place=reported-undo]');
    const profile = await waitFor(
      async () => {
        for (const tab of await stage.browser.pages()) if (tab.url().includes(`/in/${CAST.UNKNOWN.slug}`)) return tab;
        return null;
      },
      { what: 'the profile' },
    );
    await profile.setViewport({ width: 1100, height: 700 });
    await profile.bringToFront();
    await waitFor(
      async () =>
        (await stage.badges(profile)).some(({ host, text, controls }) => host && (text || controls.length > 1)),
      { what: 'the guide' },
    ).catch(() => {});
    await shot(profile, 'report-guided', { moves: true });
    await popup.bringToFront();
    await shot(popup, 'reported');
    await popup.keyboard.press('Escape');
    await open(popup, CAST.SAFE.name);
    await popup.waitForSelector('.detail [data-place=thanks]');
    await popup.$eval('.detail .thanks', (part) => part.scrollIntoView({ block: 'center' }));
    await popup.locator('.detail [data-place=thanks]').click();
    await shot(popup, 'thank-you');
  } finally {
    await stage.close();
  }
}
