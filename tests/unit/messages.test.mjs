// Only well-formed messages from permitted senders are accepted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
const { MAX_HITS, MAX_PEOPLE, MAX_PIECES, MAX_TEXT, asNotice, asRequest, ask, Refusal } = await import(
  '../../extension/messages.js'
);
const { DEFAULTS } = await import('../../extension/settings.js');

const passer = (more = {}) => ({
  profile: 'https://www.linkedin.com/in/x',
  name: 'Ada Example',
  photo: 'https://media.licdn.com/x',
  ...more,
});

const card = (more = {}) => ({
  root: 'marked',
  urn: 'urn:li:invitation:1',
  language: 'en',
  pieces: [
    { kind: 'text', text: 'x' },
    { kind: 'link', href: '/in/x', text: 'x', strong: true },
    { kind: 'control', label: 'a', text: 'b', href: '' },
    { kind: 'image', src: 'https://media.licdn.com/x', alt: '', link: '' },
    { kind: 'mark', id: 'verified-small', label: '', link: '' },
  ],
  ...more,
});

test('good requests pass, from permitted senders', () => {
  const page = [
    { name: 'see-card', card: card() },
    { name: 'see-page', page: { keys: ['a'], cards: 1, outside: 0, counts: [40] } },
    { name: 'see-photos', profile: 'https://www.linkedin.com/in/x', holder: 'Ada Example', urls: [] },
    { name: 'mark-handled', key: 'x', language: 'en', label: 'Accept' },
    {
      name: 'account-seen',
      profile: 'https://www.linkedin.com/in/x',
      rows: [{ label: 'Joined', month: { year: 2026, month: 12 }, verified: false }],
      verified: true,
    },
    { name: 'see-people', place: 'search', people: [passer()] },
    { name: 'see-people', place: 'feed', people: [] },
  ];
  for (const request of page) {
    assert.equal(asRequest(request, 'page'), request, request.name);
    assert.equal(asRequest(request, 'own'), null, request.name);
  }
  const both = [
    { name: 'small-copies', photos: ['a'] },
    { name: 'check-opened', photo: 'a' },
    { name: 'check-answered', photo: 'a', answer: 'undo', profile: '' },
    ...['new', 'behind', 'read', 'here', 'back'].map((where) => ({
      name: 'search-open',
      key: 'x',
      engine: 'bing',
      where,
    })),
    ...['report-opened', 'photo-png', 'photo-save'].map((name) => ({ name, key: 'x' })),
    { name: 'view', key: 'x' },
    ...['same', 'other', 'undo'].map((says) => ({ name: 'answer-found', photo: 'a', url: 'https://a.example/', says })),
    ...['known', 'fake', 'undo'].map((says) => ({ name: 'overrule', key: 'x', says })),
    ...['same', 'other', 'undo'].map((says) => ({ name: 'compare-photos', one: 'a', other: 'b', says })),
  ];
  for (const request of both)
    for (const from of /** @type {const} */ (['page', 'own']))
      assert.equal(asRequest(request, from), request, request.name);
  const own = [
    ...['overview', 'skeleton', 'people', 'forget-all', 'import-begin'].map((name) => ({ name })),
    { name: 'searches', text: '', after: '' },
    { name: 'reveal', key: 'x' },
    { name: 'set-aside', keys: ['x', 'y'], done: true },
    { name: 'forget-person', profile: 'x' },
    { name: 'links-found', photo: 'a', urls: ['https://a.example/'] },
    { name: 'automatic' },
    { name: 'change-listed', setting: 'unread', key: 'bing', isIn: true },
    { name: 'keep-key', provider: 'vision', parts: ['k'] },
    { name: 'keep-key', provider: 'sightengine', parts: [] },
    { name: 'export-part', after: '' },
    { name: 'import-part', job: 1, text: '{}' },
    { name: 'import-finish', job: 1 },
    { name: 'import-cancel', job: 1 },
    ...Object.entries({ ...DEFAULTS, engine: 'bing', thanks: '' }).map(([setting, value]) => ({
      name: 'change-setting',
      setting,
      value,
    })),
  ];
  for (const request of own) {
    assert.equal(asRequest(request, 'own'), request, request.name);
    assert.equal(asRequest(request, 'page'), null, `${request.name} is not for pages`);
  }
});

