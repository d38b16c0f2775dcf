// What went wrong looks like it: not like success, and at the field that it is about.

import { test } from 'node:test';
import { assert, openIn, usualInvitations, waitFor, within } from './setting.mjs';

/** @param {import('puppeteer-core').Page} page @param {string} selector @param {'color' | 'borderColor' | 'outlineStyle'} property */
const styleOf = (page, selector, property) =>
  page.$eval(selector, (one, name) => getComputedStyle(one)[/** @type {'color'} */ (name)], property);

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('a number that does not fit is marked at its field, until it does', async () => {
      const options = await setting.stage.extensionPage('options/options.html');
      await options.waitForSelector('#keep');
      for (const id of ['budget-day', 'budget-month', 'keep', 'keep-photos']) {
        const plain = await styleOf(options, `#${id}`, 'borderColor');
        /** @param {string} value */
        const enter = (value) =>
          options.$eval(
            `#${id}`,
            (field, typed) => {
              /** @type {HTMLInputElement} */ (field).value = typed;
              field.dispatchEvent(new Event('change'));
            },
            value,
          );
        const isInvalid = () => options.$eval(`#${id}`, (field) => field.getAttribute('aria-invalid'));
        await enter('-1');
        assert.equal(await isInvalid(), 'true', id);
        assert.notEqual(await styleOf(options, `#${id}`, 'borderColor'), plain, id);
        const told = await options.$eval(`#${id}`, (field) => field.getAttribute('aria-describedby'));
        assert.ok(await options.$eval(`#${told}`, (text) => text.textContent), id);
        await enter('150');
        assert.equal(await isInvalid(), 'false', id);
        assert.equal(await styleOf(options, `#${id}`, 'borderColor'), plain, id);
      }
      await options.close();
    });

    test('a text that could not be copied is not told in the colour of success, and no ring is cut', async () => {
      await setting.forget();
      const { people } = await usualInvitations(setting);
      const page = await setting.stage.extensionPage('page/page.html', { width: 1280, height: 800 });
      await page.waitForSelector('.item');
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } });
      });
      await openIn(page, people.thief);
      await page.click('.detail [data-place=report]');
      await page.waitForSelector('.detail .by-hand [role=alert]');
      const success = await page.evaluate(() => {
        const done = document.createElement('p');
        done.className = 'done';
        document.body.append(done);
        const { color } = getComputedStyle(done);
        done.remove();
        return color;
      });
      assert.notEqual(await styleOf(page, '.detail .by-hand [role=alert]', 'color'), success);

      // Where a control with the focus is replaced by others, what holds them gets the focus.
      await page.keyboard.press('Tab');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.detail .foot')).focus());
      await waitFor(() => page.evaluate(() => document.activeElement?.className === 'foot'), { what: 'the focus' });
      assert.equal(await styleOf(page, '.detail .foot', 'outlineStyle'), 'none');
      await page.close();
    });
  });
}
