// The web check: a search that the user opens is read where they allowed it, and nothing else.

import { test } from 'node:test';
import { assert, bare, panelSaying, waitFor, within } from './setting.mjs';
import { FOUND, HOSTS, LENS, LINKEDIN, ORIGINS, allow, opened, photoWhen, sayYes, serve, tabWhen } from './search.mjs';
import { KNOWN } from '../pages/known-results.mjs';
import * as results from '../pages/results.mjs';
import { ENGINES } from '../../extension/engines.js';

for (const kind of /** @type {const} */ (['chromium', 'firefox'])) {
  within(kind, (setting) => {
    test('asks at the first click; after a refusal the search opens and nothing is read', async () => {
      await setting.forget();
      await setting.set();
      serve(setting, { 'tineye.com': () => results.tineye(FOUND) });
      const { page, stranger } = await opened(setting);
      await setting.stage.click(page, { profile: stranger.slug, name: /^TinEye/ });
      const asking = await tabWhen(setting, (url) => url.includes('/search/allow.html'), 'the page that asks');
      await asking.waitForSelector('[data-place=read-no]');
      assert.match(
        bare(await asking.$eval('main', (main) => main.innerText)),
        /Let Vouchsafe read the result page of TinEye\?[\s\S]*Only pages that you open from Vouchsafe are read/,
      );
      assert.equal(
        setting.server.requests.filter(({ host }) => HOSTS.includes(host)).length,
        0,
        'nothing is opened before the answer',
      );
      await asking.click('[data-place=read-no]');
      const search = await tabWhen(
        setting,
        (url) => url.startsWith('https://www.tineye.com/search?url='),
        'the search',
      );
      await panelSaying(setting, page, stranger.slug, /What did you find\?/);
      assert.deepEqual((await setting.overview()).items[0].photo?.searches, []);
      assert.deepEqual(
        await setting.own.evaluate(() =>
          chrome.storage.local.get('settings').then(({ settings }) => /** @type {any} */ (settings).unread),
        ),
        ['tineye'],
      );
      // The second time it opens at once.
      await search.close();
      await setting.stage.click(page, { profile: stranger.slug, name: /^TinEye/ });
      await (
        await tabWhen(setting, (url) => url.startsWith('https://www.tineye.com/search?url='), 'the search again')
      ).close();
    });

    test('with consent each engine’s page is read: only exact matches count, wrapped links are unwrapped', async () => {
      await setting.forget();
      await setting.set();
      await allow(setting, ORIGINS, false);
      serve(setting, {
        ...LENS,
        'google.com': ({ query }) =>
          query.get('udm') === '48'
            ? results.google([{ ...FOUND[0], wrap: true }, FOUND[1]])
            : results.google([{ url: 'https://alike.example/x', title: 'Somebody alike' }]),
        'tineye.com': () => results.tineye(FOUND),
        'bing.com': ({ path }) =>
          path.endsWith('searchbyimage')
            ? {
                html: '',
                status: 302,
                location: '/images/search?view=detailV2&insightstoken=bcid_x*ccid_y&iss=SBIUPLOADGET',
              }
            : results.bing({ pages: FOUND, similar: [{ url: 'https://alike.example/x', title: 'Somebody alike' }] }),
        'yandex.com': () =>
          results.yandex({ sites: FOUND, sizes: [{ url: 'https://firm.example/original.jpg', title: '800×800' }] }),
      });
      const { page, stranger } = await opened(setting);
      // The first time through the page that asks.
      await setting.stage.click(page, { profile: stranger.slug, name: /^Google Lens/ });
      const asking = await tabWhen(setting, (url) => url.includes('/search/allow.html'), 'the page that asks');
      await asking.waitForSelector('[data-place=read-yes]');
      await sayYes(setting, ENGINES[0].origins);
      await asking.bringToFront();
      await asking.click('[data-place=read-yes]');
      const lens = await photoWhen(
        setting,
        ({ searches }) => searches[0]?.engine === 'google-lens',
        'what Google Lens found',
      );
      assert.deepEqual(lens.searches[0].found.map(({ url }) => url).sort(), [FOUND[1].url, LINKEDIN].sort());
      await panelSaying(
        setting,
        page,
        stranger.slug,
        /Searched with Google Lens on .*: on 2 pages[\s\S]*Somebody Else/,
      );
      assert.doesNotMatch(
        bare((await setting.stage.badges(page))[0].panel ?? ''),
        /What did you find|Somebody alike|Buy portraits/,
      );
      /** @typedef {import('../../extension/requests').Statistics} Statistics */
      await waitFor(
        async () => Object.values(/** @type {Statistics} */ (await setting.ask('statistics')).months)[0]?.checked === 1,
        { what: 'the photo counted as checked', lastSeen: () => setting.ask('statistics') },
      );
      await allow(setting, ORIGINS, true);
      for (const { key, label } of ENGINES.slice(1)) {
        await page.bringToFront();
        await setting.stage.click(page, { profile: stranger.slug, name: new RegExp(`^${label}`) });
        await photoWhen(setting, ({ searches }) => searches[0]?.engine === key, `what ${label} found`);
      }
      const { searches } = await photoWhen(setting, () => true, 'all');
      /** @param {string} engine @param {boolean} similar */
      const urls = (engine, similar) =>
        searches
          .find((one) => one.engine === engine)
          ?.found.filter(({ kind: what }) => (what === 'similar') === similar)
          .map(({ url }) => url)
          .sort();
      for (const engine of ['google-lens', 'tineye', 'bing'])
        assert.deepEqual(urls(engine, false), [FOUND[1].url, LINKEDIN].sort(), engine);
      assert.deepEqual(urls('bing', true), ['https://alike.example/x']);
      assert.deepEqual(urls('yandex', true), [FOUND[1].url, LINKEDIN].sort());
      // Struck out and taken back, in the panel.
      await setting.stage.click(page, { profile: stranger.slug, name: /^Not this photo \(.*Somebody Else/ });
      await photoWhen(
        setting,
        (photo) => photo.searches.some(({ found }) => found.some(({ url, struck }) => url === LINKEDIN && struck)),
        'it struck out',
      );
      await panelSaying(setting, page, stranger.slug, /You said that this is not the photo/);
      await setting.stage.click(page, { profile: stranger.slug, name: /^Undo \(.*Somebody Else/ });
      await photoWhen(
        setting,
        (photo) => photo.searches.every(({ found }) => found.every(({ struck }) => !struck)),
        'it taken back',
      );
    });

    test('pages are read by the names of parts that public programs use', async () => {
      const read = await setting.own.evaluate(async (known) => {
        const { READERS, placeOf } = /** @type {typeof import('../../extension/search/readers.js')} */ (
          await import(chrome.runtime.getURL('search/readers.js'))
        );
        return known.map(({ engine, url, html }) => {
          const page = new DOMParser().parseFromString(
            `<base href="${url.replaceAll('&', '&amp;')}">${html}`,
            'text/html',
          );
          const place = placeOf(engine, url);
          const { state, hits } = place
            ? READERS[engine].read(page, place)
            : { state: 'no place', hits: /** @type {import('../../extension/shapes').Hit[]} */ ([]) };
          return { state, same: hits.filter(({ same }) => same).map((hit) => hit.url) };
        });
      }, KNOWN);
      assert.deepEqual(
        read,
        KNOWN.map(({ state, same = [] }) => ({ state, same })),
      );
    });

    test('“Check photo” shows only the result: read in a background tab, which closes by itself', async () => {
      await setting.forget();
      await setting.set();
      await allow(setting, ORIGINS, false);
      serve(setting, { ...LENS, 'google.com': () => results.googleNone() });
      const { page, stranger } = await opened(setting);
      const tabs = async () => (await setting.stage.browser.pages()).length;
      let before = await tabs();
      const noneLeft = () =>
        waitFor(async () => (await tabs()) === before, {
          what: 'the search’s tab to be closed',
          lastSeen: async () => `${await tabs()} instead of ${before}`,
        });
      // Asked first; after a yes the user is back where they clicked.
      await setting.stage.click(page, { profile: stranger.slug, name: /^Check photo/ });
      const asking = await tabWhen(setting, (url) => url.includes('/search/allow.html'), 'the page that asks');
      await asking.waitForSelector('[data-place=read-yes]');
      await sayYes(setting, ENGINES[0].origins);
      await asking.bringToFront();
      await asking.click('[data-place=read-yes]');
      await photoWhen(setting, ({ searches }) => searches[0]?.outcome === 'none', 'that nothing was found');
      await noneLeft();
      await setting.forget();
      const again = await opened(setting);
      before = await tabs();
      await setting.stage.click(again.page, { profile: again.stranger.slug, name: /^Check photo/ });
      await photoWhen(
        setting,
        ({ searches }) => searches[0]?.outcome === 'none',
        'that nothing was found, at one click',
      );
      await noneLeft();
      await panelSaying(setting, again.page, again.stranger.slug, /^Accept-safe/);
    });

    test('consent, captcha and unknown pages change nothing and say so; “nothing found” is told apart', async () => {
      await setting.forget();
      await setting.set();
      await allow(setting, ORIGINS, true);
      let agreed = false;
      serve(setting, {
        'lens.google.com': () => ({
          html: '',
          status: 303,
          location: agreed ? 'https://www.google.com/search?udm=26' : 'https://consent.google.com/ml',
        }),
        'consent.google.com': () => results.consent('https://lens.google.com/uploadbyurl'),
        'google.com': () => results.googleNone(),
        'tineye.com': () => results.captcha(),
        'bing.com': () => results.strange(),
        'yandex.com': () => ({ html: '', status: 302, location: 'https://www.elsewhere.example/' }),
      });
      const { page, stranger } = await opened(setting);
      const click = async (/** @type {RegExp} */ name) => {
        await page.bringToFront();
        await setting.stage.click(page, { profile: stranger.slug, name });
      };
      await click(/^TinEye/);
      await photoWhen(setting, ({ reading }) => reading?.state === 'captcha', 'the captcha noticed');
      await panelSaying(setting, page, stranger.slug, /TinEye asks whether you are a human/);
      await click(/^Google Lens/);
      const asks = await tabWhen(setting, (url) => url.startsWith('https://consent.google.com/'), 'the consent page');
      await photoWhen(setting, ({ reading }) => reading?.state === 'consent', 'the consent noticed');
      await panelSaying(setting, page, stranger.slug, /Google Lens asks for consent first/);
      assert.deepEqual((await setting.overview()).items[0].photo?.searches, []);
      agreed = true;
      await asks.bringToFront();
      await asks.click('button');
      const { searches, reading } = await photoWhen(
        setting,
        (photo) => photo.searches.length > 0,
        'that nothing was found',
      );
      assert.deepEqual([searches[0].outcome, searches[0].found, reading], ['none', [], undefined]);
      await panelSaying(setting, page, stranger.slug, /Searched with Google Lens on .*: nothing found/);
      await click(/^Yandex/);
      await waitFor(() => setting.server.violations.some(({ host }) => host === 'www.elsewhere.example'), {
        what: 'the engine leading elsewhere',
      });
      await click(/^Bing/);
      await photoWhen(
        setting,
        (photo) => photo.reading?.engine === 'bing' && photo.reading.state === 'unknown',
        'the strange page given up',
      );
      assert.equal((await setting.overview()).items[0].photo?.searches.length, 1);
      await panelSaying(
        setting,
        page,
        stranger.slug,
        /The page that Bing opened was not understood[\s\S]*What did you find\?/,
      );
    });

    test('200 results and hostile titles are treated as text, cut, and listed', async () => {
      await setting.forget();
      await setting.set();
      await allow(setting, ORIGINS, true);
      const hostile = [
        '<img src=x onerror=alert(1)><b>Markup</b> here',
        `Long ${'x'.repeat(10_000)}`,
        '\u202eevil\u2069\u2066 right to left \u202e',
        'مهندس برمجيات في الرياض',
        'Line\nbreak\u0000and nul',
      ];
      const many = Array.from({ length: 230 }, (_, index) => ({
        url: `https://site${index}.example/page`,
        title: hostile[index] ?? `Title number ${index}`,
      }));
      serve(setting, { ...LENS, 'google.com': () => results.google(many) });
      const { page, stranger } = await opened(setting);
      await setting.stage.click(page, { profile: stranger.slug, name: /^Google Lens/ });
      const { searches } = await photoWhen(setting, (photo) => photo.searches.length > 0, 'what was found');
      assert.ok(searches[0].found.length <= 200 && searches[0].found.length > 0, String(searches[0].found.length));
      assert.ok(searches[0].found.every(({ title }) => title.length <= 500));
      const { text } = await panelSaying(setting, page, stranger.slug, /Searched with Google Lens/);
      assert.doesNotMatch(text, /x{200}|\u202e/);
    });

    test('only the search that was opened is read: not where the user goes on, not what they search by themselves', async () => {
      await setting.forget();
      await setting.set();
      await allow(setting, ORIGINS, true);
      serve(setting, {
        'lens.google.com': () => ({ html: '', status: 303, location: 'https://consent.google.com/ml' }),
        'consent.google.com': () => results.consent('https://www.google.com/search?q=my+illness'),
        'google.com': () => results.google(FOUND),
        'tineye.com': () => results.tineye(FOUND),
      });
      const { page, stranger } = await opened(setting);
      // By the user's own hand, with the permission given.
      const own = await setting.stage.newPage('https://www.google.com/search?udm=48');
      await setting.stage.click(page, { profile: stranger.slug, name: /^Google Lens/ });
      const asks = await tabWhen(setting, (url) => url.startsWith('https://consent.google.com/'), 'the consent page');
      await photoWhen(setting, ({ reading }) => reading?.state === 'consent', 'the consent noticed');
      await asks.click('button');
      await photoWhen(setting, ({ reading }) => reading?.state === 'unknown', 'the tab given up');
      // A later search in the same tab belongs to no invitation.
      await asks.goto('https://www.google.com/search?udm=48');
      await own.reload();
      // Later changes are read, so earlier ones would have been read too.
      await page.bringToFront();
      await setting.stage.click(page, { profile: stranger.slug, name: /^TinEye/ });
      const { searches } = await photoWhen(setting, (photo) => photo.searches.length > 0, 'what TinEye found');
      assert.deepEqual(
        searches.map(({ engine }) => engine),
        ['tineye'],
      );
      await own.close();
    });

    test('a background that ends between the search and its answer loses nothing; a permission taken back is asked for again', async () => {
      await setting.forget();
      await setting.set();
      await allow(setting, ORIGINS, true);
      let isReady = false;
      serve(setting, {
        ...LENS,
        'google.com': ({ path }) => {
          if (path === '/late') return isReady ? results.googleLater(FOUND) : { html: '', status: 503 };
          return results
            .late('')
            .replace(
              "fetch('/late')",
              'new Promise((done) => { const look = () => fetch("/late").then((answer) => (answer.ok ? done(answer) : setTimeout(look, 100))); look(); })',
            );
        },
      });
      const { page, stranger } = await opened(setting);
      await setting.stage.click(page, { profile: stranger.slug, name: /^Google Lens/ });
      await tabWhen(setting, (url) => url.includes('udm=48'), 'the search');
      await waitFor(() => setting.server.requests.some(({ path }) => path === '/late'), { what: 'the page waiting' });
      await photoWhen(setting, ({ reading }) => reading?.state === 'open', 'the reading');
      await setting.stage.killWorker();
      isReady = true;
      const { searches } = await photoWhen(setting, (photo) => photo.searches[0]?.found.length === 2, 'what was found');
      // Withdrawn between a search and its answer: the results are not accepted.
      isReady = false;
      await page.bringToFront();
      await setting.stage.click(page, { profile: stranger.slug, name: /^Google Lens/ });
      await photoWhen(setting, ({ reading }) => reading?.state === 'open', 'the second reading');
      await allow(setting, ORIGINS, false);
      isReady = true;
      const after = await photoWhen(setting, ({ reading }) => reading?.state === 'closed', 'the reading ended');
      assert.deepEqual(after.searches, searches);
      await page.bringToFront();
      await setting.stage.click(page, { profile: stranger.slug, name: /^Google Lens/ });
      await tabWhen(setting, (url) => url.includes('/search/allow.html'), 'the page that asks');
    });
  });
}
