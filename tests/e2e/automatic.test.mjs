// Automatic searches with the user's own key; "About this profile"; the guide for a report.

import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import {
  assert,
  bare,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  pictures,
  pressCovered,
  waitFor,
  within,
} from './setting.mjs';
import { allow, tabWhen } from './search.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./setting.mjs').Setting} Setting */

const VISION = 'vision.googleapis.com';
const ORIGIN = `https://${VISION}/*`;
const KEY = 'AIzaSyA-made-up-key-0123456789x9Kq';

/** @param {Setting} setting @param {(body: any) => import('../stage/server.mjs').Page} answer */
const serveVision = ({ server }, answer) => {
  server.others.clear();
  server.others.set(VISION, ({ body }) => answer(JSON.parse(body)));
};
/** @param {object} web */
const detection = (web) => ({
  html: JSON.stringify({ responses: [{ webDetection: web }] }),
  headers: { 'content-type': 'application/json' },
});
/** @param {number} status @param {object} error */
const failure = (status, error) => ({
  html: JSON.stringify({ error: { code: status, ...error } }),
  status,
  headers: { 'content-type': 'application/json' },
});

/** @param {Setting} setting */
const calls = ({ server }) => server.requests.filter(({ host, method }) => host === VISION && method === 'POST');

/** People of whom too little is known, each with a picture of their own. @param {Setting} setting @param {string[]} names */
async function strangers({ photos }, names) {
  const people = names.map((name) =>
    pages.person({
      name,
      slug: `${name.toLowerCase().replace(' ', '-')}-${Math.random().toString(36).slice(2, 8)}`,
      photo: { asset: `C4E03A${name.replace(' ', '')}${Math.random().toString(36).slice(2, 8)}` },
    }),
  );
  for (const one of people) photos.set(one.photo?.asset ?? '', pictures.upload(await pictures.portrait(one.slug)));
  return people;
}

