// The pages of an engine that show a search by image, the links that a user may paste, and the pages that are not read.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { KNOWN } from '../pages/known-results.mjs';
import { speak } from './texts.mjs';

speak('en');
Object.assign(globalThis.chrome, {
  storage: { local: { get: async () => ({}) }, onChanged: { addListener: () => {} } },
});
const { READERS, placeOf } = await import('../../extension/search/readers.js');
const { ENGINES, ENGINE_KEYS, checkUrl, isAt } = await import('../../extension/engines.js');
const { linksIn } = await import('../../extension/shared/found.js');
const { withDefaults } = await import('../../extension/settings.js');

test('each engine has a reader, and the manifest offers the origins it needs and no others', () => {
  assert.deepEqual(Object.keys(READERS).sort(), [...ENGINE_KEYS].sort(), 'readers.js has those of engines.js');
  const { optional_host_permissions: offered } = JSON.parse(readFileSync('manifest.json', 'utf8'));
  assert.deepEqual(
    ENGINES.flatMap(({ origins }) => origins).sort(),
    offered.filter((/** @type {string} */ origin) => !/vision|sightengine/.test(origin)).sort(),
    'manifest.json has those of engines.js',
  );
});

test('each engine is known to its reader, the core, the README and the made-up pages', () => {
  const link = readFileSync('crate/core/src/web/link.rs', 'utf8');
  const [, list = ''] = /const ENGINES: &\[&str\] = &\[([^\]]*)\]/.exec(link) ?? [];
  // A site that ends in a dot stands for all countries.
  const sites = [...list.matchAll(/"([^"]+)"/g)].map(([, site]) => site);
  const lines = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.includes('TinEye'));
  assert.ok(sites.length > 0 && lines.length > 1);
  for (const engine of ENGINES) {
    const { key, label, origins } = engine;
    const opened = checkUrl(engine, 'https://media.licdn.com/x') ?? '';
    assert.ok(placeOf(key, opened), `${key}: its reader does not know ${opened}`);
    for (const origin of origins) {
      const host = `.${new URL(origin.replace('*', '')).host}`;
      const isKnown = sites.some((site) =>
        site.endsWith('.') ? host.includes(`.${site}`) : host.endsWith(`.${site}`),
      );
      assert.ok(isKnown, `ENGINES in crate/core/src/web/link.rs lacks ${host.slice(1)}`);
    }
    for (const line of lines) assert.ok(line.includes(label), `${label} is not in this line of the README: ${line}`);
    assert.ok(
      KNOWN.some((page) => page.engine === key),
      `tests/pages/known-results.mjs has no page of ${key}`,
    );
  }
});

test('only pages that show a search by image are read', () => {
  /** @type {Array<[string, string, string | null]>} */
  const pages = [
    ['google-lens', 'https://lens.google.com/uploadbyurl?url=https%3A%2F%2Fmedia.licdn.com%2Fx', 'way'],
    ['google-lens', 'https://www.google.com/search?vsrid=abc&gsessionid=d&udm=26&lns_surface=26', 'all'],
    ['google-lens', 'https://www.google.com/search?vsrid=abc&udm=48', 'exact'],
    ['google-lens', 'https://consent.google.com/ml?continue=https://www.google.com/search?udm=26', 'consent'],
    ['google-lens', 'https://www.google.com/sorry/index?continue=x', 'captcha'],
    ['google-lens', 'https://www.google.com/search?q=my+illness', null],
    ['google-lens', 'https://www.google.com/search?q=my+illness&udm=48', null],
    ['google-lens', 'https://www.google.com/search?q=a&udm=2', null],
    ['google-lens', 'https://www.google.com/maps', null],
    ['tineye', 'https://www.tineye.com/search?url=https%3A%2F%2Fmedia.licdn.com%2Fx', 'exact'],
    ['tineye', 'https://tineye.com/search/0123abcd?sort=score', 'exact'],
    ['tineye', 'https://tineye.com/login', null],
    ['bing', 'https://www.bing.com/images/searchbyimage?cbir=ssbi&imgurl=x', 'way'],
    [
      'bing',
      'https://www.bing.com/images/search?view=detailv2&iss=sbi&q=imgurl:https%3A%2F%2Fmedia.licdn.com%2Fx',
      'exact',
    ],
    [
      'bing',
      'https://www.bing.com/images/search?view=detailV2&insightstoken=bcid_q*ccid_5&form=SBIIDP&iss=SBIUPLOADGET&vt=2',
      'exact',
    ],
    ['bing', 'https://www.bing.com/images/search?view=detailV2&insightsToken=bcid_q&FORM=SBIIDP', 'exact'],
    ['bing', 'https://www.bing.com/images/search?q=cats', null],
    ['bing', 'https://www.bing.com/images/search?view=detailV2&ccid=x&q=cats&simid=1', null],
    ['bing', 'https://www.bing.com/search?q=my+illness', null],
    ['yandex', 'https://yandex.com/images/search?rpt=imageview&url=https%3A%2F%2Fmedia.licdn.com%2Fx', 'exact'],
    ['yandex', 'https://yandex.ru/images/search?cbir_id=1%2Fx&cbir_page=sites', 'exact'],
    ['yandex', 'https://yandex.com/showcaptcha?retpath=x', 'captcha'],
    ['yandex', 'https://yandex.com/images/search?text=cats&rpt=imageview', null],
    ['yandex', 'https://yandex.com/search/?text=my+illness', null],
    ['google-lens', 'no address', null],
    ['none', 'https://www.google.com/search?udm=48', null],
  ];
  for (const [engine, url, place] of pages) assert.equal(placeOf(engine, url), place, url);
  assert.equal(
    READERS['google-lens'].exactOf(new URL('https://www.google.com/search?vsrid=abc&udm=26&x=1'))?.href,
    'https://www.google.com/search?vsrid=abc&udm=48&x=1',
  );
});

test('an engine’s permission covers its own hosts alone', () => {
  const [lens] = ENGINES;
  for (const url of ['https://www.google.com/search?udm=48', 'https://lens.google.com/x'])
    assert.ok(isAt(url, lens), url);
  for (const url of [
    'http://www.google.com/',
    'https://mail.google.com/',
    'https://www.google.com.evil.example/',
    'https://www.google.com:444/',
    'https://google.com@evil.example/',
    'x',
  ])
    assert.ok(!isAt(url, lens), url);
});

test('only links are taken from a pasted text', () => {
  assert.deepEqual(
    linksIn('see linkedin.com/in/ada and\nhttps://a.example/x?y=1\n<https://a.example/x?y=1> "b.example/z"'),
    ['https://linkedin.com/in/ada', 'https://a.example/x?y=1', 'https://b.example/z'],
  );
  assert.deepEqual(linksIn('\u200bwww.linkedin.com/in/ada'), ['https://www.linkedin.com/in/ada']);
  for (const text of [
    '',
    'no link',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '...',
    '/in/ada',
    'e.g. this',
  ])
    assert.deepEqual(linksIn(text), [], text);
  assert.equal(linksIn(Array.from({ length: 500 }, (_, index) => `https://a.example/${index}`).join('\n')).length, 50);
});

test('chosen engines are kept, and invalid keys are dropped', () => {
  assert.deepEqual(withDefaults({ engines: ['bing'], unread: ['yandex'] }).engines, ['bing']);
  assert.deepEqual(withDefaults({ engines: ['bing', 'gone', 'bing'] }).engines, ['bing']);
  assert.deepEqual(withDefaults({ unread: 'bing' }), withDefaults({}));
});
