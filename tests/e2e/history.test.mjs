// The use of earlier answers and sightings: overruled verdicts, photos compared, verdicts corrected.

import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import {
  LATELY,
  LONG_AGO,
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  panelSaying,
  says,
  somebody,
  pages,
  pictures,
  pressCovered,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('./setting.mjs').Setting} Setting */
/** @typedef {import('puppeteer-core').Page} Page */

const SEARCH = '/search/results/people/';

/**
 * An owner and a person whose photo is similar, but not certainly the same: part of it is covered. The matcher decides
 * how much cover makes the two merely similar, so that the test holds for other thresholds.
 * @param {Setting} setting
 */
async function lookAlikes(setting) {
  const others = await Promise.all(
    ['collage one', 'collage two', 'collage three'].map((seed) => pictures.portrait(seed)),
  );
  // One face of four is found, and never beyond doubt; which quarter is found depends on the drawing.
  for (const at of [0, 1, 2, 3]) {
    await setting.forget();
    const people = await cast(setting);
    const thief = { ...people.thief, photo: { asset: `D4D03Alike-${people.thief.slug}`, setAt: LATELY } };
    setting.photos.set(
      thief.photo.asset,
      pictures.upload(await pictures.collage(others.toSpliced(at, 0, await pictures.portrait('owner')))),
    );
    const page = await setting.open(pages.march2026([people.owner, thief]));
    const { items } = await overviewWhen(
      setting,
      (look) => look.items.length === 2 && look.items.every(({ compared }) => compared === 1),
      'both photos to be compared',
    );
    if (items.every(({ twins }) => twins.length === 1 && !twins[0].nearExact))
      return { owner: people.owner, thief, page };
  }
  return assert.fail('no collage makes the two alike and no more');
}