test('a result page may send results, and nothing else', () => {
  const hit = (more = {}) => ({ url: 'https://a.example/', title: 'x', same: true, ...more });
  const found = (more = {}) => ({ name: 'result-read', state: 'results', hits: [hit()], ...more });
  for (const state of ['none', 'consent', 'captcha', 'unknown'])
    assert.ok(asRequest(found(), 'result') && asRequest(found({ state, hits: [] }), 'result'));
  for (const from of /** @type {const} */ (['page', 'own', 'other']))
    assert.equal(asRequest(found(), from), null, from);
  for (const bad of [
    found({ state: 'other' }),
    found({ photo: 'a' }),
    found({ engine: 'bing' }),
    found({ hits: Array.from({ length: MAX_HITS + 1 }, () => hit()) }),
    found({ hits: [hit({ same: 1 })] }),
    found({ hits: [hit({ more: 1 })] }),
    found({ hits: [hit({ title: 'x'.repeat(MAX_TEXT + 1) })] }),
    { name: 'overview' },
    { name: 'answer-found', photo: 'a', url: 'x', says: 'same' },
  ])
    assert.equal(asRequest(bad, 'result'), null, JSON.stringify(bad).slice(0, 100));
});

test('unknown senders are never answered', () => {
  for (const name of ['overview', 'export-part', 'people', 'forget-all'])
    assert.equal(asRequest({ name }, 'other'), null);
  assert.equal(asRequest({ name: 'see-card', card: card() }, 'other'), null);
});

test('hostile messages do not pass', () => {
  const bad = [
    null,
    undefined,
    1,
    'overview',
    [],
    {},
    { name: 1 },
    { name: '__proto__' },
    { name: 'constructor' },
    { name: 'toString' },
    { name: 'hasOwnProperty' },
    { name: 'see-card' },
    { name: 'see-card', card: null },
    { name: 'see-card', card: card({ extra: 1 }) },
    { name: 'see-card', card: card(), extra: 1 },
    { name: 'see-card', card: card({ root: 'other' }) },
    { name: 'see-card', card: card({ urn: 'x'.repeat(201) }) },
    { name: 'see-card', card: card({ pieces: {} }) },
    { name: 'see-card', card: card({ pieces: [{ kind: 'text', text: 'x'.repeat(MAX_TEXT + 1) }] }) },
    {
      name: 'see-card',
      card: card({ pieces: Array.from({ length: MAX_PIECES + 1 }, () => ({ kind: 'text', text: '' })) }),
    },
    { name: 'see-card', card: card({ pieces: [{ kind: 'script', text: '' }] }) },
    { name: 'see-card', card: card({ pieces: [{ kind: 'text', text: { toString: () => 'x' } }] }) },
    { name: 'see-page', page: { keys: [], cards: -1, outside: 0, counts: [] } },
    { name: 'see-page', page: { keys: [], cards: 1.5, outside: 0, counts: [] } },
    { name: 'see-page', page: { keys: [], cards: Infinity, outside: 0, counts: [] } },
    { name: 'see-page', page: { keys: [], cards: '1', outside: 0, counts: [] } },
    { name: 'see-page', page: { keys: [], cards: 1, outside: 0, counts: [2 ** 32] } },
    { name: 'see-connections', count: 2 ** 32 + 5 },
    {
      name: 'account-seen',
      profile: 'x',
      rows: [{ label: 'Joined', month: { year: 2026, month: 13 }, verified: false }],
      verified: true,
    },
    { name: 'account-seen', profile: 'x', rows: [2026], verified: true },
    { name: 'answer-found', photo: 'a', url: 'x', says: 'yes' },
    { name: 'check-answered', photo: 'a', answer: 'yes', profile: '' },
    { name: 'check-answered', photo: 'a', answer: 'undo' },
    { name: 'see-people', place: 'invitation', people: [] },
    { name: 'see-people', place: 'search', people: [passer({ extra: 1 })] },
    { name: 'see-people', place: 'search', people: [passer({ name: 1 })] },
    { name: 'see-people', place: 'search', people: Array.from({ length: MAX_PEOPLE + 1 }, () => passer()) },
    { name: 'overrule', key: 'x', says: 'maybe' },
    { name: 'compare-photos', one: 'a', says: 'same' },
    { name: 'small-copies', photos: Array.from({ length: 21 }, () => 'a') },
    { name: 'small-copies', photos: 'a' },
    { name: 'small-copies', photos: { length: 1, 0: 'a' } },
  ];
  for (const message of bad) assert.equal(asRequest(message, 'page'), null, JSON.stringify(message)?.slice(0, 100));
  /** @type {Array<Record<string, unknown>>} */
  const wrong = [
    { badges: 1 },
    { keepDays: 0 },
    { keepDays: 3651 },
    { keepDays: NaN },
    { keepPhotos: 99 },
    { keepPhotos: 200_001 },
    { seeMore: true },
    { seeMore: 'maybe' },
    { engine: 'none' },
    { thanks: 'x'.repeat(2001) },
    { more: 1 },
    { constructor: 1 },
  ];
  for (const [setting, value] of wrong.flatMap((one) => Object.entries(one)))
    assert.equal(asRequest({ name: 'change-setting', setting, value }, 'own'), null, setting);
  assert.equal(asRequest({ name: 'change-setting', setting: 'badges' }, 'own'), null, 'no value');
  for (const [setting, key] of [
    ['unread', 'altavista'],
    ['engine', 'bing'],
    ['constructor', 'bing'],
  ])
    assert.equal(asRequest({ name: 'change-listed', setting, key, isIn: true }, 'own'), null, setting);
  assert.equal(asRequest({ name: 'save-settings', settings: DEFAULTS }, 'own'), null, 'never all at once');
  const inherited = Object.create({ photo: 'a' });
  inherited.name = 'check-opened';
  assert.equal(asRequest(inherited, 'page'), null);
});

