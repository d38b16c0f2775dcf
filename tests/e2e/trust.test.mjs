// A hostile page learns nothing of badges and panels by search, selection, events, sizes, fonts or requests.

import { test } from 'node:test';
import { inClosedRoots } from '../stage/closed-roots.mjs';
import { OURS, listening, painted, probe, tiny } from '../stage/attacker.mjs';
import {
  RECEIVED,
  assert,
  cast,
  expectBadges,
  pages,
  slugOf,
  usualInvitations,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {string} html */
const attacked = (html) => html.replace('<head>', `<head>${listening()}`);

/** The position of every control of the open panel. @param {unknown} _ @param {...ShadowRoot} roots */
function controlsOf(_, ...roots) {
  return JSON.stringify(
    roots
      .flatMap((root) => [...root.querySelectorAll('.panel:popover-open :is(button, a, summary, canvas)')])
      .map((control) => {
        const { left, top, width, height } = control.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, isLink: control.localName === 'a' };
      })
      .filter(({ x, y }) => x > 0 && y > 0 && y < innerHeight),
  );
}

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('the page hears nothing, finds nothing, measures nothing: badges and open panel', async (t) => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const page = await setting.open(attacked(pages.march2026(Object.values(people))));
      assert.ok(await page.evaluate('Boolean(window.spoils)'), 'the attacker is there');
      await expectBadges(stage, page, verdictsOf(people));
      const shut = await page.evaluate(probe, OURS);
      assert.equal(shut.hosts, 5);
      assert.deepEqual([shut.told, shut.how], [[], []]);
      assert.equal(shut.sizes.length, 1, `five verdicts, one size: ${shut.sizes.join('\n')}`);
      for (const { slug } of Object.values(people)) {
        await stage.click(page, { profile: slug, css: 'button.pill' });
        await stage.badgesWhen(
          page,
          (all) => all.some((badge) => slugOf(badge) === slug && badge.panel !== null),
          'the panel',
        );
        const controls = await inClosedRoots(kind, page, controlsOf, null);
        assert.ok(controls.length > 1, `${slug}: ${JSON.stringify(controls)}`);
        // All around and over everything, and a drag from every link.
        for (const { x, y, isLink } of controls) {
          await page.mouse.move(x - 3, y);
          await page.mouse.move(x, y, { steps: 2 });
          if (!isLink) continue;
          await page.mouse.down();
          await page.mouse.move(x + 30, Math.min(890, y + 30), { steps: 4 });
          await page.mouse.up();
        }
        // From the card's text across all of it, with the pointer held; then around it.
        const { x, y } = controls[0];
        await page.mouse.move(x - 200, Math.max(5, y - 70));
        await page.mouse.down();
        await page.evaluate(() =>
          document.addEventListener(
            'pointermove',
            ({ target, pointerId }) => target instanceof Element && target.setPointerCapture(pointerId),
            { once: true },
          ),
        );
        await page.mouse.move(x - 100, Math.min(890, y + 200), { steps: 12 });
        await page.mouse.up();
        for (let row = -60; row <= 60; row += 12) {
          await page.mouse.move(x - 420, Math.max(2, Math.min(890, y + row)));
          await page.mouse.move(x + 60, Math.max(2, Math.min(890, y + row)), { steps: 6 });
        }
        await page.mouse.wheel({ deltaY: 40 });
        for (let times = 0; times < 4; times += 1) await page.keyboard.press('Tab');
        await page.keyboard.press('x');
        const open = await page.evaluate(probe, OURS);
        // Chromium's event gives the pointer's position over a host, and nothing about its content.
        const heard = open.heard.filter((event) => kind === 'firefox' || !event.startsWith('pointerrawupdate'));
        assert.deepEqual([open.told, open.how, heard, open.dragged], [[], [], [], []], slug);
        await page.keyboard.press('Escape');
        await stage.badgesWhen(page, (all) => all.every(({ panel }) => panel === null), 'the panel to shut');
      }
      t.diagnostic(`${OURS.length} strings of ours, ${shut.sizes[0].split('|').length} measures of each host`);
    });

    test('no font of the page is loaded for the text of badges', async () => {
      await setting.forget();
      const { stage, server } = setting;
      const people = await cast(setting);
      const families = [
        'system-ui',
        'sans-serif',
        'ui-sans-serif',
        '-apple-system',
        'Segoe UI',
        'Roboto',
        'Noto Sans',
        'Helvetica Neue',
        'Arial',
        'Helvetica',
        'DejaVu Sans',
        'serif',
        'BlinkMacSystemFont',
      ];
      const rules = families
        .flatMap((family) =>
          ['U+41', 'U+4C', 'U+53', 'U+55', 'U+B7'].map(
            (range, index) =>
              `@font-face { font-family: "${family}"; src: url("https://www.linkedin.com/font/${index}"); unicode-range: ${range}; }`,
          ),
        )
        .join('');
      const html = pages
        .march2026(Object.values(people))
        .replace('</head>', `<style nonce="__NONCE__">${rules}</style></head>`);
      setting.site.set(`${RECEIVED}fonts/`, {
        html,
        headers: {
          'content-security-policy':
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src https:; font-src https:",
        },
      });
      const page = await stage.newPage(`${RECEIVED}fonts/`);
      await stage.badgesWhen(
        page,
        (all) => all.length === 5 && all.every(({ name }) => !/^Checking/.test(name)),
        'five badges',
      );
      const asked = () => server.requests.filter(({ path }) => path.startsWith('/font/')).length;
      await page.evaluate(() =>
        document.fonts.ready.then(
          () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
        ),
      );
      const before = asked();
      await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
      await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel !== null), 'the panel');
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
      // U+00B7 is in badges only; the fonts for the page's own text were loaded before.
      assert.deepEqual([server.requests.filter(({ path }) => path === '/font/4').length, asked() - before], [0, 0]);
      await page.close();
    });

    if (kind === 'chromium')
      test('the page’s speculation rules do not fetch links in a panel', async () => {
        await setting.forget();
        const { stage, server, site } = setting;
        const people = await cast(setting);
        const path = `${RECEIVED}rules/`;
        site.set(path, {
          html: pages
            .march2026(Object.values(people))
            .replace('</main>', `<a href="/in/own-${path.length}/">Of the page</a></main>`),
          headers: {
            'content-security-policy':
              "default-src 'none'; script-src 'unsafe-inline' 'inline-speculation-rules'; style-src 'unsafe-inline'; img-src https:",
          },
        });
        const page = await stage.newPage(path);
        await stage.badgesWhen(
          page,
          (all) => all.length === 5 && all.every(({ name }) => !/^Checking/.test(name)),
          'five badges',
        );
        await stage.click(page, { profile: people.thief.slug, css: 'button.pill' });
        await stage.badgesWhen(page, (all) => all.some(({ panel }) => panel !== null), 'the panel');
        const all = () => server.requests.map((request) => request.path);
        const before = all().length;
        await page.evaluate(() => {
          const rules = document.createElement('script');
          rules.type = 'speculationrules';
          rules.textContent = JSON.stringify({
            prefetch: [{ source: 'document', where: { href_matches: '*://*/*' }, eagerness: 'immediate' }],
          });
          document.body.append(rules);
        });
        // Links are fetched one after another, in the order of the document.
        const fetched = () => all().slice(before);
        await waitFor(() => fetched().some((one) => one.startsWith('/in/own-')), {
          what: 'the page’s last link to be fetched',
          lastSeen: fetched,
        });
        assert.deepEqual(
          fetched().filter((one) => one.includes('about-this-profile')),
          [],
        );
        await page.close();
      });

    test('a page that reopens its document, and so removes all listeners, gets no badges', async () => {
      await setting.forget();
      const { stage } = setting;
      const people = await cast(setting);
      const html = pages.march2026(Object.values(people));
      const page = await setting.open(html);
      await expectBadges(stage, page, verdictsOf(people));
      await page.evaluate(() => {
        const main = /** @type {Element} */ (document.querySelector('main'));
        document.open();
        document.close();
        document.documentElement?.remove();
        const root = document.createElement('html');
        const body = document.createElement('body');
        root.append(body);
        body.append(main);
        document.append(root);
      });
      await waitFor(async () => (await stage.badges(page)).length === 0, {
        what: 'the badges to be gone',
        lastSeen: () => stage.badges(page),
      });
      // By then badges would have appeared.
      await expectBadges(stage, await setting.open(html, `${RECEIVED}other/`), verdictsOf(people));
      assert.deepEqual(await stage.badges(page), []);
    });

    test('the clickable area and the painted size are the same for every badge and open panel', async () => {
      const { stage } = setting;
      const { people } = await usualInvitations(setting);
      const shapes = new Set();
      const sizes = new Set();
      const crossings = new Set();
      for (const one of Object.values(people)) {
        const { slug } = one;
        // Each alone, at the same place of the same page.
        const page = await setting.open(tiny(pages.march2026([one])), `${RECEIVED}${slug}/`);
        await page.setViewport({ width: 1280, height: 1100 });
        await stage.badgesWhen(page, (all) => all.length === 1, 'its badge');
        if (kind === 'chromium')
          await waitFor(() => page.evaluate('largest.length > 0'), {
            what: 'the browser to say how large the largest text is',
          });
        sizes.add(await page.evaluate(painted));
        // Browsers count how often the pointer passes from one element to another, in closed roots too, and tell the
        // page.
        const { left, top } = await page.evaluate(() => {
          const host = [...document.querySelectorAll('span:empty')].find((span) => !span.attributes.length);
          const { x, y } = /** @type {Element} */ (host).getBoundingClientRect();
          return { left: x, top: y };
        });
        const counted = () =>
          page.evaluate(() => {
            const { eventCounts } = /** @type {any} */ (performance);
            return ['mouseover', 'mouseenter', 'pointerover', 'pointerenter'].map((kind) => eventCounts.get(kind));
          });
        // The pointer enters the page, which may be counted later than it is moved.
        await page.mouse.move(left + 8, top + 1);
        await waitFor(async () => (await counted())[0] > 0, { what: 'the pointer to be counted in' });
        const passed = [];
        for (const x of [8, 60, 120, 180, 240, 300, 360, 410]) {
          await page.mouse.move(left + x, top + 1);
          const before = await counted();
          for (const y of [8, 14, 20, 27]) await page.mouse.move(left + x, top + y);
          passed.push((await counted()).map((many, index) => many - before[index]));
        }
        crossings.add(JSON.stringify(passed));
        await stage.click(page, { profile: slug, css: 'button.pill' });
        await stage.badgesWhen(page, ([{ panel }]) => panel !== null, 'the panel');
        shapes.add(
          await page.evaluate(() => {
            const host = /** @type {Element} */ (
              [...document.querySelectorAll('span:empty')].find((span) => !span.attributes.length)
            );
            const base = host.getBoundingClientRect();
            /** @type {string[]} */
            const rows = [];
            for (let y = 40; y < 800; y += 5)
              rows.push(
                [1, 20, 180, 340, 359, 370]
                  .map((x) => (document.elementFromPoint(base.left + x, base.top + y) === host ? 1 : 0))
                  .join(''),
              );
            return rows
              .map((row, index) => (row === rows[index - 1] ? '' : `${index}:${row}`))
              .filter(Boolean)
              .join(' ');
          }),
        );
        await page.close();
      }
      assert.equal(shapes.size, 1, [...shapes].join('\n'));
      assert.equal(sizes.size, 1, [...sizes].join('\n'));
      assert.equal(crossings.size, 1, [...crossings].join('\n'));
    });

    test('a badge that the page moves to another document shows nothing, and the card gets a new one', async () => {
      const { stage } = setting;
      const { page } = await usualInvitations(setting);
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        document.body.prepend(frame);
        const other = /** @type {Document} */ (frame.contentDocument);
        for (const host of [...document.querySelectorAll('span:empty')].filter((span) => !span.attributes.length))
          other.body.append(other.adoptNode(host));
      });
      await waitFor(
        async () => {
          const left = await inClosedRoots(
            kind,
            page,
            (_, ...roots) =>
              JSON.stringify(
                roots.filter((root) => root.ownerDocument.defaultView !== top).map((root) => root.childNodes.length),
              ),
            null,
          );
          return left.every((many) => many === 0);
        },
        { what: 'the badges in the frame to be emptied' },
      );
      await waitFor(async () => (await stage.badges(page)).filter(({ frame }) => frame !== 'blank').length === 5, {
        what: 'new badges',
        lastSeen: () => stage.badges(page),
      });
    });
  });
}