/** @param {Page} popup @param {string} place */
async function press(popup, place) {
  await popup.bringToFront();
  await popup.waitForSelector(`[data-place="${place}"]`);
  await popup.$eval(`[data-place="${place}"]`, (element) => element.scrollIntoView({ block: 'center' }));
  await popup.click(`[data-place="${place}"]`);
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('an overruled verdict is remembered over a restart, shown, used, and taken back by one click', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, thief } = people;
      const html = pages.march2026([owner, thief]);
      let page = await setting.open(html);
      const before = {
        [owner.slug]: /^Suspicious · had the photo first, photo also used by Theo Falkner/,
        [thief.slug]: /^Likely fake/,
      };
      // A known person's photo elsewhere is the stolen one.
      const after = {
        [thief.slug]: /^Accept-safe · you know this person\./,
        [owner.slug]: /^Likely fake · photo also used by Theo Falkner\./,
      };
      await expectBadges(setting.stage, page, before);
      await setting.stage.click(page, { profile: thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, thief.slug, 'Your own opinion');
      await setting.stage.click(page, { profile: thief.slug, name: 'I know this person' });
      await expectBadges(setting.stage, page, after);
      await panelSaying(
        setting,
        page,
        thief.slug,
        'You said that you know this person. Otherwise it would be: Likely fake.',
      );

      await setting.take(await setting.stage.restart());
      assert.deepEqual(
        (await setting.overview()).items
          .map(({ name, verdict, opinion, overruled }) => [name, verdict, opinion, overruled])
          .sort(),
        [
          [owner.name, 'likely-fake', null, null],
          [thief.name, 'accept-safe', 'known', 'likely-fake'],
        ],
      );
      page = await setting.open(html);
      await expectBadges(setting.stage, page, after);
      const popup = await setting.stage.popup();
      await openIn(popup, thief);
      await says(popup, /Theo Falkner[\s\S]*You said that you know this person\. Otherwise it would be: Likely fake\./);
      await press(popup, 'opinion-undo');
      await overviewWhen(
        setting,
        ({ items }) => items.every(({ opinion }) => opinion === null),
        'the word to be taken back',
      );
      await expectBadges(setting.stage, page, before);
      // The other way round, by keyboard.
      await popup.bringToFront();
      await openIn(popup, owner);
      await popup.waitForSelector('.detail [data-place=opinion-fake]');
      await popup.focus('.detail [data-place=opinion-fake]');
      // A key that is pressed before the tab has the keyboard is lost.
      await popup.waitForFunction(
        () => document.hasFocus() && document.activeElement?.matches('.detail [data-place=opinion-fake]'),
      );
      await popup.keyboard.press('Enter');
      await expectBadges(setting.stage, page, {
        [owner.slug]: /^Likely fake · you said so\./,
        [thief.slug]: /^Suspicious/,
      });
      await popup.bringToFront();
      await waitFor(
        () =>
          popup.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.place === 'opinion-undo'),
        { what: 'the keyboard on Undo' },
      );
      await popup.keyboard.press('Enter');
      await expectBadges(setting.stage, page, before);
      await popup.close();
    });

    test('“Not the same” settles a photo finding, and can be taken back', async () => {
      await setting.forget();
      const { owner, thief } = await cast(setting);
      const { stage } = setting;
      const page = await setting.open(pages.march2026([owner, thief]));
      await expectBadges(stage, page, { [owner.slug]: /^Suspicious/, [thief.slug]: /^Likely fake/ });
      await stage.click(page, { profile: thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, thief.slug, 'Not the same');
      await stage.click(page, { profile: thief.slug, name: /^Not the same/ });
      await expectBadges(stage, page, {
        [owner.slug]: /^Unchecked · check the photo/,
        [thief.slug]: /^Unchecked · check the photo/,
      });
      const { text } = await panelSaying(setting, page, thief.slug, '1 photo that you said is different');
      assert.doesNotMatch(text, /The same photo is on/);
      await stage.click(page, { profile: thief.slug, name: /^Undo/ });
      await expectBadges(stage, page, { [owner.slug]: /^Suspicious/, [thief.slug]: /^Likely fake/ });
    });

    test('the user compares a looser match: “Same picture” settles it the other way', async () => {
      const { stage } = setting;
      const { owner, thief, page } = await lookAlikes(setting);
      const looser = {
        [owner.slug]: /^Suspicious · photo much like that of Theo Falkner\./,
        [thief.slug]: /^Suspicious · photo much like that of Olga Brandt\./,
      };
      await expectBadges(stage, page, looser);
      await stage.click(page, { profile: thief.slug, css: 'button.pill' });
      await panelSaying(setting, page, thief.slug, /Similar photo: compare[\s\S]*Same picture[\s\S]*Not the same/);
      await stage.click(page, { profile: thief.slug, name: /^Same picture/ });
      await expectBadges(stage, page, {
        [owner.slug]: /^Suspicious · had the photo first, photo also used by Theo Falkner\./,
        [thief.slug]: /^Likely fake · photo also used by Olga Brandt\./,
      });
      await panelSaying(setting, page, thief.slug, 'You said: the same picture.');
      await stage.click(page, { profile: thief.slug, name: /^Undo/ });
      await expectBadges(stage, page, looser);
    });

    test('later evidence corrects who was accepted, not who was ignored', async () => {
      await setting.forget();
      const { owner, thief, stranger, safe } = await cast(setting);
      const { stage, server } = setting;
      // The same portrait on two cards that are answered before its owner is seen.
      const second = pages.person({
        ...thief,
        name: 'Udo Marquardt',
        slug: `udo-${thief.slug}`,
        urn: '7300000000000000001',
        photo: { asset: `D4D03Audo-${thief.slug}`, setAt: LATELY },
      });
      setting.photos.set(second.photo?.asset ?? '', pictures.upload(await pictures.portrait('second')));
      setting.photos.set(thief.photo?.asset ?? '', pictures.upload(await pictures.portrait('owner')));
      await setting.set({ seeMore: 'yes' });
      const page = await setting.open(pages.march2026([thief, second, stranger, safe]));
      await expectBadges(stage, page, {
        [thief.slug]: /check the photo/,
        [second.slug]: /check the photo/,
        [stranger.slug]: /check the photo/,
        [safe.slug]: /^Accept-safe/,
      });
      await page.bringToFront();
      await page.click(`[aria-label="Accept ${thief.name}’s invitation"]`);
      await overviewWhen(setting, ({ items }) => items.length === 3, 'the accepted one to leave');
      await page.click(`[aria-label="Ignore an invitation to connect from ${second.name}"]`);
      await overviewWhen(
        setting,
        ({ items, accepted }) => items.length === 2 && accepted.length === 0,
        'the ignored one to leave',
      );
      const other = await somebody(setting, 'Vera Second', {
        photo: { asset: `C4E03Avera-${owner.slug}`, setAt: LONG_AGO },
      });
      setting.photos.set(other.photo?.asset ?? '', pictures.upload(await pictures.portrait('second')));
      await setting.open(pages.search([owner, other]), SEARCH);
      await overviewWhen(
        setting,
        ({ accepted }) =>
          accepted.length === 1 && accepted[0].name === thief.name && accepted[0].verdict === 'likely-fake',
        'the accepted one to be thought of again',
      );
      await waitFor(async () => (await setting.own.evaluate(() => chrome.action.getBadgeText({}))) === '1', {
        what: 'one on the icon',
      });
      const popup = await stage.popup();
      await says(
        popup,
        /1 accepted earlier, look again[\s\S]*Accepted earlier, look again · 1[\s\S]*Theo Falkner[\s\S]*photo also used by Olga Brandt[\s\S]*You accepted this invitation in/i,
      );
      await openIn(popup, thief);
      assert.match(
        await popup.$eval('.detail [data-place=profile]', (link) => link.getAttribute('href') ?? ''),
        new RegExp(`/in/${thief.slug}`),
      );
      await press(popup, 'opinion-known');
      await overviewWhen(setting, ({ accepted }) => accepted.length === 0, 'the known one to be off the list');
      await waitFor(async () => (await setting.own.evaluate(() => chrome.action.getBadgeText({}))) === '', {
        what: 'nothing on the icon',
      });
      // Its Undo stays as long as the popup is open.
      await says(popup, /Theo Falkner[\s\S]*You said that you know this person\. Otherwise it would be: Likely fake\./);
      await press(popup, 'opinion-undo');
      await overviewWhen(setting, ({ accepted }) => accepted.length === 1, 'the word to be taken back');
      await popup.close();
      assert.deepEqual(server.violations, []);
      await setting.set();
    });

    test('a profile whose photo is known elsewhere says so once, quietly, and leaves no trace', async () => {
      await setting.forget();
      const { owner, thief, stranger } = await cast(setting);
      const { stage } = setting;
      await expectBadges(stage, await setting.open(pages.march2026([owner, thief, stranger])), {
        [owner.slug]: /^Suspicious/,
        [thief.slug]: /^Likely fake/,
        [stranger.slug]: /check the photo/,
      });
      const home = `/in/${owner.slug}/`;
      const away = `/in/${stranger.slug}/`;
      const routes = { [home]: inner(pages.profilePage(owner)), [away]: inner(pages.profilePage(stranger)) };
      const page = await setting.open(pages.app(routes, home), home);
      /** The notice is recognised by its close button; the other is the inviter's badge. @param {import('./setting.mjs').Badge[]} all */
      const noticesIn = (all) => all.filter(({ name }) => name === 'Close');
      const notice = () =>
        stage.badgesWhen(page, (all) => noticesIn(all).length === 1 && all.length === 2, 'one notice below the badge');
      const badgeAlone = (/** @type {RegExp} */ says, /** @type {string} */ what) =>
        stage.badgesWhen(page, (all) => all.length === 1 && says.test(all[0].name), what);
      const [shown] = noticesIn(await notice());
      assert.equal(
        shown.controls.filter(({ href }) => href.includes(thief.slug)).length,
        1,
        'a link to the other profile',
      );
      assert.doesNotMatch(shown.host, /class|id=|vouchsafe|data-/i);
      const text = await noticeText(setting, page);
      assert.match(text, /This photo is also on the profile of Theo Falkner\. Compare the two\./);
      assert.doesNotMatch(text, /fake|suspicious|safe/i, 'no verdict');
      // Its size tells neither the number of other profiles nor their names.
      const size = () =>
        page.evaluate(() =>
          [...document.querySelectorAll('span:empty')]
            .filter((span) => !span.attributes.length)
            .map((span) => {
              const { width, height } = span.getBoundingClientRect();
              return `${width} ${height} ${span.scrollHeight}`;
            }),
        );
      const before = await size();
      assert.equal(before.length, 2, 'the badge and the notice');
      await inClosedRoots(
        kind,
        page,
        (_, ...roots) =>
          JSON.stringify(roots.map((root) => root.querySelector('.notice p')?.append('A longer name '.repeat(60)))),
        null,
      );
      assert.deepEqual(await size(), before);
      // Moved to another document, where its styles are lost, it cannot be measured, even before we notice the move.
      assert.deepEqual(
        await page.evaluate(() => {
          const frame = document.createElement('iframe');
          document.body.prepend(frame);
          const other = /** @type {Document} */ (frame.contentDocument);
          return [...document.querySelectorAll('span:empty')]
            .filter((span) => !span.attributes.length)
            .map((span) => {
              other.body.append(other.adoptNode(span));
              return span.getBoundingClientRect().width;
            });
        }),
        [0, 0],
      );
      // The address changes first, as on LinkedIn: the page still shows the profile before.
      await page.evaluate((path) => {
        history.pushState({}, '', path);
        document.body.append(document.createElement('i'));
      }, away);
      await stage.badgesWhen(page, (all) => all.length === 0, 'nothing at another address');
      await page.evaluate((path) => /** @type {any} */ (window).standIn.navigate(path), away);
      await waitFor(() => page.$eval('h1', (heading, name) => heading.textContent?.includes(name), stranger.name), {
        what: 'the other profile',
      });
      await badgeAlone(/^Unchecked · check the photo\./, 'no notice on another profile');
      await page.evaluate((path) => /** @type {any} */ (window).standIn.navigate(path), home);
      await notice();
      await setting.set({ badges: false });
      await stage.badgesWhen(page, (all) => all.length === 0, 'no notice without badges');
      await setting.set();
      await notice();
      await pressCovered(setting, page, '.notice .close');
      await notice();
      await stage.click(page, { name: 'Close' });
      await badgeAlone(/^Suspicious/, 'the notice closed');
      // Nobody was remembered under another profile's address meanwhile.
      for (const { profile, name, earlierNames } of await setting.ask('people'))
        assert.deepEqual(
          [earlierNames, profile.startsWith(name.split(' ')[0].toLowerCase())],
          [0, true],
          `${profile}: ${name}`,
        );
    });
  });
}

/** The content of a page's main part. @param {string} html */
const inner = (html) => /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';

/** @param {Setting} setting @param {Page} page */
async function noticeText({ kind }, page) {
  const [text] = await inClosedRoots(
    kind,
    page,
    (_, ...roots) =>
      JSON.stringify(
        roots
          .filter((root) => root.querySelector('.notice'))
          .map((root) => /** @type {HTMLElement} */ (root.querySelector('.notice')).innerText),
      ),
    null,
  );
  return bare(text ?? '');
}
