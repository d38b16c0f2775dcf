// The main use, in a real browser: the extension on stand-in LinkedIn pages, under LinkedIn's own host names. With a
// display the window stays open; without one it prints what is shown and saves pictures of it. Those of docs/pictures
// are copies: panel-found, panel-thief, panel-safe and popup-worth, in light.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';
import { askBackground, overview, pageWasRead } from './answers.mjs';
import { allow } from '../e2e/search.mjs';
import { ENGINES } from '../../extension/engines.js';
import { RECEIVED, demoArguments } from './arguments.mjs';
import { CAST, GOALS, pages, photos, serveEngines } from './story.mjs';
import { newUsersWay } from './way.mjs';

const SHOTS = 'dist/demo';
/** The part of the page that contains a panel. */
const PANEL = { x: 232, y: 0, width: 816, height: 900 };
const { kind, headless } = demoArguments(process.argv.slice(2));
const isShown =
  !headless && (process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));

/** @param {string} text */
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '');

const server = await startServer({ pages, photos: await photos() });
serveEngines(server);
if (isShown) await explore();
else {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) await show(scheme);
  await newUsersWay(kind, server);
}
await server.close();

/** A window to explore, from the first page after the installation on, until it is closed. */
async function explore() {
  const stage = await launch(kind, { extensionDir: 'dist/vouchsafe', server, headless: false });
  const welcome = await stage.extensionPage('options/welcome.html');
  await welcome.bringToFront();
  console.log(
    'The window shows what a new user sees first; its last step opens the invitations. Close the browser to end the demo.',
  );
  await new Promise((ended) => stage.browser.on('disconnected', ended));
}

/** @param {'light' | 'dark'} scheme */
async function show(scheme) {
  const stage = await launch(kind, { extensionDir: 'dist/vouchsafe', server, scheme });
  try {
    let popup = await stage.popup();
    await askBackground(popup, 'set-goals', { goals: GOALS });
    // The question is asked once, and answered before the story begins.
    await askBackground(popup, 'change-setting', { setting: 'badges', value: true });
    await askBackground(popup, 'change-setting', { setting: 'seeMore', value: 'no' });
    const since = Date.now();
    const page = await stage.newPage(RECEIVED);
    await pageWasRead(popup, since);
    await stage.badgesWhen(page, (all) => all.length === 6, 'six badges');
    await mkdir(SHOTS, { recursive: true });
    /** @param {import('puppeteer-core').Page} what @param {string} name @param {import('puppeteer-core').ScreenshotClip} [clip] */
    const shot = async (what, name, clip) => {
      await what.bringToFront();
      let before = '';
      // All movement has ended when two screenshots in a row are the same.
      const picture = await waitFor(
        async () => {
          const now = await what.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
          const isStill = now === before;
          before = now;
          return isStill ? now : null;
        },
        { what: `${name} to stand still` },
      );
      await writeFile(join(SHOTS, `${name}-${scheme}.png`), picture, 'base64');
    };
    await shot(page, 'page');
    /** @param {{ slug: string, name: string }} who @param {RegExp} [saying] @returns {Promise<string>} What their open panel says. */
    const panelOf = async ({ slug, name }, saying = /./) => {
      const all = await stage.badgesWhen(
        page,
        (badges) => badges.some((badge) => badge.profile.includes(slug) && saying.test(plain(badge.panel ?? ''))),
        `the panel of ${name}`,
      );
      return plain(all.find(({ profile }) => profile.includes(slug))?.panel ?? '');
    };
    /** @param {{ slug: string, name: string }} who Opens the panel near the top, where there is room for all of it. */
    const openPanel = async (who) => {
      await page.evaluate(
        (own) =>
          document.querySelector(`main a[href*="${own}"]`)?.scrollIntoView({ behavior: 'instant', block: 'start' }),
        who.slug,
      );
      await stage.click(page, { profile: who.slug, css: 'button.pill' });
      return panelOf(who);
    };
    const panels = [];
    // Day one: nothing is remembered yet, so the web is searched. The user allowed result pages to be read.
    await allow(/** @type {any} */ ({ kind, stage, own: popup }), ENGINES[0].origins, true);
    await page.bringToFront();
    await openPanel(CAST.UNKNOWN);
    await stage.click(page, { profile: CAST.UNKNOWN.slug, name: /^Check photo/ });
    panels.push({
      person: `${CAST.UNKNOWN.name}, after one click on “Check photo”`,
      text: await panelOf(CAST.UNKNOWN, /Searched with Google Lens/),
    });
    await shot(page, 'panel-found', PANEL);
    await page.keyboard.press('Escape');
    const badges = await stage.badges(page);
    for (const [name, who] of Object.entries(CAST)) {
      if (who === CAST.UNKNOWN) continue;
      const { slug, name: person } = who;
      panels.push({ person, text: await openPanel(who) });
      await shot(page, `panel-${name.toLowerCase()}`, PANEL);
      if (name === 'THIEF') await stage.click(page, { profile: slug, name: /copy|report/i, nth: 0 });
      await page.keyboard.press('Escape');
    }
    await popup.close();
    popup = await stage.popup();
    const seen = await overview(popup);
    await waitFor(
      () =>
        popup.evaluate(
          (names) => names.every((name) => document.body.innerText.includes(name)),
          seen.items.map(({ name }) => name),
        ),
      { what: 'the popup to list everyone' },
    );
    await popup.setViewport({ width: 400, height: 600 });
    await shot(popup, 'popup');
    await popup.select('[data-place=sort]', 'worth');
    await shot(popup, 'popup-worth');
    await shot(await stage.extensionPage('page/page.html', { width: 1280, height: 800 }), 'full-page');
    const listed = plain(await popup.evaluate(() => document.body.innerText));
    await shot(await stage.optionsPage(), 'options');
    if (scheme === 'light') {
      console.log(`\nThe received invitations, in ${kind}:\n`);
      console.table(badges.map(({ text, profile }) => ({ profile, badge: plain(text) })));
      for (const { person, text } of panels) console.log(`\n── Panel: ${person} ${'─'.repeat(40)}\n${text}`);
      console.log(`\n── On the clipboard, ready to report ${'─'.repeat(28)}\n${plain(await stage.clipboard())}`);
      console.log(`\n── Popup ${'─'.repeat(56)}\n${listed}`);
    }
  } finally {
    await stage.close();
  }
  if (scheme === 'dark') console.log(`\nPictures of page, panels, popup and options, light and dark: ${SHOTS}/`);
}
