// Reasons to accept: goals are set in the options, shown on badge and in popup, sorted and filtered by; a thank-you is copied.

import { test } from 'node:test';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  pages,
  pictures,
  slugOf,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./setting.mjs').Setting} Setting */

const HEADLINES = {
  safe: 'Talent Partner at Nordwind GmbH',
  stranger: 'Engineer | Renewable Energy',
  thief: 'Recruiter at Nordwind',
  owner: 'Chief Financial Officer',
  faceless: 'VP Marketing',
};

/** @param {Setting} setting The usual people, with headlines that matter. */
async function seekers(setting) {
  const people = await cast(setting);
  for (const [role, headline] of Object.entries(HEADLINES))
    people[/** @type {keyof typeof HEADLINES} */ (role)].headline = headline;
  people.safe.note = 'I liked your talk in Gothenburg. Shall we speak?';
  return people;
}

/** @param {Page} own @param {string} selector */
const textOf = (own, selector) =>
  own
    .$$eval(selector, (all) => all.map((one) => /** @type {HTMLElement} */ (one).innerText))
    .then((all) => all.map((text) => bare(text).replace(/\s+/g, ' ')));

/** @param {Page} own @param {string} selector @param {(texts: string[]) => boolean} wanted @param {string} what */
const textsWhen = (own, selector, wanted, what) =>
  waitFor(
    async () => {
      const texts = await textOf(own, selector);
      return wanted(texts) ? texts : null;
    },
    { what, lastSeen: () => textOf(own, selector) },
  );