/** @param {Page} options @param {RegExp} text @param {() => unknown[]} [more] Said where it fails. */
const optionsSay = (options, text, more = () => []) =>
  waitFor(
    async () =>
      text.test(bare(await options.$eval('#automatic', (section) => /** @type {HTMLElement} */ (section).innerText))),
    {
      what: `${text} in the options`,
      // A picture to be sent is fetched first, within 30 seconds.
      timeout: 45_000,
      lastSeen: async () => [
        await options.$eval('#automatic', (section) => /** @type {HTMLElement} */ (section).innerText),
        ...(await Promise.all(more())),
      ],
    },
  );

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a key that is saved is never shown or exported, and nothing is sent until it is switched on', async () => {
      await setting.forget();
      await setting.set();
      const { stage } = setting;
      serveVision(setting, () =>
        detection({
          pagesWithMatchingImages: [
            {
              url: 'https://www.linkedin.com/in/somebody-else',
              pageTitle: '<b>Somebody</b> Else - Sales - Firm | LinkedIn',
              fullMatchingImages: [{ url: 'https://a.example/x.jpg' }],
            },
          ],
          visuallySimilarImages: [{ url: 'https://alike.example/' }],
        }),
      );
      const [one, two] = await strangers(setting, ['Jarek Mohn', 'Ona Ruud']);
      await expectBadges(stage, await setting.open(pages.march2026([one, two])), {
        [one.slug]: /check the photo/,
        [two.slug]: /check the photo/,
      });
      const options = await stage.optionsPage();
      await options.waitForSelector('[data-place=vision-key]');
      await options.type('[data-place=vision-key]', KEY);
      await options.click('[data-place=vision-save]');
      await optionsSay(options, /A key is saved that ends in x9Kq/);
      assert.equal(
        await options.$eval('[data-place=vision-key]', (input) => /** @type {HTMLInputElement} */ (input).value),
        '',
      );
      assert.doesNotMatch(await options.evaluate(() => document.documentElement.outerHTML), /made-up-key/);
      const kept = await options.evaluate(() => chrome.storage.local.get(null).then((all) => JSON.stringify(all)));
      const exported = JSON.stringify(await setting.ask('export-part', { after: '' }));
      assert.doesNotMatch(kept + exported + JSON.stringify(await setting.ask('automatic')), /made-up-key/);
      assert.equal(calls(setting).length, 0, 'off until it is switched on');

      await allow(setting, [ORIGIN], true);
      await setting.ask('change-listed', { setting: 'providers', key: 'vision', isIn: true });
      const { items } = await overviewWhen(
        setting,
        (look) => look.items.every(({ photo }) => photo?.searches.length === 1),
        'both searched',
        30_000,
      );
      assert.ok(
        items.every(
          ({ photo }) =>
            photo?.searches[0].engine === 'vision' &&
            photo.searches[0].found.some(({ url }) => url.includes('somebody-else')) &&
            !JSON.stringify(photo).includes('alike'),
        ),
      );
      const [first] = calls(setting);
      assert.match(first.url, new RegExp(`\\?key=${KEY}$`));
      assert.deepEqual([first.headers.cookie, first.headers.referer], [undefined, undefined]);
      await optionsSay(options, /Today 2 photos of 30, this month 2 photos of 1000/);
      // Seen again, and after the background was ended: no photo is sent twice.
      await stage.killWorker();
      await expectBadges(
        stage,
        await setting.open(pages.march2026([one, two]), '/mynetwork/invitation-manager/received/again/'),
        { [one.slug]: /./, [two.slug]: /./ },
      );
      await setting.set({ providers: ['vision'], budgetDay: 31 });
      const [three] = await strangers(setting, ['Kari Lind']);
      await setting.open(pages.march2026([three]), '/mynetwork/invitation-manager/received/third/');
      await overviewWhen(
        setting,
        (look) => look.items.some(({ name, photo }) => name === three.name && photo?.searches.length === 1),
        'the third searched',
        30_000,
      );
      assert.equal(calls(setting).length, 3);
      await options.close();
    });

    test('the budget ends it; each error is said once, in popup and options, and nothing more is sent meanwhile', async () => {
      await setting.forget();
      await allow(setting, [ORIGIN], true);
      const { stage } = setting;
      const { today } = (await setting.ask('automatic')).find(
        (/** @type {any} */ status) => status.provider === 'vision',
      );
      let answer = () => detection({});
      serveVision(setting, () => answer());
      await setting.set({ providers: ['vision'], budgetDay: today + 1 });
      const people = await strangers(setting, ['Ada Berg', 'Bo Cramer', 'Cy Dahl']);
      await setting.open(pages.march2026(people));
      await overviewWhen(
        setting,
        (look) => look.items.filter(({ photo }) => photo?.searches.length === 1).length === 1,
        'one searched',
        30_000,
      );
      const options = await stage.optionsPage();
      await optionsSay(options, new RegExp(`Today ${today + 1} photos? of ${today + 1}`));
      assert.equal(calls(setting).length, 1);
      /** @type {Array<[() => import('../stage/server.mjs').Page, RegExp]>} */
      const errors = [
        [
          () =>
            failure(400, { status: 'INVALID_ARGUMENT', message: 'API key not valid. Please pass a valid API key.' }),
          /refuses your key/,
        ],
        [
          () =>
            failure(403, {
              status: 'PERMISSION_DENIED',
              message: 'Cloud Vision API has not been used in project 1 before or it is disabled.',
            }),
          /refuses your key/,
        ],
        [() => failure(429, { status: 'RESOURCE_EXHAUSTED' }), /quota is used up/],
        [() => ({ html: '', status: 503 }), /cannot be reached/],
        [() => '<!doctype html><title>Sorry</title>', /was not understood/],
      ];
      for (const [reply, words] of errors) {
        setting.server.forget();
        answer = /** @type {any} */ (reply);
        // Another key clears the error of the one before. More budget, so that searches go on.
        await setting.ask('keep-key', { provider: 'vision', parts: [KEY] });
        await setting.set({ providers: ['vision'], budgetDay: today + 50 });
        await optionsSay(options, words, () => [
          calls(setting).length,
          setting.own.evaluate(() => chrome.storage.local.get('automatic')),
        ]);
        const popup = await stage.popup();
        await waitFor(async () => words.test(await popup.$eval('body', (body) => body.innerText)), {
          what: `${words} in the popup`,
          lastSeen: () => popup.$eval('body', (body) => body.innerText),
        });
        await popup.close();
        assert.equal(calls(setting).length, 1, `${words}: once`);
      }
      answer = () => detection({});
      await setting.ask('keep-key', { provider: 'vision', parts: [KEY] });
      await overviewWhen(
        setting,
        (look) => look.items.filter(({ photo }) => photo?.searches.length === 1).length >= 2,
        'it goes on',
        30_000,
      );
      // Switched off, or without its permission: nothing.
      await setting.set();
      await setting.ask('keep-key', { provider: 'vision', parts: [] });
      await optionsSay(options, /No key saved/);
      await options.close();
    });

    test('“About this profile” is read where the user opens it, in the page’s language', async () => {
      await setting.forget();
      await setting.set();
      const { stage } = setting;
      const { stranger } = await cast(setting);
      await expectBadges(stage, await setting.open(pages.march2026([stranger])), {
        [stranger.slug]: /check the photo/,
      });
      const path = `/in/${stranger.slug}/overlay/about-this-profile/`;
      await setting.open(
        pages.aboutPage(stranger, {
          rows: [
            ['Beigetreten', 'März 2012'],
            ['Kontaktdaten', 'Vor über 1 Jahr aktualisiert'],
            ['Profilfoto', 'September 2025'],
          ],
          lang: 'de',
        }),
        path,
      );
      const {
        items: [view],
      } = await overviewWhen(setting, (look) => look.items[0]?.account, 'the account read');
      assert.deepEqual(
        [view.account?.joined, view.account?.photoUpdated, view.account?.verified],
        [Date.UTC(2012, 2, 1), Date.UTC(2025, 8, 1), false],
      );
      assert.ok(view.reasons.some(({ code }) => code === 'account-old'));
      // A name that looks like a month is not read as one.
      const sly = pages.person({ name: 'March 2004', slug: `sly-${stranger.slug}`, photo: null });
      await setting.open(pages.march2026([sly]), '/mynetwork/invitation-manager/received/sly/');
      await overviewWhen(setting, (look) => look.items.some(({ name }) => name === sly.name), 'the other invitation');
      await setting.open(
        pages.aboutPage(sly, {
          rows: [
            ['Joined', 'August 2026'],
            ['Profile photo', 'September 2026'],
          ],
        }),
        `/in/${sly.slug}/overlay/about-this-profile/`,
      );
      const { items } = await overviewWhen(
        setting,
        (look) => look.items.find(({ name }) => name === sly.name)?.account,
        'its account read',
      );
      assert.equal(items.find(({ name }) => name === sly.name)?.account?.joined, Date.UTC(2026, 7, 1));
    });

    test('a report is guided on the profile it opened: evidence, and a ring around the menu, then the entry; nothing is pressed', async () => {
      await setting.forget();
      await setting.set();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, {
        ...Object.fromEntries(Object.values(people).map(({ slug }) => [slug, /./])),
        [people.thief.slug]: /^Likely fake/,
      });
      setting.site.set(`/in/${people.thief.slug}/`, pages.profilePage(people.thief, { invited: false }));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.click(page, { profile: people.thief.slug, name: /^(Copy|Report)/, css: 'a.report' });
      const profile = await tabWhen(setting, (url) => url.includes(`/in/${people.thief.slug}`), 'the profile');
      const look = () => inClosedRoots(setting.kind, profile, lookAtGuide, null);
      const seen = await waitFor(
        async () => {
          const all = await look();
          return all.find(({ text }) => text.includes('Report')) && all.find(({ ring }) => ring) ? all : null;
        },
        { what: 'the guide and its ring', lastSeen: look },
      );
      assert.match(
        bare(seen.map(({ text }) => text).join(' ')),
        /Report Theo Falkner[\s\S]*The ring shows where the menu is[\s\S]*Olga Brandt[\s\S]*Copy the text/,
      );
      // Badge and notice may still move what is below them.
      const both = async () => [
        (await look()).find((one) => one.ring)?.ring,
        await profile.$eval('button[aria-expanded]', (button) => {
          const { left, top } = button.getBoundingClientRect();
          return { left, top };
        }),
      ];
      await waitFor(
        async () => {
          const [ring, more] = await both();
          return ring && Math.abs(ring.left - more.left) < 8 && Math.abs(ring.top - more.top) < 8;
        },
        { what: 'the ring around the menu', lastSeen: both },
      );
      // The user opens the menu.
      await profile.evaluate(() => {
        document.querySelector('button[aria-expanded]')?.setAttribute('aria-expanded', 'true');
        document.querySelector('[data-floating-ui-portal]')?.removeAttribute('hidden');
      });
      await waitFor(async () => (await look()).some(({ text }) => /The ring shows where to report/.test(text)), {
        what: 'the ring around the entry',
        lastSeen: look,
      });
      assert.ok(profile.url().endsWith(`/in/${people.thief.slug}/`), 'nothing was followed');
      const isCopied = async () => (await look()).some(({ text }) => text.includes('Copied'));
      const copy = '.guide:popover-open .row .button:first-child';
      await pressCovered(setting, profile, copy);
      assert.equal(await isCopied(), false, 'a press that the page lets through from above');
      await stage.click(profile, { css: copy });
      await waitFor(isCopied, { what: 'the evidence to be copied', lastSeen: look });
      // Another profile shows nothing.
      const other = await setting.open(
        pages.profilePage(people.owner, { invited: false }),
        `/in/${people.owner.slug}/`,
      );
      await waitFor(
        async () =>
          (await inClosedRoots(setting.kind, other, lookAtGuide, null)).every(
            ({ text }) => !/guide|ring shows/.test(text),
          ),
        { what: 'no guide elsewhere' },
      );
      await profile.close();
    });
  });
}

/** The content of closed roots: texts, and the position of a ring. @param {unknown} _ @param {...ShadowRoot} roots */
function lookAtGuide(_, ...roots) {
  return JSON.stringify(
    roots.map((root) => {
      const ring = root.querySelector('.ring:popover-open');
      const box = ring?.getBoundingClientRect();
      return {
        text: /** @type {HTMLElement | null} */ (root.querySelector('.guide:popover-open'))?.innerText ?? '',
        ring: box ? { left: box.left, top: box.top } : null,
      };
    }),
  );
}
