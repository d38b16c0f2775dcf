// The main job, for real: a browser with the extension on stand-in LinkedIn pages, under LinkedIn's own host names.
// With a display the window stays open; without one it prints what is shown and saves pictures of it. Those of docs/pictures
// are copies: panel-thief, panel-safe and popup-worth, in light.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../stage/browsers.mjs';
import { startServer } from '../stage/server.mjs';
import { waitFor } from '../stage/waiting.mjs';
import { askBackground, overview, pageWasRead } from './answers.mjs';
import { CAST, GOALS, RECEIVED, pages, photos } from './story.mjs';
import { newUsersWay } from './way.mjs';

const SHOTS = 'dist/demo';
const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean', default: false } } });
if (values.browser !== 'chromium' && values.browser !== 'firefox') {
  console.error('Usage: ./build.sh demo [--browser chromium|firefox] [--headless]');
  process.exit(2);
}
const kind = values.browser;
const isShown = !values.headless && (process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY));

/** @param {string} text */
const plain = (text) => text.replace(/[\u2066-\u2069]/g, '');

const server = await startServer({ pages, photos: await photos() });
if (isShown) await explore();
else {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) await show(scheme);
  await newUsersWay(kind, server);
}
await server.close();

/** A window to explore, until it is closed. */
async function explore() {
  const stage = await launch(kind, { extensionDir: 'dist/vouchsafe', server, headless: false });
  await askBackground(await stage.popup(), 'change-setting', { setting: 'badges', value: true });
  const page = await stage.newPage(RECEIVED);
  await page.bringToFront();
  console.log('The window shows the received invitations. Close the browser to end the demo.');
  await new Promise((ended) => stage.browser.on('disconnected', ended));
}

/** @param {'light' | 'dark'} scheme */
async function show(scheme) {
  const stage = await launch(kind, { extensionDir: 'dist/vouchsafe', server, scheme });
  try {
    let popup = await stage.popup();
    await askBackground(popup, 'set-goals', { goals: GOALS });
    // Asked once, and answered before the story begins.
    await askBackground(popup, 'change-setting', { setting: 'badges', value: true });
    await askBackground(popup, 'change-setting', { setting: 'seeMore', value: 'no' });
    const since = Date.now();
    const page = await stage.newPage(RECEIVED);
    await pageWasRead(popup, since);
    const badges = await stage.badgesWhen(page, (all) => all.length === 6, 'six badges');
    await mkdir(SHOTS, { recursive: true });
    /** @param {import('puppeteer-core').Page} what @param {string} name @param {import('puppeteer-core').ScreenshotClip} [clip] */
    const shot = async (what, name, clip) => {
      await what.bringToFront();
      let before = '';
      // Nothing moves any more when two pictures in a row are the same.
      const picture = await waitFor(async () => {
        const now = await what.screenshot({ encoding: 'base64', clip, captureBeyondViewport: false });
        const isStill = now === before;
        before = now;
        return isStill ? now : null;
      }, { what: `${name} to stand still` });
      await writeFile(join(SHOTS, `${name}-${scheme}.png`), picture, 'base64');
    };
    await shot(page, 'page');
    const panels = [];
    for (const [name, { slug, name: person }] of Object.entries(CAST)) {
      // Near the top there is room for the whole panel.
      await page.evaluate((own) => document.querySelector(`main a[href*="${own}"]`)?.scrollIntoView({ behavior: 'instant' }), slug);
      await stage.click(page, { profile: slug, css: 'button.pill' });
      const [open] = await waitFor(async () => {
        const all = (await stage.badges(page)).filter((badge) => badge.panel);
        return all.length === 1 && all[0].profile.includes(slug) ? all : null;
      }, { what: `the panel of ${person}` });
      panels.push({ person, text: plain(open.panel ?? '') });
      await shot(page, `panel-${name.toLowerCase()}`, { x: 232, y: 0, width: 816, height: 900 });
      if (name === 'THIEF') await stage.click(page, { profile: slug, name: /copy|report/i, nth: 0 });
      await page.keyboard.press('Escape');
    }
    await popup.close();
    popup = await stage.popup();
    const seen = await overview(popup);
    await waitFor(() => popup.evaluate((names) => names.every((name) => document.body.innerText.includes(name)), seen.items.map(({ name }) => name)), { what: 'the popup to list everyone' });
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
