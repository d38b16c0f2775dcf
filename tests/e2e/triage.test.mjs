// The list of what to do, in popup and full page: long lists, keys alone, on and off, and when questions are asked.

import { test } from 'node:test';
import {
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  pages,
  pictures,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';
import { allow } from './search.mjs';
import * as results from '../pages/results.mjs';
import { ENGINES, ENGINE_KEYS } from '../../extension/engines.js';
import { view } from '../unit/texts.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} own @param {string} selector */
const textOf = (own, selector) =>
  own
    .$eval(selector, (one) => /** @type {HTMLElement} */ (one).innerText)
    .then((text) => bare(text).replace(/\s+/g, ' '));

/** @param {Page} own @param {string} selector @param {RegExp} wanted */
const says = (own, selector, wanted) =>
  waitFor(async () => wanted.test(await textOf(own, selector)), {
    what: `${wanted} in ${selector}`,
    lastSeen: () => textOf(own, selector),
  });

/** Waits until this invitation is open. @param {Page} own @param {{ name: string }} who */
const isOpen = (own, { name }) => says(own, '.detail h2', new RegExp(`^${name}`));

within('chromium', (setting) => {
  test('a thousand invitations: few rows are drawn, one has the focus, and arrow keys reach them all', async () => {
    const { stage } = setting;
    const popup = await stage.newPage();
    await popup.setViewport({ width: 400, height: 600 });
    const items = Array.from({ length: 1000 }, (_, index) =>
      view({
        key: `k${index}`,
        name: `Person ${index}`,
        verdict: index % 3 ? 'unchecked' : 'likely-fake',
        photo: null,
      }),
    );
    await popup.evaluateOnNewDocument(
      (answer) => {
        const { runtime } = /** @type {any} */ (globalThis).chrome;
        const send = runtime.sendMessage.bind(runtime);
        runtime.sendMessage = async (/** @type {any} */ message) =>
          message.name === 'overview' ? { ok: answer } : send(message);
      },
      {
        items,
        accepted: [],
        seen: 1000,
        total: 1000,
        lastLooked: 1,
        layout: 'recognised',
        connections: null,
        trouble: null,
      },
    );
    const since = Date.now();
    await stage.driver.open(popup, `${stage.driver.origin}/popup/popup.html`);
    await popup.waitForSelector('.item');
    console.log(`# a thousand invitations shown after ${Date.now() - since} ms`);
    const drawn = () => popup.$$eval('.item', (all) => all.length);
    assert.ok((await drawn()) < 25, `${await drawn()} rows`);
    assert.ok(
      (await popup.$$eval(
        '.item',
        (all) =>
          all.filter((one) => {
            const box = one.getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight - 30;
          }).length,
      )) >= 5,
      'five in view',
    );
    assert.ok(
      (await popup.evaluate(
        () =>
          [...document.querySelectorAll('button, a, input, select, [tabindex="0"]')].filter(
            (one) => one.checkVisibility() && /** @type {HTMLElement} */ (one).tabIndex >= 0,
          ).length,
      )) <= 10,
      'few stops for the Tab key',
    );
    await popup.keyboard.press('End');
    await popup.waitForFunction(() => document.activeElement?.textContent?.includes('Person 999'));
    assert.ok((await drawn()) < 30);
    for (const key of /** @type {const} */ (['Home', 'ArrowDown', 'ArrowDown', 'ArrowUp']))
      await popup.keyboard.press(key);
    await popup.waitForFunction(() => document.activeElement?.textContent?.includes('Person 2'));
    await popup.keyboard.press('Enter');
    await isOpen(popup, { name: '.?Person 2' });
    await popup.keyboard.press('Escape');
    await popup.waitForFunction(
      () => document.activeElement?.textContent?.includes('Person 2'),
      {},
      'the focus back in the list',
    );
    await popup.close();
  });

  test('the full page by keys alone: checked, set aside, reported, each undone', async () => {
    await setting.forget();
    // Asked before, whether result pages may be read.
    await setting.set({ unread: ENGINE_KEYS });
    const { stage } = setting;
    const people = await cast(setting);
    for (const one of Object.values(people)) setting.site.set(`/in/${one.slug}/`, pages.profilePage(one));
    await expectBadges(stage, await setting.open(pages.march2026(Object.values(people))), verdictsOf(people));
    const full = await stage.newPage();
    await full.setViewport({ width: 1280, height: 800 });
    // The list shows the result of an answer before the background has replied.
    await full.evaluateOnNewDocument(() => {
      const { runtime } = /** @type {any} */ (globalThis).chrome;
      const send = runtime.sendMessage.bind(runtime);
      const place = () => document.querySelector('.item[aria-selected=true]')?.closest('.group')?.textContent;
      runtime.sendMessage = async (/** @type {any} */ message) => {
        const before = place();
        const answer = await send(message);
        if (message.name === 'check-answered')
          while (place() === before) await new Promise((next) => requestAnimationFrame(next));
        return answer;
      };
    });
    await stage.driver.open(full, `${stage.driver.origin}/page/page.html`);
    await full.bringToFront();
    await isOpen(full, people.owner);
    await full.keyboard.press('j');
    await isOpen(full, people.stranger);
    await full.keyboard.press('c');
    await waitFor(() => stage.newTabs.some((url) => url.startsWith('https://lens.google.com/')), {
      what: 'the photo check',
      lastSeen: () => stage.newTabs,
    });
    await full.bringToFront();
    await says(full, '.detail .question', /What did you find\?/);
    const at = await full.$$eval(
      '.question button',
      (all) => all.findIndex((one) => /** @type {HTMLElement} */ (one).dataset.place === 'check-nothing') + 1,
    );
    await full.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (String(at)));
    await overviewWhen(
      setting,
      ({ items }) => items.some(({ photo }) => photo?.answer === 'nothing-found'),
      'the answer',
    );
    // The next one is open, since the question was first in the list. Its result is shown above, with an undo button.
    await isOpen(full, people.owner);
    await says(full, '.last-result', /^Jarek Mohn: Accept-safe .* Undo$/);
    await full.keyboard.press('u');
    await isOpen(full, people.stranger);
    await overviewWhen(
      setting,
      ({ items }) => items.every(({ photo }) => !photo?.answer),
      'the answer to be taken back',
    );
    // The question is open again, and first in the list.
    await says(full, '.group:first-child .item', /Jarek Mohn/);
    await full.keyboard.press('s');
    await isOpen(full, people.owner);
    await says(full, '.last-result', /^Jarek Mohn: Set aside on .* Undo$/);
    await full.click('[data-place=last-result-undo]');
    await isOpen(full, people.stranger);
    await waitFor(async () => !/Set aside on/.test(await textOf(full, 'body')), { what: 'it to be taken back' });
    await full.focus('.item[aria-selected=true]');
    await full.keyboard.press('End');
    await full.keyboard.press('Enter');
    await isOpen(full, people.thief);
    await full.keyboard.press('r');
    await waitFor(() => stage.newTabs.some((url) => url.includes(`/in/${people.thief.slug}`)), {
      what: 'the profile’s tab',
      lastSeen: () => stage.newTabs,
    });
    await full.bringToFront();
    await says(full, '.detail', /Report prepared on .* Undo/);
    await full.keyboard.press('?');
    await full.waitForSelector('dialog[open]');
    await full.keyboard.press('Escape');
    await full.keyboard.press('/');
    await full.keyboard.type('quendt');
    await waitFor(async () => (await full.$$('.item')).length === 1, { what: 'one to be found' });
    // Nothing follows the last one shown.
    await full.keyboard.press('Escape');
    await full.keyboard.type('mohn');
    await says(full, '.rows', /^(?!.*Ines).*Jarek Mohn/);
    await full.click('.item');
    await isOpen(full, people.stranger);
    await full.keyboard.press('s');
    await says(full, '.last-result', /^That was the last one in this selection\.$/);
    await isOpen(full, people.stranger);
    await full.keyboard.press('u');
    await full.waitForSelector('.last-result', { hidden: true });
    await full.close();
  });

  test('many photos at one click: one search after the other, until the engine asks something or the user stops it', async () => {
    await setting.forget();
    await setting.set();
    const { stage, server } = setting;
    const [lens] = ENGINES;
    await allow(setting, lens.origins, false);
    const list = pages.people(5, (index) => ({ slug: `one-after-${index}`, photo: { asset: `D4E03AQafter${index}` } }));
    for (const { photo } of list)
      setting.photos.set(photo?.asset ?? '', pictures.upload(await pictures.portrait(photo?.asset ?? '')));
    await stage.badgesWhen(
      await setting.open(pages.march2026(list)),
      (all) => all.length === 5 && all.every(({ name }) => /check the photo/.test(bare(name))),
      'five to be checked',
    );
    /** How many were searched for when each search began. @type {Array<Promise<number>>} */
    const before = [];
    const searched = async () =>
      (await setting.overview()).items.filter(({ photo }) => photo?.searches.length === 1).length;
    server.others.set('lens.google.com', () => {
      before.push(searched());
      return { html: '', status: 303, location: 'https://www.google.com/search?vsrid=a&udm=26' };
    });
    server.others.set('www.google.com', () => (before.length === 3 ? results.captcha() : results.googleNone()));
    const full = await stage.extensionPage('page/page.html', { width: 1280, height: 800 });
    await full.bringToFront();
    await full.waitForSelector('.item');
    assert.equal(await full.$('.batch:not([hidden])'), null, 'not where result pages may not be read');
    await full.keyboard.press('C');
    await allow(setting, lens.origins, true);
    await full.bringToFront();
    await says(full, '.batch', /^Check 5 photos With Google Lens, one after the other$/);
    await full.keyboard.press('C');
    await says(full, '.batch', /Google Lens asks whether you are a human/);
    assert.deepEqual(await Promise.all(before), [0, 1, 2], 'each after the one before it; none after the question');
    // Two are left that were not searched for. The result of the next one never comes.
    /** @type {(page: string) => void} */
    let end = () => {};
    const ending = new Promise((resolve) => {
      end = resolve;
    });
    server.others.set('www.google.com', () => ending);
    await says(full, '.batch', /^Check 2 photos/);
    await full.click('[data-place=batch]');
    await says(full, '.batch', /^Stop Google Lens: photo 1 of 2$/);
    await waitFor(() => before.length === 4, { what: 'the fourth search' });
    await full.bringToFront();
    await full.keyboard.press('C');
    await says(full, '.batch', /Stopped: 0 of 2 photos checked$/);
    assert.equal(before.length, 4);
    end(results.googleNone());
    await full.close();
  });

  test('on and off: in one tab, and everywhere; and no badge before the choice was made', async () => {
    await setting.forget();
    const { stage } = setting;
    const people = await cast(setting);
    await setting.set({ badges: null });
    const page = await setting.open(pages.march2026(Object.values(people)));
    await overviewWhen(setting, ({ items, seen }) => items.length === 5 && seen === 5, 'the page to be read');
    assert.deepEqual(await stage.badges(page), []);
    const popup = await stage.popup();
    await popup.bringToFront();
    await popup.waitForSelector('[data-place=badges-yes]');
    await popup.click('[data-place=badges-yes]');
    await expectBadges(stage, page, verdictsOf(people));
    await waitFor(async () => (await popup.$('[data-place=badges-yes]')) === null, { what: 'the question to go' });

    const tab = await setting.own.evaluate(
      async () => (await chrome.tabs.query({ url: 'https://www.linkedin.com/mynetwork/*' }))[0].id,
    );
    await setting.ask('pause-tab', { tab, isPaused: true });
    await expectBadges(stage, page, {});
    await setting.ask('forget-all');
    await page.bringToFront();
    await page.reload();
    await page.waitForSelector('main img');
    await setting.ask('pause-tab', { tab, isPaused: false });
    await expectBadges(stage, page, verdictsOf(people));

    await popup.bringToFront();
    await popup.click('[data-place=switches]');
    await popup.click('[data-place=switch-on]');
    await expectBadges(stage, page, {});
    await says(popup, '.above', /Vouchsafe is off: nothing is read on LinkedIn\./);
    await popup.keyboard.press('Escape');
    await popup.click('[data-place=switch-on-again]');
    await expectBadges(stage, page, verdictsOf(people));
    await popup.close();
    await setting.set();
  });

  test('an open question is what the popup opens with; people passed by are asked about after the first check', async () => {
    await setting.forget();
    await setting.set({ seeMore: 'unasked' });
    const { stage } = setting;
    const people = await cast(setting);
    await expectBadges(stage, await setting.open(pages.march2026(Object.values(people))), verdictsOf(people));
    const { items } = await setting.overview();
    const photo = items.find(({ name }) => name === people.stranger.name)?.photo?.id;
    const popup = await stage.popup();
    await openIn(popup, people.faceless);
    assert.match(await textOf(popup, '.detail'), /No photo to compare.*About this profile/);
    assert.equal(await popup.$('[data-place=see-more-yes]'), null);
    await setting.ask('check-opened', { photo });
    await popup.reload();
    await isOpen(popup, people.stranger);
    assert.match(await textOf(popup, '.detail .question'), /What did you find\?/);
    await setting.ask('check-answered', { photo, answer: 'nothing-found', profile: '' });
    await popup.waitForSelector('.below [data-place=see-more-yes]');
    await popup.close();
    await setting.set();
  });

  test('an inviter’s profile has their badge too', async () => {
    const { stage } = setting;
    const { people } = await usualInvitations(setting);
    const profile = await setting.open(pages.profilePage(people.safe), `/in/${people.safe.slug}/`);
    await stage.badgesWhen(
      profile,
      (all) => all.some(({ name }) => /^Accept-safe/.test(name)),
      'the badge on the profile',
    );
  });

  test('after everything was forgotten nothing counts as seen, though the page is open and changes, until it is read again', async () => {
    const { people, page } = await usualInvitations(setting);
    const { stage } = setting;
    await overviewWhen(setting, ({ seen }) => seen === 5, 'five seen');
    await setting.ask('forget-all');
    await expectBadges(stage, page, {});
    const forgotten = await setting.overview();
    assert.deepEqual([forgotten.lastLooked, forgotten.seen, forgotten.items], [null, 0, []]);
    // One more card is drawn into the page, and is the only one that was read since.
    const slug = `nora-${people.faceless.slug}`;
    await page.evaluate(
      (old, href) => {
        const rows = [...document.querySelectorAll('[role=listitem]')];
        const row = /** @type {Element} */ (rows.find((one) => one.textContent?.includes(old)));
        const more = /** @type {Element} */ (row.cloneNode(true));
        more.setAttribute('componentkey', 'urn:li:invitation:7399999999999999998');
        for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (more.querySelectorAll('a[href*="/in/"]')))
          link.href = href;
        for (const one of more.querySelectorAll('[aria-label]'))
          one.setAttribute('aria-label', (one.getAttribute('aria-label') ?? '').replace(old, 'Nora Kvist'));
        /** @type {Element} */ (more.querySelector('strong')).textContent = 'Nora Kvist';
        document.querySelector('[role=list]')?.append(more);
      },
      people.faceless.name,
      `/in/${slug}/`,
    );
    await expectBadges(stage, page, { [slug]: /no photo/ });
    // A timer of the page, longer than that of the extension and set after it, runs after it.
    await page.evaluate(() => new Promise((later) => setTimeout(later, 200)));
    const { lastLooked, seen, items } = await setting.overview();
    assert.deepEqual([lastLooked, seen, items.map(({ name }) => name)], [null, 0, ['Nora Kvist']]);
    await page.reload();
    await expectBadges(stage, page, verdictsOf(people));
    await overviewWhen(setting, (look) => look.seen === 5 && look.lastLooked !== null, 'five seen again');
  });
});
