// Firefox: a window that another page can reach shows sealed badges, which no event, search or screen reader reveals.

import { test } from 'node:test';
import { OURS, probe, source } from '../stage/attacker.mjs';
import {
  RECEIVED,
  assert,
  bare,
  cast,
  expectBadges,
  sealedBadgesOf,
  pages,
  slugOf,
  verdictsOf,
  waitFor,
  within,
} from './setting.mjs';

/** In Firefox's own scope: the names of all that a screen reader finds in the tab that is shown. */
const ACCESSIBLE = `
  globalThis.readers ??= Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const names = (at) => [at.name ?? '', ...Array.from({ length: at.childCount }, (_, index) => names(at.getChildAt(index)))].join(' ');
  for (let times = 0; times < 100; times += 1) {
    const tree = readers.getAccessibleFor(gBrowser.selectedBrowser);
    const all = tree ? names(tree) : '';
    if (/Accept/.test(all)) return all;
    await new Promise((later) => setTimeout(later, 50));
  }
  return '';`;

within('firefox', (setting) => {
  test('a window that another page can reach shows sealed badges, and no event names an element in them', async () => {
    await setting.forget();
    const { stage } = setting;
    const people = await cast(setting);
    const path = `${RECEIVED}reached/`;
    setting.site.set(path, pages.march2026(Object.values(people)));
    setting.site.set(`${RECEIVED}maker/`, {
      html: pages.page('<main><button>Open</button></main>'),
      headers: { 'content-security-policy': "script-src 'unsafe-inline'; frame-src https:" },
    });
    const page = await stage.newPage(`${RECEIVED}maker/`);
    await page.evaluate(
      ({ address, spy }) => {
        /** @param {Window | null} reached A window that is still empty: its first page gets it with the listeners added now. */
        const enter = (reached) => {
          const script = /** @type {Window} */ (reached).document.createElement('script');
          script.textContent = spy;
          /** @type {Window} */ (reached).document.documentElement.append(script);
        };
        document.querySelector('button')?.addEventListener('click', () => {
          const frame = document.createElement('iframe');
          frame.style.cssText = 'width:900px;height:760px;border:0';
          frame.src = address;
          document.querySelector('main')?.replaceChildren(frame);
          enter(frame.contentWindow);
          enter(window.open(address));
        });
      },
      { address: path, spy: source() },
    );
    await page.click('button');
    const opened = await waitFor(async () => (await stage.browser.pages()).find((one) => one.url().endsWith(path)), {
      what: 'the tab that the page opened',
      lastSeen: () => stage.console(page),
    });
    const frame = await waitFor(() => page.frames().find((one) => one.url().endsWith(path)), { what: 'the frame' });
    const reached = [
      { at: page, run: frame, left: 0, top: 0 },
      { at: opened, run: opened.mainFrame(), left: 0, top: 0 },
    ];
    await opened.setViewport({ width: 1280, height: 900 });
    Object.assign(
      reached[0],
      await page.$eval('iframe', (element) => {
        const { left, top } = element.getBoundingClientRect();
        return { left, top };
      }),
    );
    for (const { at, run, left, top } of reached) {
      await at.bringToFront();
      assert.ok(await run.evaluate('Boolean(window.spoils)'), 'the attacker was there first');
      const badges = await expectBadges(stage, at, sealedBadgesOf(people));
      /** @param {Array<'left' | 'middle' | 'right'>} buttons */
      const press = async (...buttons) => {
        for (const { box } of [...badges.values()].slice(0, 3)) {
          const [x, y] = [left + box.x, top + box.y + box.height / 2];
          await at.mouse.move(x - 9, y);
          await at.mouse.move(x + box.width + 9, y, { steps: 12 });
          await at.mouse.move(x + 9, y + 40, { steps: 4 });
          for (const button of buttons) {
            await at.mouse.move(x + 40, y);
            await at.mouse.down({ button });
            await at.mouse.move(x + 90, y + 30, { steps: 3 });
            await at.mouse.up({ button });
          }
          await at.keyboard.press('Escape');
          await at.mouse.wheel({ deltaY: 1 });
        }
        for (const key of /** @type {const} */ (['Tab', 'Tab', 'ArrowDown'])) await at.keyboard.press(key);
      };
      await press('left', 'middle', 'right');
      // The hosts are made draggable and focusable, with listeners; then everything is editable.
      await run.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { user-select: all !important; pointer-events: auto !important; overflow: scroll; transition: all 1ms !important }',
        );
        document.adoptedStyleSheets = [sheet];
        const { spoils } = /** @type {any} */ (window);
        spoils.hosts = [...document.querySelectorAll('span:empty')].filter((span) => !span.attributes.length);
        for (const host of spoils.hosts) {
          Object.assign(host, { draggable: true, tabIndex: 0 });
          host.addEventListener('click', () => {});
          host.focus();
        }
      });
      await press('left', 'right');
      await run.evaluate(() => {
        for (const host of /** @type {any} */ (window).spoils.hosts)
          Object.assign(host, { draggable: false, contentEditable: 'true' });
        document.designMode = 'on';
      });
      await press('left');
      const selected = await run.evaluate(() => {
        document.designMode = 'off';
        const [selection, { note, spoils }] = /** @type {any[]} */ ([getSelection(), window]);
        note('anchorNode', selection.anchorNode);
        note('focusNode', selection.focusNode);
        for (const host of spoils.hosts) for (const { name } of [...host.attributes]) host.removeAttribute(name);
        document.adoptedStyleSheets = [];
        return String(selection);
      });
      assert.doesNotMatch(selected, /photo also used|Likely fake/);
      // A screen reader's press on an element is an event for it, so no part of a badge may be in the accessibility
      // tree.
      const read = await /** @type {NonNullable<typeof stage.driver.chrome>} */ (stage.driver.chrome)(ACCESSIBLE);
      assert.ok(read.includes(people.thief.name), 'the page is read');
      assert.doesNotMatch(read, /also used/);
      // The page presses nothing; the user opens the full page at that invitation.
      await run.evaluate(() => {
        for (const host of document.querySelectorAll('span:empty'))
          for (const type of ['pointerdown', 'pointerup', 'click'])
            host.dispatchEvent(new MouseEvent(type, { bubbles: true, detail: 1 }));
      });
      /** Firefox does not report where a tab of the extension is: it is asked. */
      const full = async () => {
        for (const one of await stage.browser.pages())
          if (/page\/page\.html#/.test(String(await one.evaluate('location.href').catch(() => '')))) return one;
      };
      assert.equal(await full(), undefined);
      const [thief] = (await stage.badges(at)).filter((one) => slugOf(one) === people.thief.slug);
      await at.mouse.click(left + thief.box.x + 30, top + thief.box.y + 12);
      const shown = await waitFor(full, { what: 'the full page', lastSeen: () => [stage.newTabs, thief] });
      await waitFor(
        async () => bare(await shown.$eval('.detail', (detail) => detail.textContent ?? '')).includes('Theo Falkner'),
        { what: 'that invitation' },
      );
      await shown.close();
      await at.bringToFront();
      const { hosts, told, how, heard, dragged, sizes } = await run.evaluate(probe, OURS);
      assert.deepEqual([hosts, told, how], [5, [], []]);
      assert.doesNotMatch(dragged.join(), /also used/);
      assert.equal(sizes.length, 1, `five verdicts, one size: ${sizes.join('\n')}`);
      for (const type of ['mousemove', 'pointerdown', 'click', 'contextmenu'])
        assert.ok(heard.includes(`${type} on window `), `${type} is heard, of the host alone: ${heard}`);
    }
    await opened.close();
    await page.close();
    await expectBadges(stage, await stage.newPage(path), verdictsOf(people));
  });
});
