// The list of what to do: the group and order of each invitation, and the results of search and filter.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, reason, safe, speak, view } from './texts.mjs';

speak('en');
const {
  aheadOf,
  bareOf,
  byGroup,
  filtersOf,
  groupsOf,
  inOrder,
  isOpen,
  isThin,
  matches,
  nextAsBefore,
  nextOf,
  groupOf,
} = await import('../../extension/triage/list.js');
const { toSearch } = await import('../../extension/triage/batch.js');
const { asChoice } = await import('../../extension/triage/toolbar.js');

/** @typedef {import('../../extension/shapes').View} View */
/** @typedef {import('../../extension/triage/list.js').Filter} Filter */
/** @typedef {import('../../extension/triage/list.js').Order} Order */

/** @param {string} key @param {Partial<import('../../extension/shapes').View>} [more] */
const unchecked = (key, more = {}) => view({ key, verdict: 'unchecked', ...more });
const asked = {
  ...view().photo,
  id: 'p',
  url: '',
  side: 100,
  expiresAt: null,
  setAt: null,
  asked: 1,
  answer: null,
  answerProfile: null,
  searches: [],
  generated: null,
};
/** @param {ReturnType<typeof groupsOf>} groups */
const shape = (groups) => groups.map(({ name, views }) => [name, ...views.map(({ key }) => key)]);
/** @param {{ filter?: Filter, order?: Order, search?: string }} [more] */
const choice = (more = {}) => ({
  filter: /** @type {Filter} */ (''),
  order: /** @type {Order} */ ('next'),
  search: '',
  ...more,
});

test('nobody is in the group “accept” for mutual connections alone', () => {
  const strong = (/** @type {import('../../extension/shapes').ReasonCode} */ code) => ({
    ...reason(code),
    side: /** @type {const} */ ('for'),
    strength: /** @type {const} */ ('strong'),
  });
  for (const codes of [[], ['mutual-connections'], ['few-mutual-connections', 'follows-you']]) {
    const one = view({ verdict: 'accept-safe', reasons: codes.map((code) => strong(/** @type {any} */ (code))) });
    assert.equal(isThin(one), true, codes.join());
    assert.equal(groupOf(one, {}), 'fine');
  }
  const weak = view({
    verdict: 'accept-safe',
    reasons: [strong('mutual-connections'), { ...strong('seen-before'), strength: 'weak' }],
  });
  assert.equal(groupOf(weak, {}), 'fine', 'a weak sign beside them does not make it firm');
  // A finding that limits a doubt is not evidence for a person.
  assert.equal(isThin(view({ reasons: [{ ...strong('verified'), side: 'limit' }] })), true);
  assert.equal(groupOf(safe(), {}), 'accept');
});

test('every invitation is in exactly one group', () => {
  const items = [
    view({ key: 'f' }),
    unchecked('u'),
    view({ key: 's', verdict: 'suspicious' }),
    safe({ key: 'a' }),
    unchecked('q', { photo: asked }),
    view({ key: 'r' }),
    unchecked('x'),
    view({ key: 'k', verdict: 'accept-safe', opinion: 'known' }),
  ];
  const groups = byGroup(
    known({
      items,
      accepted: [view({ key: 'old', handled: 1 })],
      actions: { r: { reported: 1 }, x: { aside: 1 }, k: { reported: 1 } },
    }),
  );
  assert.deepEqual(
    [...groups].map(([name, views]) => [name, ...views.map(({ key }) => key)]),
    [
      ['again', 'old'],
      ['answer', 'q'],
      ['check', 's', 'u'],
      ['accept', 'a'],
      ['fine', 'k'],
      ['fake', 'f'],
      ['reported', 'r'],
      ['aside', 'x'],
    ],
  );
  assert.equal(
    byGroup(known({ accepted: [view({ key: 'old', handled: 1 })], actions: { old: { reported: 1 } } })).get('reported')
      ?.length,
    1,
  );
});

