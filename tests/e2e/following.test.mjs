// The page changes under the badges: navigation, loading, drawing again, answers; and badges switched off and on.

import { test } from 'node:test';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  sealedBadgesOf,
  overviewWhen,
  pages,
  pictures,
  slugOf,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

const SENT = '/mynetwork/invitation-manager/sent/';
const GROW = '/mynetwork/grow/';

/** Many people without photos, and so without anything to wait for. @param {number} many @param {string} at */
const crowd = (many, at) => pages.people(many, (index) => ({ photo: null, slug: `${at}-${index}` }));

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('follows in-app navigation: list, sent, back, preview, list', async () => {
      await setting.forget();
      const people = await cast(setting);
      const [one, two] = crowd(2, 'grow');
      const routes = {
        [RECEIVED]: pages.march2026Main(Object.values(people)),
        [SENT]: pages.sentMain(Object.values(people)),
        [GROW]: pages.previewMain([one], { suggested: [two] }),
      };
      const page = await setting.open(pages.app(routes, RECEIVED));
      const { stage } = setting;
      await expectBadges(stage, page, verdictsOf(people));
      await page.click(`nav a[href="${SENT}"]`);
      await page.waitForSelector('[aria-label^=Withdraw]');
      await expectBadges(stage, page, {});
      await page.evaluate(() => history.back());
      await expectBadges(stage, page, verdictsOf(people));
      // Away and back again between two checks of the address.
      for (let round = 0; round < 4; round += 1) {
        await page.evaluate(async (path) => {
          /** @type {any} */ (window).standIn.navigate(path);
          const left = performance.now();
          while (performance.now() - left < 100) await new Promise(requestAnimationFrame);
          history.back();
        }, SENT);
        await expectBadges(stage, page, verdictsOf(people));
      }
      await page.evaluate((path) => /** @type {any} */ (window).standIn.navigate(path), GROW);
      await expectBadges(stage, page, { [one.slug]: /no photo/ });
      await page.click(`nav a[href="${RECEIVED}"]`);
      await expectBadges(stage, page, verdictsOf(people));
    });

    test('badges the frame that the list comes in after navigation', async () => {
      await setting.forget();
      const people = await cast(setting);
      setting.site.set('/preload/invitations/', pages.march2026(Object.values(people)));
      const page = await setting.open(
        pages.app({ [GROW]: pages.previewMain(crowd(1, 'frame')), [RECEIVED]: pages.framed() }, GROW),
        GROW,
      );
      await expectBadges(setting.stage, page, { 'frame-0': /no photo/ });
      await page.click(`nav a[href="${RECEIVED}"]`);
      if (kind === 'firefox') {
        // A script of the page may reach the frame's window first, so it shows sealed badges.
        const badges = await expectBadges(setting.stage, page, sealedBadgesOf(people));
        assert.equal(badges.get(people.thief.slug)?.frame, '/preload/invitations/');
        assert.ok([...badges.values()].every(({ controls, visible }) => visible && controls.length === 0));
        const popup = await setting.stage.popup();
        await popup.waitForSelector('.item');
        assert.equal(await popup.$('[data-place=reload]'), null, 'a reload would change nothing');
        await popup.close();
        return;
      }
      const badges = await expectBadges(setting.stage, page, verdictsOf(people));
      assert.equal(badges.get(people.thief.slug)?.frame, '/preload/invitations/');
      await setting.stage.click(page, { profile: people.thief.slug, css: 'button', nth: 0 });
      await setting.stage.badgesWhen(
        page,
        (all) => all.some(({ panel }) => panel?.includes('Olga Brandt')),
        'a panel in the frame',
      );
    });

    test('where a filter of the page would keep panels from acting, sealed badges are shown', async () => {
      await setting.forget();
      const people = await cast(setting);
      const html = pages
        .march2026(Object.values(people))
        .replace('<head>', '<head><style>html{filter:invert(1)}</style>');
      const page = await setting.open(html);
      // Chromium tells what is visible, whatever is drawn over it.
      await expectBadges(setting.stage, page, kind === 'firefox' ? sealedBadgesOf(people) : verdictsOf(people));
    });

    test('badges what comes with scrolling, and keeps one badge a card', async () => {
      await setting.forget();
      const page = await setting.open(pages.march2026(crowd(30, 'lazy')));
      for (const many of [10, 20, 30]) {
        const badges = await setting.stage.badgesWhen(page, (all) => all.length === many, `${many} badges`);
        assert.equal(new Set(badges.map(slugOf)).size, many);
        await page.evaluate(() => {
          const main = /** @type {HTMLElement} */ (document.querySelector('main'));
          main.scrollTop = main.scrollHeight;
        });
      }
      await overviewWhen(setting, ({ seen, items }) => seen === 30 && items.length === 30, 'thirty seen');
    });

    test('badges cards that are redrawn, one by one and all at once, and never twice', async () => {
      await setting.forget();
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      const { stage } = setting;
      await expectBadges(stage, page, verdictsOf(people));
      for (const draw of [
        'standIn.rerender(0)',
        'standIn.rerender(4)',
        'standIn.rerenderAll()',
        'standIn.rerenderAll(); standIn.rerenderAll()',
      ]) {
        await page.evaluate(draw);
        await expectBadges(stage, page, verdictsOf(people));
      }
      // Changes within a card: it is read again, and keeps its badge.
      await page.evaluate(() => {
        for (const item of document.querySelectorAll('[role=listitem]'))
          item.append(document.createElement('i'), ' · new');
      });
      await expectBadges(stage, page, verdictsOf(people));
    });

    test('a card that another person is drawn into gets that person’s badge', async () => {
      await setting.forget();
      const people = await cast(setting);
      const page = await setting.open(pages.march2026([people.stranger, people.thief, people.owner]));
      await expectBadges(setting.stage, page, {
        [people.stranger.slug]: /check the photo/,
        [people.thief.slug]: /^Likely fake/,
        [people.owner.slug]: /^Suspicious/,
      });
      // A list that reuses its rows: the same elements, with another card's content.
      await page.evaluate(() => {
        const [row, other] = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[role=listitem]'));
        const parts = [...other.childNodes].filter((node) => !(node instanceof HTMLSpanElement));
        const urn = other.getAttribute('componentkey') ?? '';
        other.closest('[data-display-contents]')?.remove();
        row.setAttribute('componentkey', urn);
        row.replaceChildren(...parts);
      });
      await expectBadges(setting.stage, page, {
        [people.thief.slug]: /^Likely fake/,
        [people.owner.slug]: /^Suspicious/,
      });
      // Another person's name comes first, and their photo later: until then neither the thief's badge nor photo counts
      // for them.
      const greta = pages.person({ name: 'Greta Halb', slug: `greta-${people.thief.slug}` });
      setting.photos.set(greta.photo?.asset ?? '', await pictures.portrait('greta'));
      await page.evaluate((slug) => {
        const row = /** @type {HTMLElement} */ (document.querySelector('[role=listitem]'));
        row.setAttribute('componentkey', 'urn:li:invitation:7399999999999999999');
        for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (row.querySelectorAll('a[href*="/in/"]')))
          link.href = `/in/${slug}/`;
        for (const labelled of row.querySelectorAll('[aria-label*="Theo Falkner"]'))
          labelled.setAttribute(
            'aria-label',
            (labelled.getAttribute('aria-label') ?? '').replace('Theo Falkner', 'Greta Halb'),
          );
        /** @type {Text} */ (row.querySelector('strong')?.firstChild).data = 'Greta Halb';
      }, greta.slug);
      await setting.stage.badgesWhen(page, (all) => all.length === 1, 'the badge of who stood there to go');
      await page.evaluate(
        (src) => {
          const image = /** @type {HTMLImageElement} */ (document.querySelector('[role=listitem] img'));
          Object.assign(image, { src, alt: 'Greta Halb’s profile picture' });
        },
        pages.photoUrl(/** @type {any} */ (greta.photo)),
      );
      await expectBadges(setting.stage, page, {
        [greta.slug]: /^Unchecked · check the photo/,
        [people.owner.slug]: /^Suspicious/,
      });
      const held = await setting.ask('people');
      assert.deepEqual(held.find((/** @type {any} */ { name }) => name === 'Greta Halb').photos, [greta.photo?.asset]);
    });

    test('a row used again for an invitation of another kind does not count as answered', async () => {
      await setting.forget();
      const people = await cast(setting);
      const company = pages.person({
        name: 'Renske Ohm',
        slug: `renske-${people.safe.slug}`,
        kind: 'company',
        entity: 'Norrsken Ferries',
      });
      const page = await setting.open(pages.august2026([people.safe, people.faceless, company]));
      await expectBadges(setting.stage, page, {
        [people.safe.slug]: /^Accept-safe/,
        [people.faceless.slug]: /no photo/,
      });
      await page.evaluate(() => {
        const [row, , other] = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[role=listitem]'));
        const parts = [...other.childNodes];
        other.closest('[data-display-contents]')?.remove();
        row.replaceChildren(...parts);
      });
      await expectBadges(setting.stage, page, { [people.faceless.slug]: /no photo/ });
      const { items } = await overviewWhen(setting, ({ seen }) => seen === 2, 'the page as it is now');
      assert.equal(items.length, 2);
    });

    test('puts badges back on a page that takes foreign elements away, and lets it win in the end', async () => {
      const { people, page } = await usualInvitations(setting);
      for (let round = 0; round < 3; round++) {
        await page.evaluate('standIn.strip()');
        await expectBadges(setting.stage, page, verdictsOf(people));
      }
      // A page that removes or moves foreign elements: putting the badge back must end, with no badge on another
      // person's card.
      await page.evaluate(() => {
        Object.assign(window, { stripped: 0 });
        const take = () => {
          for (const [index, item] of [...document.querySelectorAll('[role=listitem]')].entries()) {
            for (const span of item.querySelectorAll('span:empty'))
              if (!span.attributes.length) index % 2 ? span.remove() : document.querySelector('header')?.append(span);
          }
        };
        new MutationObserver(() => {
          /** @type {any} */ (window).stripped++;
          take();
        }).observe(document, { subtree: true, childList: true });
        take();
      });
      await setting.stage.badgesWhen(page, (all) => all.length === 0, 'the page to have won');
      const rounds = () => page.evaluate(() => Number(/** @type {any} */ (window).stripped));
      let before = -1;
      await waitFor(
        async () => {
          const now = await rounds();
          const still = now === before && now > 0;
          before = now;
          return still;
        },
        { what: 'the fight to end', every: 500 },
      );
      assert.ok((await rounds()) < 300, `${before} rounds`);
    });

    test('answered cards leave the popup’s list and lose their badges', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { owner, thief, safe, stranger, faceless } = people;
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(setting.stage, page, verdictsOf(people));
      await page.bringToFront();
      await page.click(`[aria-label="Accept ${safe.name}’s invitation"]`);
      await overviewWhen(
        setting,
        ({ items }) => items.length === 4 && items.every(({ name }) => name !== safe.name),
        'the accepted one to leave',
      );
      await page.click(`[aria-label="Ignore an invitation to connect from ${faceless.name}"]`);
      await overviewWhen(
        setting,
        ({ items }) => items.length === 3 && items.every(({ name }) => name !== faceless.name),
        'the ignored one to leave',
      );
      const left = verdictsOf(people);
      await expectBadges(setting.stage, page, {
        [owner.slug]: left[owner.slug],
        [thief.slug]: left[thief.slug],
        [stranger.slug]: left[stranger.slug],
      });
      assert.match(await page.$eval('main', (main) => main.innerText), /You are now connected with Ines Quendt/);
    });

    test('only the controls that answer an invitation count as its answer, and a row used again for somebody else does not', async () => {
      await setting.forget();
      const { owner, thief, stranger, faceless } = await cast(setting);
      const written = { ...faceless, note: 'A long note' };
      const html = pages
        .march2026([stranger, written, owner, thief])
        .replaceAll('<p class="_4a91c2 _0c37fe">', '<p><button data-expand="">… more</button></p>$&')
        .replaceAll('<button>Reply</button>', `<button aria-label="Reply to ${written.name}">Reply</button>`);
      const page = await setting.open(html);
      const { stage } = setting;
      const shown = {
        [stranger.slug]: /check the photo/,
        [faceless.slug]: /no photo/,
        [owner.slug]: /^Suspicious/,
        [thief.slug]: /^Likely fake/,
      };
      await expectBadges(stage, page, shown);
      await page.bringToFront();
      // The list drops a row right after a press on it, as one that draws only what is in view does.
      await page.evaluate(() =>
        document.addEventListener('click', ({ target }) => {
          const pressed = /** @type {Element} */ (target);
          if (pressed.matches('[data-expand], [aria-label^=Reply]')) pressed.closest('[role=listitem]')?.remove();
        }),
      );
      const row = (/** @type {{ name: string }} */ { name }) => `[role=listitem]:has([aria-label^="Accept ${name}"])`;
      await page.click(`${row(stranger)} [data-expand]`);
      await page.click(`${row(written)} [aria-label^=Reply]`);
      // Used again for a suggestion of somebody else.
      await page.$eval(row(owner), (item) => {
        const link = document.createElement('a');
        Object.assign(link, { href: '/in/somebody-else/', textContent: 'Somebody Else' });
        const connect = document.createElement('button');
        connect.textContent = 'Connect';
        item.replaceChildren(link, connect);
      });
      await expectBadges(stage, page, { [thief.slug]: shown[thief.slug] });
      // An answer that does count, after all those that do not.
      await page.click(`[aria-label="Accept ${thief.name}’s invitation"]`);
      const { items } = await overviewWhen(
        setting,
        (look) => look.items.every(({ name }) => name !== thief.name),
        'the accepted one to leave',
      );
      assert.deepEqual(
        items.map(({ name }) => name).sort(),
        [owner, stranger, faceless].map(({ name }) => name).sort(),
      );
    });

    test('of two cards with one number none shows what is known of the other', async () => {
      await setting.forget();
      const { safe, stranger } = await cast(setting);
      const page = await setting.open(pages.march2026([safe, { ...stranger, urn: safe.urn }]));
      // Which of them the core was asked about last is not known.
      const isRight = {
        [safe.slug]: /^Accept-safe .* Ines Quendt$/,
        [stranger.slug]: /^Unchecked · check the photo.* Jarek Mohn$/,
      };
      const badges = await setting.stage.badgesWhen(
        page,
        (all) => all.length === 1 && /Accept-safe|check the photo/.test(all[0].name),
        'one badge',
      );
      for (const badge of badges) assert.match(bare(badge.name), isRight[slugOf(badge)]);
      await page.evaluate('standIn.rerenderAll()');
      for (const badge of await setting.stage.badgesWhen(page, (all) => all.length === 1, 'one badge again'))
        assert.match(bare(badge.name), isRight[slugOf(badge)]);
    });

    test('badges off in the options: the page is left as it is, everything is in the popup; on again at once', async () => {
      await setting.forget();
      const people = await cast(setting);
      const { stage } = setting;
      const page = await setting.open(pages.march2026(Object.values(people)));
      await expectBadges(stage, page, verdictsOf(people));
      const options = await stage.optionsPage();
      await options.waitForSelector('#badges');
      await options.click('#badges');
      await expectBadges(stage, page, {});
      const html = () => page.$eval('main', (main) => main.innerHTML);
      assert.doesNotMatch(await html(), /<span><\/span>/);
      // A page opened since has none either, and is read all the same.
      await setting.ask('forget-all');
      await page.bringToFront();
      await page.reload();
      const verdicts = 'suspicious accept-safe likely-fake unchecked unchecked';
      await overviewWhen(
        setting,
        (look) => look.items.map(({ verdict }) => verdict).join(' ') === verdicts && look.seen === 5,
        `${verdicts} in the list without badges`,
      );
      assert.deepEqual(await stage.badges(page), []);
      const popup = await stage.popup();
      await popup.waitForSelector('.item.likely-fake');
      assert.match(
        await popup.$eval('.item.likely-fake', (item) => item.textContent ?? ''),
        /Theo Falkner[\s\S]*photo also used by/,
      );
      await popup.close();
      await options.bringToFront();
      await options.click('#badges');
      await page.bringToFront();
      await expectBadges(stage, page, verdictsOf(people));
      await options.close();
    });
  });
}