test('no field of a message overwrites its name', () => {
  const source = readFileSync(new URL('../../extension/messages.js', import.meta.url), 'utf8');
  for (const [, fields] of source.matchAll(/fields: \{(.*)\} \}/g)) assert.ok(!/\bname:/.test(fields), fields);
});

test('notices are checked too', () => {
  const seen = (more = {}) => ({
    key: 'a',
    name: 'Ada',
    profileUrl: '',
    verdict: 'unchecked',
    reasons: [],
    twins: [],
    photo: null,
    ...more,
  });
  assert.ok(asNotice({ name: 'views', views: [] }));
  assert.ok(asNotice({ name: 'views', views: [seen(), seen({ photo: { id: 'p' }, later: 1 })] }));
  assert.ok(asNotice({ name: 'here' }));
  assert.ok(asNotice({ name: 'reveal', key: 'x' }));
  assert.ok(asNotice({ name: 'skeleton' }));
  assert.ok(asNotice({ name: 'forgotten', keys: null }) && asNotice({ name: 'forgotten', keys: ['a'] }));
  for (const bad of [
    null,
    {},
    { name: 'views' },
    { name: 'views', views: {} },
    { name: 'views', views: [null] },
    { name: 'views', views: ['x'] },
    { name: 'views', views: [{ key: 'a' }] },
    { name: 'views', views: [seen({ verdict: 'safe' })] },
    { name: 'views', views: [seen({ photo: {} })] },
    { name: 'here', extra: 1 },
    { name: 'reveal', key: 1 },
    { name: 'constructor' },
  ])
    assert.equal(asNotice(bad), null);
});

test('an answer is returned, a refusal keeps its code, and a missing answer has its own', async () => {
  const answers = [{ ok: 7 }, { ok: null }, { error: 'not-ready' }, undefined, null, 'x', { error: 5 }];
  globalThis.chrome.runtime.sendMessage = async () => answers.shift();
  assert.equal(await ask('overview'), 7);
  assert.equal(await ask('overview'), null);
  for (const code of ['not-ready', 'no-answer', 'no-answer', 'no-answer', 'no-answer']) {
    await assert.rejects(ask('overview'), (error) => error instanceof Refusal && error.code === code);
  }
  globalThis.chrome.runtime.sendMessage = async () => {
    throw new Error('gone');
  };
  await assert.rejects(ask('overview'), (error) => error instanceof Refusal && error.code === 'no-answer');
});
