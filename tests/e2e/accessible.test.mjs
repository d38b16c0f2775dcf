// Accessibility: axe on the extension's own pages, forced colours, the order of the Tab key, and a page that is
// written from right to left.

import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import { cutTexts } from './cut-texts.mjs';
import {
  assert,
  bare,
  cast,
  expectBadges,
  openIn,
  overviewWhen,
  pages,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

const axe = await readFile('node_modules/axe-core/axe.min.js', 'utf8');

// Chromium only: axe sees the same document in both, and Firefox's pages of extensions cannot be given it.
within('chromium', (setting) => {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    test(`popup, full page, options and welcome page, ${scheme}`, async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      // An accepted inviter whose photo turns out to be on another profile; the question about people passed by is
      // open.
      const accepted = {
        ...people.owner,
        name: 'Udo Accepted',
        slug: `udo-${people.owner.slug}`,
        urn: '7300000000000000002',
        photo: { asset: `C4E03Audo-${people.owner.slug}`, setAt: Date.now() },
      };
      setting.photos.set(
        accepted.photo.asset,
        /** @type {any} */ (setting.photos.get(people.owner.photo?.asset ?? '')),
      );
      const before = await setting.open(pages.march2026([accepted]), '/mynetwork/invitation-manager/received/before/');
      await stage.badgesWhen(before, (all) => all.length === 1, 'one badge');
      await before.bringToFront();
      await before.click(`[aria-label="Accept ${accepted.name}’s invitation"]`);
      await overviewWhen(setting, ({ items }) => items.length === 0, 'the accepted one to leave');
      await expectBadges(stage, await setting.open(pages.march2026(Object.values(people))), {
        ...verdictsOf(people),
        [people.owner.slug]: /^Suspicious/,
        [people.thief.slug]: /^Likely fake/,
      });
      await setting.ask('overrule', {
        key: (await setting.overview()).items.find(({ name }) => name === people.stranger.name)?.key,
        says: 'known',
      });
      /** @type {Record<string, { open: () => Promise<import('puppeteer-core').Page>, ready: string, prepare?: (page: import('puppeteer-core').Page) => Promise<unknown> }>} */
      const own = {
        'the list': {
          open: () => stage.popup(),
          ready: '.item.likely-fake',
          prepare: (page) => page.click('[data-place=switches]'),
        },
        'who is accepted': {
          open: () => stage.popup(),
          ready: '.item.likely-fake',
          prepare: (page) => openIn(page, accepted),
        },
        'who is fake': {
          open: () => stage.popup(),
          ready: '.item.likely-fake',
          prepare: async (page) => {
            await openIn(page, people.thief);
            await page.waitForSelector('.pair canvas:not(.empty)');
          },
        },
        'who is safe': {
          open: () => stage.popup(),
          ready: '.item.accept-safe',
          prepare: (page) => openIn(page, people.safe),
        },
        'who has no photo': {
          open: () => stage.popup(),
          ready: '.item',
          prepare: (page) => openIn(page, people.faceless),
        },
        'the full page': {
          open: () => stage.extensionPage('page/page.html', { width: 1280, height: 800 }),
          ready: '.detail:not([hidden])',
        },
        'the help': {
          open: () => stage.extensionPage('page/page.html', { width: 1280, height: 800 }),
          ready: '.detail:not([hidden])',
          prepare: (page) => page.click('[data-place=help]'),
        },
        options: { open: () => stage.optionsPage(), ready: '.people li' },
        welcome: { open: () => stage.extensionPage('options/welcome.html'), ready: '.steps' },
      };
      for (const [name, { open, ready, prepare }] of Object.entries(own)) {
        const page = await open();
        await stage.setScheme(page, scheme);
        await page.waitForSelector(ready);
        await prepare?.(page);
        assert.deepEqual(await cutTexts(page), [], `${name}: text that is cut or lies over other text`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const { violations, passes } = await /** @type {any} */ (window).axe.run();
          return {
            passes: passes.length,
            violations: violations.map((/** @type {any} */ { id, impact, nodes }) => ({
              id,
              impact,
              where: nodes.map((/** @type {any} */ node) => `${node.target.join(' ')}: ${node.failureSummary}`),
            })),
          };
        });
        assert.ok(found.passes > 5, `axe looked at ${name}`);
        assert.deepEqual(
          found.violations.filter((/** @type {any} */ { impact }) => impact === 'serious' || impact === 'critical'),
          [],
          `${name}, ${scheme}`,
        );
        await page.close();
      }
    });
  }

  test('in forced colours verdicts and controls are told apart', async () => {
    const { stage } = setting;
    const { people } = await usualInvitations(setting);
    const full = await stage.extensionPage('page/page.html', { width: 1280, height: 800 });
    const session = await full.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
    await full.waitForSelector('.item.likely-fake');
    await openIn(full, people.thief);
    const look = await full.evaluate(() => {
      const style = (/** @type {Element} */ one) => getComputedStyle(one);
      const ground = style(document.body).backgroundColor;
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        // Each verdict by its word and by the shape of its sign.
        verdicts: [
          ...new Set(
            [...document.querySelectorAll('.item')].map(
              (row) => `${row.querySelector('.basis b')?.textContent}: ${row.querySelector('.seal')?.innerHTML}`,
            ),
          ),
        ].length,
        unseen: [...document.querySelectorAll('.item .basis, .seal svg, .detail .basis')].filter(
          (one) => style(one).color === ground,
        ).length,
        bare: [...document.querySelectorAll('.button, .engine, input, select')]
          .filter(
            (one) =>
              one.checkVisibility() &&
              (Number.parseFloat(style(one).borderTopWidth) < 1 || style(one).borderTopColor === ground),
          )
          .map((one) => one.outerHTML.slice(0, 80)),
        main: [...document.querySelectorAll('.foot .button')].map((one) => style(one).borderTopWidth),
        selected: style(/** @type {Element} */ (document.querySelector('.item[aria-selected=true]'))).outlineStyle,
      };
    });
    assert.deepEqual(look, {
      isForced: true,
      verdicts: 4,
      unseen: 0,
      bare: [],
      main: ['2px', '1px'],
      selected: 'solid',
    });
    await full.close();
  });

  test('the Tab key goes through popup, page and panel in the order in which they are read, and everything has a name', async () => {
    const { stage } = setting;
    const { people, page } = await usualInvitations(setting);
    /** @param {import('puppeteer-core').Page} own @param {number} most */
    const way = async (own, most) => {
      /** @type {string[]} */
      const stops = [];
      for (let at = 0; at < most; at += 1) {
        await own.keyboard.press('Tab');
        stops.push(
          await own.evaluate(() => {
            const one = /** @type {HTMLElement} */ (document.activeElement);
            const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
            return one === document.body
              ? ''
              : `${one.dataset.place ?? one.role ?? one.localName}${name.trim() === '' ? ' WITHOUT A NAME' : ''}`;
          }),
        );
      }
      return stops;
    };
    const popup = await stage.popup();
    await popup.bringToFront();
    await popup.waitForSelector('.item');
    await popup.focus('[data-place=switches]');
    assert.deepEqual(await way(popup, 7), [
      'open-beside',
      'open-page',
      'options',
      'search',
      'filter',
      'option',
      'button',
    ]);
    await openIn(popup, people.thief);
    assert.deepEqual(await way(popup, 3), ['back', 'before', 'profile']);
    const rest = await popup.evaluate(() =>
      [...document.querySelectorAll('.detail button, .detail a, .detail summary, .detail textarea, .detail input')]
        .filter((one) => one.checkVisibility())
        .map((one) => ({
          place: /** @type {HTMLElement} */ (one).dataset.place ?? '',
          tab: /** @type {HTMLElement} */ (one).tabIndex,
          name: one.getAttribute('aria-label') ?? one.textContent ?? '',
        })),
    );
    assert.deepEqual(
      rest.filter(({ name, tab }) => name.trim() === '' || tab !== 0),
      [],
    );
    assert.deepEqual(
      rest.slice(-2).map(({ place }) => place),
      ['step', 'next'],
      'the next step comes last',
    );
    await popup.close();

    await page.bringToFront();
    await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
    const [{ controls }] = (await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel), 'the panel')).filter(
      ({ panel }) => panel,
    );
    const inside = controls.filter(({ inPanel }) => inPanel);
    assert.deepEqual(
      inside.filter(({ name }) => name === ''),
      [],
    );
    assert.equal(inside[0].name, 'Close');
    assert.deepEqual(
      inside.slice(-2).map(({ name }) => bare(name).replace(/ \(.*/, '')),
      ['Report', 'Next to check'],
    );
    await page.keyboard.press('Escape');
  });

  test('on a page that is written from right to left, badge and panel begin where its lines begin', async () => {
    await setting.forget();
    const { stage } = setting;
    const people = await cast(setting);
    const page = await setting.open(pages.march2026(Object.values(people)).replace('<html', '<html dir="rtl"'));
    await expectBadges(stage, page, verdictsOf(people));
    for (const who of [people.safe, people.thief]) {
      await page.evaluate(
        (slug) =>
          document.querySelector(`main a[href*="${slug}"]`)?.scrollIntoView({ behavior: 'instant', block: 'start' }),
        who.slug,
      );
      await stage.click(page, { profile: who.slug, css: 'button.pill' });
      const read = (/** @type {unknown} */ _, /** @type {ShadowRoot[]} */ ...roots) =>
        JSON.stringify(
          roots.flatMap((root) => {
            const sheet = root.querySelector('.panel:popover-open .sheet')?.getBoundingClientRect();
            const pill = root.querySelector('.face')?.getBoundingClientRect();
            // The line above it, only as wide as its words.
            const line = document.createRange();
            line.selectNodeContents(
              /** @type {Element} */ (root.host.previousElementSibling ?? root.host.parentElement),
            );
            return sheet && pill
              ? [{ pill: pill.right, line: line.getBoundingClientRect().right, sheet: sheet.right, left: sheet.left }]
              : [];
          }),
        );
      const [at] = await waitFor(
        async () => {
          const open = await inClosedRoots('chromium', page, read, null);
          return open.length === 1 ? open : null;
        },
        { what: `the panel of ${who.name}` },
      );
      assert.ok(Math.abs(at.pill - at.line) <= 2, `the pill beside the line: ${JSON.stringify(at)}`);
      assert.ok(Math.abs(at.sheet - at.pill) <= 2 && at.left >= 8, `the panel below the pill: ${JSON.stringify(at)}`);
      await page.keyboard.press('Escape');
    }
  });
});