test('within a group the order is the page’s, and does not change when one is answered', () => {
  const items = ['c', 'a', 'd', 'b'].map((key) => unchecked(key));
  assert.deepEqual(shape(groupsOf(known({ items }), choice())), [['check', 'c', 'a', 'd', 'b']]);
  assert.deepEqual(shape(groupsOf(known({ items, actions: { a: { aside: 1 } } }), choice())), [
    ['check', 'c', 'd', 'b'],
    ['aside', 'a'],
  ]);
});

test('views come in the page’s order, others after them as they were', () => {
  assert.deepEqual(
    inOrder(
      ['x', 'a', 'b', 'y'].map((key) => ({ key })),
      ['b', 'a', 'gone'],
    ).map(({ key }) => key),
    ['b', 'a', 'x', 'y'],
  );
});

test('best matches first: by weight, and as on the page among equals', () => {
  const worth = (/** @type {import('../../extension/shapes').WorthCode} */ code) => ({
    worth: [{ code, words: 'words', goal: null }],
  });
  const items = [
    safe({ key: 'plain' }),
    safe({ key: 'topic', ...worth('topic') }),
    safe({ key: 'r1', ...worth('recruiter') }),
    safe({ key: 'r2', ...worth('recruiter') }),
    unchecked('u'),
  ];
  assert.deepEqual(shape(groupsOf(known({ items }), choice({ order: 'worth' }))), [
    ['accept', 'r1', 'r2', 'topic', 'plain'],
    ['check', 'u'],
  ]);
  assert.deepEqual(shape(groupsOf(known({ items }), choice({ filter: 'recruiter' }))), [['accept', 'r1', 'r2']]);
  assert.equal(
    groupsOf(known({ items }), choice({ filter: 'recruiter' }))[0].total,
    4,
    'how many there are without it',
  );
  assert.deepEqual(
    filtersOf(known({ items })).map(({ filter, count }) => `${filter} ${count}`),
    ['check 1', 'genuine 4', 'recruiter 2', 'topic 1'],
  );
});

test('a search finds words in any order, without case and accents', () => {
  const one = unchecked('k', { name: 'José Nuñez', headline: 'Engineer at Blaswerk' });
  for (const found of ['', '  ', 'jose', 'NUNEZ josé', 'blaswerk nu', 'engineer'])
    assert.equal(matches(one, found), true, found);
  for (const lost of ['josefa', 'nunez recruiter', '.*']) assert.equal(matches(one, lost), false, lost);
});

test('the next one is the next open one, starting over at the end', () => {
  const items = [unchecked('a'), unchecked('b'), safe({ key: 'c' }), view({ key: 'd' })];
  const groups = groupsOf(known({ items, actions: { b: { aside: 1 } } }), choice());
  assert.equal(nextOf(groups, null, isOpen), 'a');
  assert.equal(nextOf(groups, 'a', isOpen), 'd');
  assert.equal(nextOf(groups, 'd', isOpen), 'a');
  assert.equal(nextOf(groupsOf(known({ items: [safe({ key: 'c' })] }), choice()), 'c', isOpen), null);
  assert.equal(nextOf([], null, isOpen), null);
});

