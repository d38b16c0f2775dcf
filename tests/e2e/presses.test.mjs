// Only the user presses our controls: no click made by the page counts, and none on a control that is covered or has
// just appeared.

import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import { BADGE_STYLE, PANEL_STYLE } from '../../extension/badge/style.js';
import {
  assert,
  bare,
  cast,
  expectBadges,
  overviewWhen,
  pages,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const LOOK = BADGE_STYLE + PANEL_STYLE;

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a card read again changes nothing in its open panel, so that no press is refused', async () => {
      const { stage, own } = setting;
      const { people, page } = await usualInvitations(setting);
      const { slug, name } = people.stranger;
      await stage.click(page, { profile: slug, css: 'button.pill' });
      /** Marks the first part of the open panel; a panel that is redrawn has other parts. @param {string} mark @returns {Promise<string[]>} Its mark until now. */
      const marked = (mark) =>
        inClosedRoots(
          kind,
          page,
          (/** @type {string} */ next, ...roots) => {
            const [part] = roots.flatMap((root) => [...root.querySelectorAll('.panel:popover-open .body > *')]);
            const { dataset } = /** @type {HTMLElement} */ (part);
            const before = dataset.drawn ?? '';
            dataset.drawn = next;
            return JSON.stringify([before]);
          },
          mark,
        );
      await marked('before');
      const seen = async () =>
        (await setting.overview()).items.find((item) => item.name === name)?.lastSeen ?? Number.NaN;
      // The answer to the first reading has come before the second is asked for.
      for (const _ of [1, 2]) {
        const before = await seen();
        await own.evaluate(async () => {
          for (const { id } of await chrome.tabs.query({ url: 'https://www.linkedin.com/*' }))
            await chrome.tabs.sendMessage(Number(id), { name: 'look-again' }).catch(() => {});
        });
        await waitFor(async () => (await seen()) > before, { what: 'the card to be read again', lastSeen: seen });
      }
      assert.deepEqual(await marked('after'), ['before']);
    });

    test('a click that the page makes presses nothing; a real one does', async () => {
      const { stage } = setting;
      const { people, page } = await usualInvitations(setting);
      const press = () =>
        page.evaluate(() => {
          for (const host of /** @type {HTMLElement[]} */ (
            [...document.querySelectorAll('span:empty')].filter((span) => !span.attributes.length)
          )) {
            const { left, top } = host.getBoundingClientRect();
            host.click();
            for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
              host.dispatchEvent(
                new MouseEvent(type, {
                  bubbles: true,
                  composed: true,
                  detail: 1,
                  clientX: left + 20,
                  clientY: top + 14,
                }),
              );
            for (const key of ['Enter', ' '])
              host.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
          }
        });
      // Every inner element, as if a bug of the browser revealed it.
      const pressInside = () =>
        inClosedRoots(
          kind,
          page,
          (_, ...roots) =>
            JSON.stringify(
              roots.map((root) => [...root.querySelectorAll('button')].map((button) => button.click()).length),
            ),
          null,
        );
      await press();
      await pressInside();
      assert.ok((await stage.badges(page)).every(({ panel }) => panel === null));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel !== null), 'the panel');
      await press();
      await pressInside();
      assert.ok((await setting.overview()).items.every(({ opinion }) => opinion === null));
      // A press inside does not reach the elements around a badge either.
      await page.evaluate(() => {
        for (const host of [...document.querySelectorAll('span:empty')].filter((span) => !span.attributes.length)) {
          const label = document.createElement('label');
          const box = document.createElement('input');
          box.type = 'checkbox';
          host.replaceWith(label);
          label.append(box, host);
        }
      });
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.click(page, { profile: people.thief.slug, css: '.panel:popover-open .who' });
      await stage.click(page, { profile: people.thief.slug, name: 'This is fake' });
      await overviewWhen(setting, ({ items }) => items.some(({ opinion }) => opinion === 'fake'), 'the user’s word');
      assert.equal(await page.evaluate(() => document.querySelectorAll(':checked').length), 0);
    });

    test('a control that has just appeared, or is covered by the page, does not act', async () => {
      const { stage } = setting;
      const { people, page } = await usualInvitations(setting);
      const find = async () =>
        (
          await inClosedRoots(
            kind,
            page,
            (_, ...roots) =>
              JSON.stringify(
                roots
                  .flatMap((root) => [...root.querySelectorAll('.panel:popover-open [data-place=opinion-known]')])
                  .map((button) => {
                    button.scrollIntoView({ block: 'nearest' });
                    const { left, top, width, height } = button.getBoundingClientRect();
                    return { x: left + width / 2, y: top + height / 2, fresh: Boolean(button.closest('.fresh')) };
                  }),
              ),
            null,
          )
        )[0];
      const opinions = async () => (await setting.overview()).items.map(({ opinion }) => opinion).filter(Boolean);
      const settle = () =>
        waitFor(
          async () => {
            const at = await find();
            return at && !at.fresh ? at : null;
          },
          { what: 'the panel to rest', lastSeen: find },
        );
      /** Waits until a refused press has been handled: the panel's wait starts again. */
      const refused = () =>
        waitFor(async () => (await find())?.fresh, { what: 'the press to be refused', lastSeen: find });
      // Later listeners do not hear what the page puts on top.
      await page.evaluate(() => addEventListener('beforetoggle', (event) => event.stopImmediatePropagation(), true));
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      const colours = () =>
        inClosedRoots(
          kind,
          page,
          (_, ...roots) =>
            JSON.stringify(
              roots
                .flatMap((root) => [
                  ...root.querySelectorAll('.pill, .panel:popover-open :is(.sheet, .head, .button, .textual)'),
                ])
                .map((element) => {
                  const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
                  return [color, backgroundColor, borderTopColor].join();
                }),
            ),
          null,
        );
      const drawn = await colours();
      const covers = {
        popover: () =>
          page.evaluate(() => {
            const cover = document.createElement('div');
            cover.popover = 'manual';
            cover.textContent = 'Click here to win';
            cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff';
            document.body.append(cover);
            cover.showPopover();
            return 0;
          }),
        'popover in a closed root': () =>
          page.evaluate(() => {
            const host = document.createElement('div');
            document.body.append(host);
            const cover = document.createElement('div');
            host.attachShadow({ mode: 'closed' }).append(cover);
            cover.popover = 'manual';
            cover.style.cssText = 'position:fixed;inset:0;width:100vw;height:100vh;pointer-events:none;background:#fff';
            cover.showPopover();
            return 0;
          }),
        'the first popover, shown again': () =>
          page.evaluate(() => {
            const cover = /** @type {HTMLElement} */ (document.querySelector('[popover]'));
            cover.hidePopover();
            cover.showPopover();
            return 0;
          }),
      };
      // A box of one pixel in the corner, painted all over the window.
      const small = {
        shadow: ['box-shadow:0 0 0 3000px #fff', ''],
        outline: ['outline:3000px solid #fff', ''],
        backdrop: ['', ''],
        child: ['', 'position:fixed;inset:0;background:#fff;pointer-events:none'],
      };
      for (const [name, styles] of Object.entries(small))
        Object.assign(covers, {
          [name]: () =>
            page.evaluate(([own, inner]) => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('::backdrop { background: #fff; pointer-events: none }');
              document.adoptedStyleSheets = [sheet];
              const cover = document.createElement('div');
              cover.popover = 'manual';
              cover.style.cssText = `position:fixed;inset:0 auto auto 0;width:1px;height:1px;border:0;padding:0;overflow:visible;pointer-events:none;${own}`;
              const child = document.createElement('b');
              child.style.cssText = inner;
              cover.append(child);
              document.body.append(cover);
              cover.showPopover();
              return 0;
            }, styles),
        });
      if (kind === 'firefox')
        Object.assign(covers, {
          // Chromium draws the top layer without it.
          'a filter of the root': () =>
            page.evaluate(() => {
              document.documentElement.style.filter = 'opacity(0)';
              return 0;
            }),
        });
      for (const [name, cover] of Object.entries(covers)) {
        const at = await settle();
        await cover();
        await page.mouse.click(at.x, at.y);
        await refused();
        assert.deepEqual(await opinions(), [], name);
        await page.evaluate((isHost) => {
          if (isHost) document.body.lastElementChild?.remove();
          document.documentElement.style.filter = '';
        }, name.includes('closed root'));
      }
      // Uncovered just before the press, like a cover that comes and goes.
      const before = await settle();
      await covers.popover();
      await refused();
      await page.evaluate(() => document.body.lastElementChild?.remove());
      await page.mouse.click(before.x, before.y);
      await settle();
      assert.deepEqual(await opinions(), [], 'just uncovered');
      // Properties that the page registers apply inside closed roots too: with known names they could make a panel
      // transparent.
      await page.evaluate(
        (names) => {
          for (const name of names)
            CSS.registerProperty({ name, syntax: '<color>', inherits: false, initialValue: 'transparent' });
        },
        [...new Set(LOOK.match(/--[a-z-]+/g))],
      );
      assert.deepEqual(await colours(), drawn);
      const at = await settle();
      await page.mouse.click(at.x, at.y);
      await overviewWhen(
        setting,
        ({ items }) => items.some(({ opinion }) => opinion === 'known'),
        'an uncovered press',
      );
    });

    test('the mark is reached by keyboard and has a name', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(pages.march2026(Object.values(people)));
      const badges = await expectBadges(stage, page, verdictsOf(people));
      for (const { name, text, host } of badges.values()) {
        assert.match(bare(name), /^(Accept-safe|Suspicious|Likely fake|Unchecked)/);
        assert.ok(text.length > 5);
        assert.equal(host, '<span></span>');
      }
      if (kind !== 'chromium') return;
      const client = await page.createCDPSession();
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const names = nodes
        .filter(({ role }) => role?.value === 'button')
        .map(({ name }) => bare(String(name?.value ?? '')));
      const panel = async () => {
        const tree = (await client.send('Accessibility.getFullAXTree')).nodes;
        return {
          dialog: tree
            .filter(({ role }) => role?.value === 'dialog')
            .map(({ name }) => bare(String(name?.value ?? ''))),
          all: tree.map(({ name }) => bare(String(name?.value ?? ''))).join('\n'),
        };
      };
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await waitFor(async () => /Likely fake.*Theo Falkner/.test((await panel()).dialog.join()), {
        what: 'the panel’s name',
        lastSeen: panel,
      });
      assert.match((await panel()).all, /The same photo is on the profile of Olga Brandt/, 'drawn text is read');
      assert.equal(
        names.filter((name) => /^(Accept-safe|Suspicious|Likely fake|Unchecked) ·/.test(name)).length,
        5,
        names.join('\n'),
      );
    });
  });
}