/** Replaces the content of a field by typing, and leaves it. @param {Page} own @param {string} selector @param {string} text */
async function fillIn(own, selector, text) {
  await own.$eval(
    selector,
    (field, value) => {
      const input = /** @type {HTMLInputElement} */ (field);
      input.focus();
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
  );
}

/** @param {Setting} setting @param {Page} page @param {string} slug @returns {Promise<string>} */
async function panelOf({ stage }, page, slug) {
  await stage.click(page, { profile: slug, css: 'button.pill' });
  const badges = await stage.badgesWhen(
    page,
    (all) => all.some((badge) => slugOf(badge) === slug && badge.panel !== null),
    `the panel of ${slug}`,
  );
  return bare(badges.find((badge) => slugOf(badge) === slug)?.panel ?? '');
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('goals set in the options show why to accept: in panel and popup, to sort and to filter by', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await seekers(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));

      const options = await stage.optionsPage();
      await options.waitForSelector('#goals-companies');
      await fillIn(options, '#goals-companies', 'Nordwind\nAdlerwerke AG');
      await fillIn(options, '#goals-topics', 'renewable energy');
      await fillIn(options, '#goals-title', 'Head of Marketing');
      await waitFor(async () => (await setting.ask('goals')).title === 'Head of Marketing', {
        what: 'the goals to be saved',
        lastSeen: () => setting.ask('goals'),
      });
      assert.deepEqual(await setting.ask('goals'), {
        headline: '',
        title: 'Head of Marketing',
        companies: ['Nordwind', 'Adlerwerke AG'],
        roles: [],
        topics: ['renewable energy'],
      });

      // An invalid goal is refused at its field, and nothing is lost.
      await fillIn(options, '#goals-roles', '***');
      await textsWhen(
        options,
        '#goals-roles-trouble',
        ([text]) => text === '“***” has no letter or digit.',
        'the field to say what is wrong',
      );
      assert.equal(await options.$eval('#goals-roles', (field) => field.getAttribute('aria-invalid')), 'true');
      assert.deepEqual((await setting.ask('goals')).roles, []);
      await fillIn(options, '#goals-roles', '');

      const look = await overviewWhen(
        setting,
        ({ items }) => items.some(({ worth }) => worth.length > 0),
        'reasons to accept',
      );
      const codes = Object.fromEntries(
        look.items.map(({ name, worth, worthWithheld }) => [
          name,
          [...worth.map(({ code }) => code), ...(worthWithheld ? ['withheld'] : [])],
        ]),
      );
      assert.deepEqual(codes, {
        [people.owner.name]: [],
        [people.thief.name]: ['withheld'],
        [people.safe.name]: ['recruiter', 'target-company', 'hiring-role'],
        [people.stranger.name]: ['topic'],
        [people.faceless.name]: ['peer'],
      });
      const panel = await panelOf(setting, page, people.safe.slug);
      assert.match(
        panel,
        /Reasons to accept\s+Recruiter · Talent Partner\s+Target company · Nordwind\s+Has a say in hiring · Talent Partner/,
      );
      await page.keyboard.press('Escape');
      const suspect = await panelOf(setting, page, people.thief.slug);
      assert.match(suspect, /Parts of it match what you look for, but look closer first\./);
      assert.doesNotMatch(suspect, /Target company|reject/i);

      let popup = await stage.popup();
      const names = (/** @type {Page} */ own) => textOf(own, '.item .name');
      await textsWhen(popup, '.item .name', (all) => all.length === 5, 'everybody listed');
      assert.match(
        (await textOf(popup, '.triage'))[0],
        /^3 to check · 1 looks genuine \(1 recruiter, 1 at a target company\) · 1 likely fake$/,
      );
      assert.deepEqual(
        (await textOf(popup, '.item.accept-safe .worth'))[0],
        'Recruiter · Talent Partner — Target company · Nordwind — Has a say in hiring · Talent Partner',
      );

      // The headings have the same counts as the line.
      assert.deepEqual(await textOf(popup, '.group h2'), [
        'To check · 3',
        'Accept these · 1',
        'Likely fake, ready to report · 1',
      ]);

      await popup.select('[data-place=sort]', 'worth');
      await textsWhen(popup, '.item .name', ([first]) => first === people.safe.name, 'who is worth most first');
      assert.equal((await names(popup)).at(-1), people.thief.name);
      await popup.select('[data-place=filter]', 'topic');
      await textsWhen(
        popup,
        '.item .name',
        (all) => all.length === 1 && all[0] === people.stranger.name,
        'only who is about the topic',
      );
      assert.deepEqual(await textOf(popup, '.group h2'), ['To check · 1 of 3']);
      // Filter and order are remembered; a search is not.
      await popup.type('[data-place=search]', 'nobody at all');
      await textsWhen(
        popup,
        '.above',
        ([text]) => text.startsWith('Nobody fits this search and filter.'),
        'nobody to fit',
      );
      await popup.close();
      popup = await stage.popup();
      await textsWhen(
        popup,
        '.item .name',
        (all) => all.length === 1 && all[0] === people.stranger.name,
        'the filter to be remembered',
      );
      assert.deepEqual(await popup.$$eval('select', (all) => all.map(({ value }) => value)), ['topic', 'worth']);
      await popup.type('[data-place=search]', 'falk');
      await textsWhen(popup, '.above', ([text]) => text.startsWith('Nobody fits'), 'nobody to fit');
      await popup.click('[data-place=clear]');
      await textsWhen(popup, '.item .name', (all) => all.length === 5, 'everybody again');
      await popup.select('[data-place=sort]', 'next');
      // Where a goal is met the badge says so, with the basis of the verdict.
      await page.bringToFront();
      await expectBadges(stage, page, {
        ...verdictsOf(people),
        [people.safe.slug]: /^Accept-safe · your target company, verified\. Reasons/,
      });
      await popup.close();
      await options.close();
    });

    test('a thank-you is copied from the panel and from the popup, filled in by the card', async () => {
      await setting.forget();
      await setting.set();
      const { stage } = setting;
      const people = await seekers(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      const text =
        'Hello Ines,\nThank you for the invitation. I would be glad to hear about roles that you think might suit me.';
      const panel = await panelOf(setting, page, people.safe.slug);
      assert.ok(panel.replace(/\s+/g, ' ').includes(text.replace(/\s+/g, ' ')), panel);
      await stage.click(page, { profile: people.safe.slug, name: /^Copy a thank-you$/ });
      await stage.badgesWhen(
        page,
        (all) =>
          all.some((badge) => bare(badge.panel ?? '').includes('Copied. Paste it into a message; nothing was sent.')),
        'the panel to say that it was copied',
      );
      assert.equal(await stage.clipboard(), text);
      assert.equal(stage.newTabs.length, 0);

      let options = await stage.optionsPage();
      await options.waitForSelector('#thanks');
      await fillIn(options, '#thanks', 'Dear {name}');
      await textsWhen(
        options,
        '#thanks-trouble',
        ([said]) => said === 'Nothing fills in {name}. There are: {first}, {company}, {shared}, {met}.',
        'the template to be refused',
      );
      await fillIn(options, '#thanks', 'Dear {first}, welcome! {shared} connects us. See you at {company}.');
      await waitFor(
        () =>
          options.evaluate(async () =>
            (await /** @type {any} */ (globalThis).chrome.storage.local.get('settings')).settings?.thanks?.startsWith(
              'Dear {first}',
            ),
          ),
        { what: 'the template to be saved' },
      );
      const popup = await stage.popup();
      await openIn(popup, people.safe);
      const draft = () =>
        popup.$eval('.detail [data-place=thanks-text]', (field) => /** @type {HTMLTextAreaElement} */ (field).value);
      assert.equal(await draft(), 'Dear Ines, welcome! See you at Nordwind GmbH.', 'shown before it is copied');
      await popup.click('.detail [data-place=thanks]');
      await textsWhen(
        popup,
        '.detail .done',
        (all) => all.includes('Copied. Paste it into a message; nothing was sent.'),
        'the popup to say that it was copied',
      );
      assert.equal(await stage.clipboard(), 'Dear Ines, welcome! See you at Nordwind GmbH.');
      // After an edit “copied” is no longer shown, and the new text is copied.
      await popup.focus('.detail [data-place=thanks-text]');
      await popup.keyboard.press('End');
      await popup.type('.detail [data-place=thanks-text]', ' Soon!');
      await textsWhen(popup, '.detail .done', (all) => all.length === 0, 'nothing to be copied any more');
      const typed = await draft();
      assert.ok(typed.includes('Soon!'), typed);
      await popup.click('.detail [data-place=thanks]');
      await waitFor(async () => (await stage.clipboard()) === typed, {
        what: 'the edited text on the clipboard',
        lastSeen: () => stage.clipboard(),
      });
      await popup.keyboard.press('Escape');
      await openIn(popup, people.thief);
      assert.deepEqual(await textOf(popup, '[data-place=thanks]'), [], 'only for who is safe');
      // Cleared, it stays empty, and none is offered.
      await fillIn(options, '#thanks', '');
      await waitFor(
        () =>
          options.evaluate(
            async () =>
              (await /** @type {any} */ (globalThis).chrome.storage.local.get('settings')).settings?.thanks === '',
          ),
        { what: 'the empty template to be saved' },
      );
      await options.close();
      options = await stage.optionsPage();
      await options.waitForSelector('#thanks');
      assert.equal(await options.$eval('#thanks', (field) => /** @type {HTMLTextAreaElement} */ (field).value), '');
      await openIn(popup, people.safe);
      await waitFor(async () => (await popup.$('.detail [data-place=thanks]')) === null, {
        what: 'no thank-you to be offered',
      });
      await setting.set();
      await popup.close();
      await options.close();
    });

    test('by keyboard alone: what is typed is saved while the field has focus', async () => {
      await setting.forget();
      const options = await setting.stage.optionsPage();
      await options.bringToFront();
      await options.waitForSelector('#goals-companies');
      const focused = () => options.evaluate(() => document.activeElement?.id);
      await options.focus('#goals-companies');
      await options.keyboard.type('Adlerwerke');
      await waitFor(async () => (await setting.ask('goals')).companies[0] === 'Adlerwerke', {
        what: 'the company to be saved',
        lastSeen: () => setting.ask('goals'),
      });
      assert.equal(await focused(), 'goals-companies');
      await options.keyboard.press('Tab');
      assert.equal(await focused(), 'goals-roles');
      await options.focus('#thanks');
      await options.keyboard.type('{oops}');
      await textsWhen(
        options,
        '#thanks-trouble',
        ([said]) => said.startsWith('Nothing fills in {oops}.'),
        'the template to be refused while it is typed',
      );
      assert.equal(await focused(), 'thanks');
      await options.close();
    });

    test('without goals nothing asks for them, and reasons that need no goals are shown', async () => {
      const { stage } = setting;
      const { people, page } = await usualInvitations(setting);
      const popup = await stage.popup();
      await textsWhen(popup, '.item .name', (all) => all.length === 5, 'everybody listed');
      assert.deepEqual(
        [
          await textOf(popup, '.worth, .worth-withheld'),
          await popup.$eval('[data-place=sort]', (order) => /** @type {HTMLElement} */ (order).hidden),
        ],
        [[], true],
      );
      assert.doesNotMatch((await textOf(popup, 'body'))[0], /goal|looking for|target/i);
      await page.close();

      people.stranger.headline = 'Technical Recruiter';
      await setting.open(pages.march2026([people.stranger]), `${RECEIVED}recruiter/`);
      // A popup in the background asks for nothing.
      await popup.bringToFront();
      await textsWhen(
        popup,
        '.worth',
        (all) => all.length === 1 && all[0] === 'Recruiter',
        'a recruiter, though nothing is looked for',
      );
      await popup.close();
    });

    test('connections are counted from the user’s own pages alone', async () => {
      await setting.forget();
      const { stage } = setting;
      const one = pages.person({ name: 'Mira Falk', slug: 'mira-falk-count', photo: { asset: 'C4E03Amira-count' } });
      setting.photos.set('C4E03Amira-count', pictures.upload(await pictures.portrait('mira')));
      await setting.open(
        pages
          .profilePage(one)
          .replace('<h1', '<a href="/search/results/people/?connectionOf=x">871 connections</a><h1'),
        `/in/${one.slug}/`,
      );
      await setting.open(
        pages.page('<h1>Network</h1><a href="/mynetwork/invite-connect/connections/">463 connections</a>'),
        '/mynetwork/grow/',
      );
      const look = await overviewWhen(setting, ({ connections }) => connections !== null, 'the connections');
      assert.equal(look.connections?.count, 463);
      await setting.open(
        pages.page('<h1>Kontakte</h1><p>1.204 Kontakte</p>', { lang: 'de' }),
        '/mynetwork/invite-connect/connections/',
      );
      await overviewWhen(setting, ({ connections }) => connections?.count === 1204, 'the list’s own count');
      assert.ok(stage);
    });
  });
}
