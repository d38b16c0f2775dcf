// Panel, popup and options: what the user can do, by mouse and by keyboard.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULTS } from '../../extension/settings.js';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  pages,
  slugOf,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';
import { ENGINE_KEYS } from '../../extension/engines.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./setting.mjs').Setting} Setting */

/**
 * What has the keyboard in closed shadow roots, and how its canvases look: drawn where colours differ.
 * @param {unknown} _ @param {...ShadowRoot} roots
 */
function lookInside(_, ...roots) {
  return JSON.stringify(
    roots
      .filter((root) => root.querySelector('button'))
      .map((root) => ({
        focused: root.activeElement
          ? `${root.activeElement.className} ${root.activeElement.getAttribute('aria-label') ?? root.activeElement.textContent}`
          : '',
        canvases: [...root.querySelectorAll('canvas')]
          .filter((canvas) => canvas.getClientRects().length > 0)
          .map((canvas) => {
            const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
              0,
              0,
              canvas.width,
              canvas.height,
            );
            return {
              label: canvas.getAttribute('aria-label'),
              side: canvas.width,
              colours: new Set(new Uint32Array(data.buffer)).size,
            };
          }),
        links: [...root.querySelectorAll('a')].map((link) => link.dataset.href),
      })),
  );
}

/** @param {Setting} setting @param {Page} page @returns {Promise<any[]>} */
const inside = ({ kind }, page) => inClosedRoots(kind, page, lookInside, null);

/** @param {Setting} setting @param {Page} page @param {string} slug @param {string | RegExp} text */
async function panelSaying({ stage }, page, slug, text) {
  const badges = await stage.badgesWhen(
    page,
    (all) => all.some((badge) => slugOf(badge) === slug && badge.panel !== null && bare(badge.panel).search(text) >= 0),
    `“${text}” in the panel of ${slug}`,
  );
  const badge = /** @type {import('./setting.mjs').Badge} */ (badges.find((one) => slugOf(one) === slug));
  return { badge, text: bare(badge.panel ?? '') };
}

/** @param {Page} own @param {string | RegExp} text */
const says = (own, text) =>
  waitFor(async () => bare(await own.$eval('body', (body) => body.innerText)).search(text) >= 0, {
    what: `“${text}” on the extension’s page`,
    lastSeen: () => own.$eval('body', (body) => body.innerText),
  });

