// Only addresses on LinkedIn's photo host are passed to a search engine, and unchanged.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGINES, checkUrl, engineOf } from '../../extension/engines.js';

const PHOTO =
  'https://media.licdn.com/dms/image/v2/D4E03/profile-displayphoto-shrink_400_400/0/1600000000000?e=1800000000&v=beta&t=a-b_c';

test('each engine gets the photo’s whole address, as one parameter', () => {
  for (const engine of ENGINES) {
    const url = new URL(/** @type {string} */ (checkUrl(engine, PHOTO)));
    assert.equal(url.protocol, 'https:');
    assert.equal([...url.searchParams.values()].at(-1), PHOTO, engine.key);
  }
});

test('keys differ, and an unknown key gives the first engine', () => {
  assert.equal(new Set(ENGINES.map(({ key }) => key)).size, ENGINES.length);
  assert.equal(engineOf('bing').label, 'Bing');
  assert.equal(engineOf('gone'), ENGINES[0]);
});

test('no other address is ever passed on', () => {
  const others = [
    '',
    'x',
    'javascript:alert(1)',
    'data:image/png;base64,AAAA',
    'http://media.licdn.com/dms/image/x',
    'https://media.licdn.com.evil.example/x',
    'https://evil.example/https://media.licdn.com/',
    'https://media.licdn.com@evil.example/x',
    'https://user:pass@media.licdn.com/x',
    'https://media.licdn.com:444/x',
    'https://static.licdn.com/x',
    'https://xmedia.licdn.com/x',
    '//media.licdn.com/x',
    'blob:https://media.licdn.com/x',
  ];
  for (const url of others) for (const engine of ENGINES) assert.equal(checkUrl(engine, url), null, url);
});
