// A page may send requests only about what it shows.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
/** @type {Record<string, unknown>} */
let session = {};
Object.assign(globalThis.chrome, {
  storage: {
    session: {
      get: async (/** @type {string} */ key) => ({ [key]: session[key] }),
      set: async (/** @type {object} */ values) => {
        session = structuredClone({ ...session, ...values });
      },
    },
  },
});
const fresh = async () =>
  /** @type {typeof import('../../extension/background/shown.js')} */ (
    await import(`../../extension/background/shown.js?${Math.random()}`)
  );

const ORIGIN = 'https://www.linkedin.com';
const LIST = `${ORIGIN}/mynetwork/invitation-manager/received/`;
/** @param {string} url @param {object} [more] @returns {any} */
const from = (url, more = {}) => ({ url, frameId: 0, tab: { id: 7, url }, ...more });
/** @param {string} key @param {string | null} photo @param {string[]} twins @returns {any} */
const view = (key, photo = null, twins = []) => ({
  key,
  photo: photo && { id: photo },
  twins: twins.map((twin) => ({ photo: twin })),
});

beforeEach(() => {
  session = {};
});

test('requests about cards and people are accepted only from pages that show them', async () => {
  const { maySend } = await fresh();
  const card = { name: 'see-card' };
  for (const path of [
    '/mynetwork/invitation-manager/received/',
    '/mynetwork/invitation-manager/',
    '/mynetwork/',
    '/mynetwork/grow/',
  ])
    assert.equal(await maySend(card, from(ORIGIN + path)), true, path);
  for (const path of ['/in/ada/', '/feed/', '/mynetwork/invitation-manager/sent/', '/', '/jobs/'])
    assert.equal(await maySend(card, from(ORIGIN + path)), false, path);
  for (const url of [
    'https://evil.test/mynetwork/',
    'https://www.linkedin.com.evil.test/mynetwork/',
    'http://www.linkedin.com/mynetwork/',
    'about:blank',
    '',
  ])
    assert.equal(await maySend(card, from(url)), false, url);
  assert.equal(await maySend({ name: 'see-people', place: 'search' }, from(`${ORIGIN}/search/results/people/`)), true);
  assert.equal(await maySend({ name: 'see-people', place: 'search' }, from(`${ORIGIN}/feed/`)), false);
});

test('a profile page may send requests about its own profile', async () => {
  const { maySend } = await fresh();
  const photos = (/** @type {string} */ profile) => ({ name: 'see-photos', profile });
  for (const [path, may] of /** @type {const} */ ([
    ['/in/ada/overlay/about-this-profile/', true],
    ['/in/bea/', false],
    ['/feed/', false],
  ]))
    assert.equal(await maySend({ name: 'account-seen', profile: `${ORIGIN}/in/ada/` }, from(ORIGIN + path)), may, path);
  assert.equal(await maySend(photos(`${ORIGIN}/in/ada/`), from(`${ORIGIN}/in/ada/overlay/photo/`)), true);
  for (const profile of [`${ORIGIN}/in/bea/`, `${ORIGIN}/in/ada2/`, 'https://evil.test/in/ada/', `${ORIGIN}/feed/`, ''])
    assert.equal(await maySend(photos(profile), from(`${ORIGIN}/in/ada/`)), false, profile);
  assert.equal(await maySend(photos(`${ORIGIN}/in/ada/`), from(LIST)), false);
});

test('a frame may send requests about the page around it', async () => {
  const { maySend } = await fresh();
  const inFrame = (/** @type {string} */ around) =>
    from(`${ORIGIN}/mynetwork/`, { frameId: 3, tab: { id: 7, url: around } });
  assert.equal(await maySend({ name: 'see-card' }, inFrame(LIST)), true);
  assert.equal(await maySend({ name: 'see-card' }, inFrame(`${ORIGIN}/feed/`)), false);
  assert.equal(await maySend({ name: 'see-card' }, inFrame('https://evil.test/')), false);
});

test('after navigation without a load the tab’s address counts, not that of the load', async () => {
  const { maySend } = await fresh();
  const sent = `${ORIGIN}/mynetwork/invitation-manager/sent/`;
  assert.equal(await maySend({ name: 'see-card' }, from(sent, { tab: { id: 7, url: LIST } })), true);
  assert.equal(await maySend({ name: 'see-card' }, from(LIST, { tab: { id: 7, url: sent } })), false);
});