test('the next one is decided before the answer, wherever the answer has moved the invitation by then', () => {
  const items = [unchecked('a'), unchecked('b'), unchecked('c')];
  const before = groupsOf(known({ items }), choice());
  const next = (/** @type {string} */ from, /** @type {View[]} */ now) =>
    nextAsBefore(aheadOf(before, from, isOpen), groupsOf(known({ items: now }), choice()), from, isOpen);
  /** @type {Array<[string, View[]]>} */
  const after = [
    ['as before', items],
    ['safe', [unchecked('a'), safe({ key: 'b' }), unchecked('c')]],
    ['likely fake, and last', [unchecked('a'), view({ key: 'b', verdict: 'likely-fake' }), unchecked('c')]],
    ['suspicious, and first', [unchecked('a'), view({ key: 'b', verdict: 'suspicious' }), unchecked('c')]],
    ['gone', [unchecked('a'), unchecked('c')]],
  ];
  for (const [what, now] of after) assert.equal(next('b', now), 'c', what);
  assert.equal(next('b', [unchecked('a'), unchecked('b'), safe({ key: 'c' })]), 'a', 'the next one was settled too');
  assert.equal(next('c', [unchecked('a'), unchecked('b'), safe({ key: 'c' })]), 'a', 'at the end, the first one');
  assert.equal(next('a', [safe({ key: 'a' }), safe({ key: 'b' }), safe({ key: 'c' })]), null);
  const [fake] = [view({ key: 'n', verdict: 'likely-fake' })];
  assert.equal(next('a', [safe({ key: 'a' }), fake]), 'n', 'who has come meanwhile');
});

test('one click searches for the photos not searched for yet, in the order of the list', () => {
  const photo = {
    ...asked,
    asked: null,
    url: 'https://media.licdn.com/dms/image/v2/A/profile-displayphoto-shrink_100_100/B',
  };
  /** @param {string} key @param {object} [more] @param {object} [ofPhoto] */
  const one = (key, more, ofPhoto) => unchecked(key, { photo: /** @type {any} */ ({ ...photo, ...ofPhoto }), ...more });
  const items = [
    one('plain'),
    one('odd', { verdict: 'suspicious' }),
    one('fake', { verdict: 'likely-fake' }),
    one('known', { opinion: 'known' }),
    one('late', {}, { expiresAt: 1 }),
    one('elsewhere', {}, { url: 'https://example.org/photo' }),
    one('answered', {}, { answer: 'nothing-found' }),
    one('asked', {}, { asked: 1 }),
    unchecked('bare', { photo: null }),
    safe({ key: 'safe' }),
  ];
  assert.deepEqual(toSearch(groupsOf(known({ items }), choice())), ['odd', 'plain']);
  assert.deepEqual(toSearch(groupsOf(known({ items, actions: { odd: { aside: 1 } } }), choice())), ['plain']);
});

test('an invitation being searched for is skipped, then its question comes; those that no check can decide come last', () => {
  /** @param {string} key @param {object} photo */
  const searched = (key, photo) => unchecked(key, { photo: /** @type {any} */ ({ ...asked, asked: null, ...photo }) });
  const reading = { engine: 'bing', state: 'open' };
  const items = [
    unchecked('bare', { photo: null }),
    searched('done', { searches: [{ engine: 'bing', at: 2, outcome: 'results', found: [] }] }),
    searched('now', { asked: Date.now(), reading }),
    searched('long', { asked: Date.now() - 61_000, reading }),
    searched('lost', { asked: Date.now(), reading: { ...reading, state: 'captcha' } }),
    searched('new', {}),
    view({ key: 'odd', verdict: 'suspicious', photo: null }),
  ];
  const groups = groupsOf(known({ items }), choice());
  assert.deepEqual(shape(groups), [
    ['answer', 'long', 'lost'],
    ['check', 'odd', 'now', 'new', 'bare', 'done'],
  ]);
  assert.equal(nextOf(groups, 'odd', isOpen), 'new');
  assert.deepEqual(bareOf(known({ items })), ['bare'], 'not who is suspicious');
});

test('the stored filter and order are checked', () => {
  assert.deepEqual(asChoice({ filter: 'recruiter', order: 'worth' }), { filter: 'recruiter', order: 'worth' });
  for (const bad of [null, 7, 'x', {}, { filter: 'constructor', order: 'up' }])
    assert.deepEqual(asChoice(bad), { filter: '', order: 'next' });
});

test('a thousand are sorted quickly', () => {
  const items = Array.from({ length: 1000 }, (_, index) => unchecked(`k${index}`));
  assert.equal(groupsOf(known({ items }), choice({ search: 'ada' })).flatMap(({ views }) => views).length, 1000);
});
