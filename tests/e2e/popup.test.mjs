// The popup and the options: the list, reports, an unknown layout, and stored settings.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEFAULTS } from '../../extension/settings.js';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  pages,
  verdictsOf,
  waitFor,
  within,
  says,
} from './setting.mjs';
import { ENGINE_KEYS } from '../../extension/engines.js';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./setting.mjs').Setting} Setting */

/** Keeps the files that a page offers to the user, instead of saving them. @param {Page} own */
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
      // It is reported now, and needs nothing more; one click undoes that.
      await popup.bringToFront();
      await says(popup, /Report prepared on .*Undo/);
      await popup.keyboard.press('Escape');
      await waitFor(
        async () =>
          /^3 to check · 1 looks genuine$/.test(await popup.$eval('.triage', (line) => line.textContent ?? '')),
        { what: 'the report to be done', lastSeen: () => popup.$eval('.triage', (line) => line.textContent) },
      );
      await says(popup, /Report prepared · 1[\s\S]*Theo Falkner/);
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

    test('an unknown layout is reported as such, and its structure is saved without names and texts', async () => {
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
      await setting.set({ unread: ENGINE_KEYS });
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

      // A few seconds to undo it.
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
        [text.slice(0, -200), 'damaged or incomplete. Nothing was changed.'],
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

      // The import brings the owner back, so the thief is found without the owner on the page.
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