test('a tab may send requests only about invitations and photos it was told of, also after a restart of the background', async () => {
  const before = await fresh();
  const asked = [
    { name: 'overrule', key: 'a', says: 'fake' },
    { name: 'mark-handled', key: 'a' },
    { name: 'view', key: 'a' },
    { name: 'see-page', page: { keys: ['a'] } },
    { name: 'small-copies', photos: ['p', 't'] },
    { name: 'check-opened', photo: 'p' },
    { name: 'check-answered', photo: 'p' },
    { name: 'compare-photos', one: 'p', other: 't' },
  ];
  for (const request of asked) assert.equal(await before.maySend(request, from(LIST)), false, `${request.name} before`);
  await before.told(7, [view('a', 'p', ['t'])]);
  for (const one of [before, await fresh()]) {
    for (const request of asked) assert.equal(await one.maySend(request, from(LIST)), true, request.name);
    for (const request of asked)
      assert.equal(
        await one.maySend(request, from(LIST, { tab: { id: 8, url: LIST } })),
        false,
        `${request.name} from another tab`,
      );
    for (const other of [
      { name: 'overrule', key: 'b' },
      { name: 'see-page', page: { keys: ['a', 'b'] } },
      { name: 'small-copies', photos: ['p', 'x'] },
      { name: 'compare-photos', one: 'p', other: 'x' },
    ]) {
      assert.equal(await one.maySend(other, from(LIST)), false, JSON.stringify(other));
    }
    assert.equal(await one.maySend({ name: 'export' }, from(LIST)), false);
  }
});

test('a tab may send no requests about a forgotten invitation', async () => {
  const { keepShown, maySend, told } = await fresh();
  await told(7, [view('a'), view('b')]);
  await keepShown((key) => key !== 'a');
  const says = (/** @type {string} */ key) => maySend({ name: 'view', key }, from(LIST));
  assert.deepEqual([await says('a'), await says('b')], [false, true]);
  assert.ok(!JSON.stringify(session).includes('"a"'));
});

test('a changed view is sent to the tabs that show it, with its photos', async () => {
  const { maySend, told, toldAgain } = await fresh();
  await told(7, [view('a', 'p')]);
  assert.deepEqual(
    (await toldAgain(7, [view('a', 'p', ['new']), view('b', 'q')])).map(({ key }) => key),
    ['a'],
  );
  assert.equal(await maySend({ name: 'small-copies', photos: ['new'] }, from(LIST)), true);
  assert.equal(await maySend({ name: 'small-copies', photos: ['q'] }, from(LIST)), false);
  assert.deepEqual(await toldAgain(9, [view('a')]), []);
});

test('many views sent at once are all noted', async () => {
  const one = await fresh();
  await Promise.all(Array.from({ length: 300 }, (_, index) => one.told(7, [view(`k${index}`)])));
  const after = await fresh();
  assert.equal(
    await after.maySend(
      { name: 'see-page', page: { keys: Array.from({ length: 300 }, (_, index) => `k${index}`) } },
      from(LIST),
    ),
    true,
  );
});

test('a page opens searches, pictures and reports of the invitations it shows, and asks for the guide of its own profile', async () => {
  const { maySend, told } = await fresh();
  await told(7, [view('a', 'p')]);
  for (const name of ['search-open', 'photo-png', 'photo-save', 'report-opened']) {
    assert.equal(await maySend({ name, key: 'a' }, from(LIST)), true, name);
    assert.equal(await maySend({ name, key: 'b' }, from(LIST)), false, name);
  }
  assert.equal(await maySend({ name: 'report-guide', profile: `${ORIGIN}/in/ada/` }, from(`${ORIGIN}/in/ada/`)), true);
  assert.equal(await maySend({ name: 'report-guide', profile: `${ORIGIN}/in/ada/` }, from(`${ORIGIN}/in/bea/`)), false);
  for (const name of ['automatic', 'keep-key', 'links-found', 'searches', 'result-read'])
    assert.equal(await maySend({ name, photo: 'p' }, from(LIST)), false, name);
});