/** What the page hands to the user as a file, kept instead of saved. @param {Page} own */
async function catchFiles(own) {
  await own.evaluate(() => {
    /** @type {Array<{ name: string, text: Promise<string> }>} */
    const files = [];
    Object.assign(window, { files });
    /** @type {Map<string, Blob>} */
    const blobs = new Map();
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      const url = createObjectURL(blob);
      blobs.set(url, /** @type {Blob} */ (blob));
      return url;
    };
    HTMLAnchorElement.prototype.click = function click() {
      files.push({ name: this.download, text: /** @type {Blob} */ (blobs.get(this.href)).text() });
    };
  });
  return async () => {
    await own.waitForFunction(() => /** @type {any} */ (window).files.length > 0);
    return own.evaluate(async () => {
      const { name, text } = /** @type {any} */ (window).files.pop();
      return { name, text: await text };
    });
  };
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('the panel by keyboard: Enter opens it with focus in it, Escape shuts it and returns the focus', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      await stage.focus(page, { profile: people.thief.slug, css: 'button.pill' });
      for (const key of /** @type {const} */ (['Enter', ' '])) {
        await page.keyboard.press(key);
        const { badge } = await panelSaying(setting, page, people.thief.slug, 'Olga Brandt');
        assert.equal(badge.controls[0].expanded, 'true');
        assert.equal(
          (await inside(setting, page)).filter(({ focused }) => /^panel/.test(focused)).length,
          1,
          'the focus is in the panel',
        );
        await page.keyboard.press('Tab');
        assert.equal(
          (await inside(setting, page)).filter(({ focused }) => focused && !/^(pill|panel)/.test(focused)).length,
          1,
          'and moves on within it',
        );
        await page.keyboard.press('Escape');
        await stage.badgesWhen(page, (all) => all.every(({ panel }) => !panel), 'the panel to shut');
        await waitFor(
          async () => (await inside(setting, page)).filter(({ focused }) => /^pill/.test(focused)).length === 1,
          { what: 'the focus back on the badge', lastSeen: () => inside(setting, page) },
        );
      }
    });

    test('shows both photos side by side, the reasons, and how far the comparison reaches', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, people.thief.slug, 'The same photo is on the profile of Olga Brandt');
      const { text } = await panelSaying(
        setting,
        page,
        people.thief.slug,
        /Compared with 3 photos remembered on this computer\. AI-generated faces are not detected\./,
      );
      assert.match(text, /Photo set (May 6, 2019|6 May 2019)/);
      await waitFor(
        async () => {
          const canvases = (await inside(setting, page)).flatMap((root) => root.canvases);
          return canvases.length === 2 && canvases.every(({ side, colours }) => side > 16 && colours > 50);
        },
        { what: 'two drawn copies', lastSeen: () => inside(setting, page) },
      );
      const labels = (await inside(setting, page)).flatMap((root) => root.canvases).map(({ label }) => bare(label));
      assert.deepEqual(labels, ['Photo on the profile of Theo Falkner', 'Photo on the profile of Olga Brandt']);
      await stage.click(page, { profile: people.thief.slug, name: 'Close' });
      await stage.click(page, { profile: people.owner.slug, css: 'button.pill' });
      const own = await panelSaying(setting, page, people.owner.slug, 'It may well be the person in the photo');
      assert.match(own.text, /since (May 6, 2019|6 May 2019)/);
      assert.doesNotMatch(own.text, /is a fake/i);
    });

    test('the photo check offers four engines with the largest rendition seen, and advice once it has expired', async () => {
      await setting.forget();
      // They said no to being read.
      await setting.set({ unread: ENGINE_KEYS });
      const { stage } = setting;
      const people = await cast(setting);
      const { stranger, safe } = people;
      const html = pages.march2026([stranger, safe]);
      const page = await setting.open(html);
      await expectBadges(stage, page, { [stranger.slug]: /check the photo/, [safe.slug]: /^Accept-safe/ });
      const photo = /** @type {import('../pages/people.mjs').Photo} */ (stranger.photo);
      const linksFor = (/** @type {number} */ size) => {
        const url = encodeURIComponent(pages.photoUrl(photo, size));
        return [
          `https://lens.google.com/uploadbyurl?url=${url}`,
          `https://www.tineye.com/search?url=${url}`,
          `https://www.bing.com/images/searchbyimage?cbir=ssbi&imgurl=${url}`,
          `https://yandex.com/images/search?rpt=imageview&url=${url}`,
        ];
      };
      await stage.click(page, { profile: stranger.slug, css: 'button.pill' });
      const links = async () =>
        (await panelSaying(setting, page, stranger.slug, 'Photo check')).badge.controls
          .map(({ href }) => href)
          .filter((href, at, all) => /^https:\/\/(?!www\.linkedin)/.test(href) && all.indexOf(href) === at);
      assert.deepEqual(await links(), linksFor(100));
      // Opening the profile's photo teaches the 800 rendition; the open panel hears of it.
      await setting.open(pages.profilePage(stranger, { overlay: true }), `/in/${stranger.slug}/overlay/photo/`);
      await overviewWhen(
        setting,
        ({ items }) => items.some(({ photo: known }) => known?.side === 800),
        'the largest rendition',
      );
      await page.bringToFront();
      await page.reload();
      await expectBadges(stage, page, { [stranger.slug]: /check the photo/, [safe.slug]: /^Accept-safe/ });
      await stage.click(page, { profile: stranger.slug, css: 'button.pill' });
      assert.deepEqual(await links(), linksFor(800));
      assert.equal(setting.server.violations.length, 0, 'nothing is asked for before the click');
      await stage.click(page, { profile: stranger.slug, name: /^Bing/ });
      await waitFor(() => stage.newTabs.includes(linksFor(800)[2]), {
        what: 'the search’s tab',
        lastSeen: () => stage.newTabs,
      });
      assert.equal(setting.server.violations.filter(({ headers }) => headers.referer).length, 0, 'without a referrer');

      const old = pages.person({
        name: 'Ada Ould',
        slug: `ada-${stranger.slug}`,
        photo: { asset: `C4E03Aold${stranger.slug}`, expires: 1_600_000_000 },
      });
      setting.photos.set(old.photo?.asset ?? '', /** @type {any} */ (setting.photos.get(photo.asset)));
      const later = await setting.open(pages.march2026([old]), `${RECEIVED}old/`);
      await stage.badgesWhen(later, (all) => all.length === 1, 'a badge');
      await stage.click(later, { profile: old.slug, css: 'button.pill' });
      const { badge } = await panelSaying(setting, later, old.slug, 'LinkedIn’s address for this photo has expired');
      assert.deepEqual(
        badge.controls.filter(({ href }) => /lens|tineye|bing|yandex/.test(href)),
        [],
      );
    });

    test('the report copies observations, opens the profile, and says what to do next', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const { thief, owner } = people;
      for (const one of [thief, owner]) setting.site.set(`/in/${one.slug}/`, pages.profilePage(one));
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      await stage.click(page, { profile: thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, thief.slug, 'Report to LinkedIn');
      await stage.click(page, { profile: thief.slug, name: /^Copy report text and open profile/ });
      await waitFor(() => stage.newTabs.some((url) => url.startsWith(`https://www.linkedin.com/in/${thief.slug}`)), {
        what: 'the profile’s tab',
        lastSeen: () => stage.newTabs,
      });
      const text = await stage.clipboard();
      assert.match(text, /I received a connection invitation from Theo Falkner\./);
      assert.ok(text.includes(`https://www.linkedin.com/in/${thief.slug}`));
      assert.match(
        text,
        /The same photo is on the profile of Olga Brandt: https:\/\/www\.linkedin\.com\/in\/olga-brandt/,
      );
      assert.match(text, /set there on (May 6, 2019|6 May 2019)/);
      assert.doesNotMatch(text, /fake|fraud|scam|thief|stolen/i, 'observations only');
      await page.bringToFront();
      await panelSaying(setting, page, thief.slug, 'The text is copied.');
      assert.equal(await page.$$eval('[aria-label^=Accept]', (all) => all.length), 5);
    });

    test('the popup: counts, order, reasons, and a name that brings its card into view', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const fill = pages.people(8, (index) => ({ slug: `fill-${index}-${people.owner.slug}`, photo: null }));
      const html = pages.sdui2025(
        [
          ...fill,
          ...Object.values(people),
          ...pages.people(7, (index) => ({ slug: `more-${index}-${people.owner.slug}`, photo: null })),
        ],
        { batch: 13 },
      );
      const page = await setting.open(html);
      await stage.badgesWhen(page, (all) => all.length === 13, 'thirteen badges');
      await overviewWhen(setting, ({ seen, total }) => seen === 13 && total === 20, 'the page as a whole');
      const popup = await stage.popup();
      await popup.waitForSelector('.item[aria-setsize="13"]');
      const head = bare(await popup.$eval('header', (header) => header.innerText));
      assert.match(head, /13 of 20 seen, scroll for the rest/);
      assert.match(head, /11 to check · 1 looks genuine · 1 likely fake/);
      const titles = () =>
        popup.$$eval('.group', (groups) =>
          groups.map((group) =>
            [...group.querySelectorAll('h2, .name')].slice(0, 2).map((one) => one.textContent ?? ''),
          ),
        );
      assert.deepEqual(
        (await titles()).slice(0, 1).map(([title, name]) => [title, bare(name)]),
        [['To check · 11', 'Olga Brandt']],
      );
      // By keyboard: one stop for the whole list, and rows that were out of sight are drawn.
      await popup.bringToFront();
      await popup.focus('.item[tabindex="0"]');
      await popup.keyboard.press('End');
      await waitFor(
        async () =>
          (await titles()).some(
            ([title, name]) => /^Likely fake, ready to report · 1$/.test(title) && bare(name ?? '') === 'Theo Falkner',
          ),
        { what: 'the end of the list', lastSeen: titles },
      );
      assert.ok(
        (await titles()).some(([title, name]) => title === 'Accept these · 1' && bare(name ?? '') === 'Ines Quendt'),
        JSON.stringify(await titles()),
      );
      assert.equal(await popup.$$eval('main [tabindex="0"]', (all) => all.length), 1, 'one stop');
      await popup.keyboard.press('Enter');
      await says(popup, 'The same photo is on the profile of Olga Brandt');
      await waitFor(
        () =>
          popup.$$eval(
            '.detail .pair canvas',
            (all) => all.length === 2 && all.every((one) => /** @type {HTMLCanvasElement} */ (one).width > 16),
          ),
        { what: 'two drawn copies in the popup' },
      );
      // Not on screen before, and in its middle after.
      const inView = () =>
        page.evaluate((slug) => {
          const box = document.querySelector(`main a[href*="${slug}"]`)?.getBoundingClientRect();
          return Boolean(box && box.top >= 0 && box.bottom <= innerHeight);
        }, people.thief.slug);
      assert.equal(await inView(), false);
      assert.equal(
        await setting.ask('reveal', {
          key: (await setting.overview()).items.find(({ name }) => name === 'Theo Falkner')?.key,
        }),
        true,
      );
      await waitFor(inView, { what: 'the card in view' });
      assert.equal(await page.evaluate('standIn.remaining()'), 7, 'nothing is loaded for the user');
      await page.close();
      await popup.bringToFront();
      await openIn(popup, people.safe);
      await popup.click('.detail [data-place=step]');
      await says(popup, 'This invitation is not on an open page.');
      await popup.close();
      const after = await stage.popup();
      await after.waitForSelector('.item[aria-setsize="13"]');
      await says(after, /last looked/);
      await after.close();
    });

    test('the popup reports too, and says so before anything was seen', async () => {
      await setting.forget();
      const { stage } = setting;
      const fresh = await stage.popup();
      await says(fresh, 'No invitations seen yet');
      await fresh.close();
      const people = await cast(setting);
      setting.site.set(`/in/${people.thief.slug}/`, pages.profilePage(people.thief));
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      const popup = await stage.popup();
      await popup.bringToFront();
      await openIn(popup, people.thief);
      await popup.click('.detail [data-place=report]');
      await waitFor(
        () => stage.newTabs.some((url) => url.startsWith(`https://www.linkedin.com/in/${people.thief.slug}`)),
        { what: 'the profile’s tab', lastSeen: () => stage.newTabs },
      );
      assert.match(await stage.clipboard(), /The same photo is on the profile of Olga Brandt/);
      // It is reported now, and left to do no more; one click takes that back.
      await popup.bringToFront();
      await says(popup, /Reported on .*Undo/);
      await popup.keyboard.press('Escape');
      await waitFor(
        async () =>
          /^3 to check · 1 looks genuine$/.test(await popup.$eval('.triage', (line) => line.textContent ?? '')),
        { what: 'the report to be done', lastSeen: () => popup.$eval('.triage', (line) => line.textContent) },
      );
      await says(popup, /Reported · 1[\s\S]*Theo Falkner/);
      assert.equal(/** @type {any} */ (Object.values((await setting.ask('statistics')).months)[0]).reported, 1);
      await openIn(popup, people.thief);
      await popup.click('[data-place=reported-undo]');
      await waitFor(async () => (await popup.$('[data-place=reported-undo]')) === null, {
        what: 'the report to be taken back',
      });
      await popup.keyboard.press('Escape');
      await says(popup, /1 likely fake/);
      await waitFor(
        async () => /** @type {any} */ (Object.values((await setting.ask('statistics')).months)[0]).reported === 0,
        { what: 'the report to be counted no more' },
      );
      await popup.close();
    });

    test('an unknown layout is said to be one, and its structure is saved without names and texts', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const list = Object.values(people).map((one) => ({ ...one, note: 'Meet me at the harbour' }));
      const strange = `<h1>Invitations (5)</h1>${list.map((one) => `<section data-testid="row-${one.slug}" title="${one.name}"><a href="/in/${one.slug}/?miniProfileUrn=ACoAAB123"><img alt="${one.name}" src="${pages.photoUrl({ asset: one.slug })}"></a><b>${one.name}</b><i>${one.note}</i></section>`).join('')}`;
      const page = await setting.open(pages.page(strange));
      await overviewWhen(setting, ({ layout }) => layout === 'unrecognised', 'the layout to be found strange');
      assert.deepEqual(await stage.badges(page), []);
      const popup = await stage.popup();
      await says(popup, 'This page’s layout was not recognised');
      const file = await catchFiles(popup);
      await popup.click('[data-place=skeleton]');
      const { name, text } = await file();
      assert.equal(name, 'linkedin-page-structure.html');
      await says(popup, 'Saved to your downloads.');
      assert.match(text, /<section/);
      for (const one of list)
        for (const secret of [one.name, ...one.name.split(' '), one.slug, 'harbour', 'ACoAAB123'])
          assert.ok(!text.includes(secret), `${secret} in the structure:\n${text}`);
      await popup.close();
      await setting.open(pages.nobody(), `${RECEIVED}none/`);
      await overviewWhen(setting, ({ layout }) => layout === 'empty', 'an empty list to be just that');
    });

    test('options: forget one, forget everything, export and import; a wrong file costs nothing', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const { owner, thief } = people;
      const html = pages.march2026(Object.values(people));
      const page = await setting.open(html);
      await expectBadges(stage, page, verdictsOf(people));
      const options = await stage.optionsPage();
      await says(options, '5 people remembered');
      const file = await catchFiles(options);
      const press = async (/** @type {string} */ text) =>
        options.$$eval(
          'button',
          (buttons, wanted) =>
            /** @type {HTMLElement} */ (
              buttons.find(
                (one) =>
                  (one.getAttribute('aria-label') ?? one.textContent ?? '').replace(/[\u2066-\u2069]/g, '') === wanted,
              )
            ).click(),
          text,
        );
      await press('Export');
      const { name, text } = await file();
      assert.equal(name, 'vouchsafe.json');
      assert.ok(text.includes('Theo Falkner'));
      assert.deepEqual(JSON.parse(text).settings, { ...DEFAULTS, badges: true, unread: ENGINE_KEYS });
      await says(options, 'Saved to your downloads. The file names people: keep it safe.');

      // A few seconds to think better of it.
      await press('Forget Olga Brandt');
      await says(options, 'Olga Brandt is being forgotten. Undo');
      await press('Undo');
      await says(options, '5 people remembered');
      assert.equal((await setting.ask('people')).length, 5);
      await press('Forget Olga Brandt');
      await says(options, 'Olga Brandt is forgotten.');
      await says(options, '4 people remembered');
      const left = (await setting.overview()).items;
      assert.deepEqual(
        [left.find(({ name: who }) => who === thief.name)?.verdict, left.some(({ name: who }) => who === owner.name)],
        ['unchecked', false],
      );

      const folder = await mkdtemp(join(tmpdir(), 'import-'));
      const give = async (/** @type {string} */ what) => {
        const path = join(folder, 'given.json');
        await writeFile(path, what);
        const picker = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (
          await options.$('input[type=file]')
        );
        await picker.uploadFile(path);
      };
      const before = JSON.stringify(await setting.ask('people'));
      for (const [what, answer] of [
        ['not json at all', 'it is not JSON. Nothing was changed.'],
        ['{}', 'Nothing was changed.'],
        ['[1, 2, 3]', 'Nothing was changed.'],
        [text.slice(0, -200), 'it is not JSON. Nothing was changed.'],
        [text.replace(/"version": *\d+/, '"version": 99'), 'this one cannot read. Nothing was changed.'],
        [
          text.replaceAll('https://media.licdn.com', 'https://evil.test'),
          'damaged or incomplete. Nothing was changed.',
        ],
      ]) {
        await options.$eval('.outcome', (outcome) => {
          outcome.textContent = '';
        });
        await give(what);
        await says(options, answer);
        assert.equal(JSON.stringify(await setting.ask('people')), before, what.slice(0, 40));
      }

      await press('Forget everything…');
      await options.waitForSelector('dialog[open]');
      await press('Cancel');
      assert.equal((await setting.ask('people')).length, 4, 'asked first');
      await press('Forget everything…');
      await press('Forget everything');
      await says(options, 'Everything is forgotten.');
      await says(options, 'Nobody is remembered yet.');
      assert.deepEqual([(await setting.ask('people')).length, (await setting.overview()).items.length], [0, 0]);

      // What was exported brings the owner back: the thief alone on the page is found out.
      await give(text);
      await says(options, /Imported: 5 people, 4 photos\./);
      await says(options, '5 people remembered');
      const again = await setting.open(pages.march2026([thief]), `${RECEIVED}again/`);
      await expectBadges(stage, again, { [thief.slug]: /^Likely fake · photo also used by Olga Brandt/ });
      await rm(folder, { recursive: true });
      await options.close();
    });
  });
}
