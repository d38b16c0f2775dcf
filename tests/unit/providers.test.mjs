// Providers: their requests, answers and errors, the counts, and when a request is tried again.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
/** @type {Record<string, any>} */
let stored = {};
Object.assign(globalThis.chrome, {
  storage: {
    local: {
      get: async (/** @type {string} */ key) => ({ [key]: structuredClone(stored[key]) }),
      set: async (/** @type {object} */ values) => {
        stored = { ...stored, ...structuredClone(values) };
      },
    },
    onChanged: { addListener: () => {} },
  },
});
const { ask: vision, hitsOf, titleOf } = await import('../../extension/background/providers/vision.js');
const { ask: sightengine } = await import('../../extension/background/providers/sightengine.js');
const { pictureAt } = await import('../../extension/background/providers/net.js');
const { DAY, accountOf, current, maySend, note, troubleOf } = await import('../../extension/background/ledger.js');

/** @type {Array<{ url: string, init: RequestInit }>} */
const sent = [];
/** @type {() => Response | Promise<Response>} */
let answer = () => new Response('');
beforeEach(() => {
  sent.length = 0;
  stored = {};
  globalThis.fetch = /** @type {any} */ (
    async (/** @type {string} */ url, /** @type {RequestInit} */ init) => {
      sent.push({ url, init });
      return answer();
    }
  );
});
/** @param {unknown} body @param {number} [status] */
const says = (body, status = 200) => {
  answer = () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });
};

const PICTURE = new Uint8Array([1, 2, 3]);
const page = (more = {}) => ({
  url: 'https://a.example/x',
  pageTitle: 'Ada <b>Example</b> &amp; Co',
  fullMatchingImages: [{ url: 'https://a.example/x.jpg' }],
  ...more,
});

test('a request to Vision has the picture and the feature, and nothing else', async () => {
  says({ responses: [{ webDetection: { pagesWithMatchingImages: [page()] } }] });
  assert.deepEqual(await vision(PICTURE, ['k&y']), {
    hits: [{ url: 'https://a.example/x', title: 'Ada Example & Co', same: true }],
  });
  const [{ url, init }] = sent;
  assert.equal(url, 'https://vision.googleapis.com/v1/images:annotate?key=k%26y');
  assert.deepEqual(JSON.parse(String(init.body)), {
    requests: [{ image: { content: 'AQID' }, features: [{ type: 'WEB_DETECTION', maxResults: 100 }] }],
  });
  assert.deepEqual([init.credentials, init.referrerPolicy, init.redirect], ['omit', 'no-referrer', 'error']);
});

test('in Vision’s answer only matching pictures with an address count', () => {
  const hits = hitsOf({
    pagesWithMatchingImages: [
      page(),
      page({ url: 'https://b.example/', fullMatchingImages: undefined, partialMatchingImages: [{ url: 'x' }] }),
      page({ url: 'https://c.example/', fullMatchingImages: [] }),
      { url: 'javascript:alert(1)' },
      { url: 5 },
      null,
      'x',
      {},
    ],
    fullMatchingImages: [{ url: 'https://stock.example/1.jpg' }, { url: 'https://media.licdn.com/dms/image/x' }],
    visuallySimilarImages: [{ url: 'https://alike.example/' }],
  });
  assert.deepEqual(
    hits.map(({ url, same }) => [url, same]),
    [
      ['https://a.example/x', true],
      ['https://b.example/', true],
      ['https://c.example/', false],
      ['https://stock.example/1.jpg', true],
    ],
  );
  for (const odd of [{}, { pagesWithMatchingImages: {} }, { pagesWithMatchingImages: 'x', fullMatchingImages: 7 }])
    assert.deepEqual(hitsOf(odd), []);
  assert.ok(
    hitsOf({
      pagesWithMatchingImages: Array.from({ length: 5000 }, (_, index) => page({ url: `https://a.example/${index}` })),
    }).length <= 200,
  );
});

test('HTML is removed from titles', () => {
  assert.equal(
    titleOf('<b>Lee</b> Other &#39;x&#x27; &lt;i&gt; &bogus; | LinkedIn'),
    "Lee Other 'x' <i> &bogus; | LinkedIn",
  );
  assert.equal(titleOf(undefined), '');
  assert.equal(titleOf('x'.repeat(10_000)).length, 500);
});

test('an empty answer is no error; a malformed one is', async () => {
  for (const nothing of [{ responses: [{}] }, { responses: [{ webDetection: {} }] }]) {
    says(nothing);
    assert.deepEqual(await vision(PICTURE, ['k']), { hits: [] });
  }
  for (const nonsense of [
    '<html>',
    '',
    [],
    {},
    { responses: [] },
    { responses: [null] },
    { responses: 'x' },
    { responses: [{ webDetection: [] }] },
    { responses: [{ webDetection: 'x' }] },
    ...['constructor', '__proto__', '3', null, {}].map((code) => ({ responses: [{ error: { code } }] })),
  ]) {
    says(nonsense);
    await assert.rejects(vision(PICTURE, ['k']), { code: 'nonsense' }, JSON.stringify(nonsense));
  }
});

test('every documented error of Vision has its code', async () => {
  /** @type {Array<[number, unknown, string]>} */
  const errors = [
    [
      400,
      {
        error: {
          code: 400,
          status: 'INVALID_ARGUMENT',
          message: 'API key not valid. Please pass a valid API key.',
          details: [{ reason: 'API_KEY_INVALID' }],
        },
      },
      'wrong-key',
    ],
    [401, { error: { code: 401, status: 'UNAUTHENTICATED' } }, 'wrong-key'],
    [
      403,
      {
        error: {
          code: 403,
          status: 'PERMISSION_DENIED',
          message: 'Cloud Vision API has not been used in project 1 before or it is disabled.',
        },
      },
      'wrong-key',
    ],
    [403, { error: { code: 403, status: 'RESOURCE_EXHAUSTED', message: 'Quota exceeded' } }, 'quota'],
    [429, { error: { code: 429, status: 'RESOURCE_EXHAUSTED' } }, 'quota'],
    [429, '', 'quota'],
    [400, { error: { code: 400, status: 'INVALID_ARGUMENT', message: 'Bad image data.' } }, 'picture'],
    [
      400,
      {
        error: {
          code: 400,
          status: 'INVALID_ARGUMENT',
          message: 'Invalid JSON payload received. Unknown name "content" at \'requests[0].image\': Cannot find field.',
        },
      },
      'nonsense',
    ],
    [
      400,
      { error: { code: 400, status: 'FAILED_PRECONDITION', message: 'User location is not supported.' } },
      'wrong-key',
    ],
    [413, '<html>', 'picture'],
    [408, '', 'unreachable'],
    [500, '', 'unreachable'],
    [503, { error: { code: 503, status: 'UNAVAILABLE' } }, 'unreachable'],
    [404, '<html>', 'nonsense'],
    [200, { responses: [{ error: { code: 3, message: 'Bad image data.' } }] }, 'picture'],
    [200, { responses: [{ error: { code: 7 } }] }, 'wrong-key'],
    [200, { responses: [{ error: { code: 8 } }] }, 'quota'],
    [200, { responses: [{ error: { code: 9 } }] }, 'wrong-key'],
    [200, { responses: [{ error: { code: 14 } }] }, 'unreachable'],
    [200, { responses: [{ error: { code: 99 } }] }, 'nonsense'],
  ];
  for (const [status, body, code] of errors) {
    says(body, status);
    await assert.rejects(vision(PICTURE, ['k']), { code }, `${status} ${JSON.stringify(body)}`);
  }
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  says(`{"error":${deep}}`, 500);
  await assert.rejects(vision(PICTURE, ['k']), { code: 'unreachable' });
  says(`{"status":"failure","error":${deep}}`);
  await assert.rejects(sightengine(PICTURE, ['u', 's']), { code: 'nonsense' });
  answer = () => {
    throw new TypeError('Failed to fetch');
  };
  await assert.rejects(vision(PICTURE, ['k']), { code: 'unreachable' });
});

test('Sightengine gives a score or an error', async () => {
  says({ status: 'success', type: { ai_generated: 0.93 } });
  assert.deepEqual(await sightengine(PICTURE, ['user', 'secret']), { score: 0.93 });
  const [{ url, init }] = sent;
  assert.equal(url, 'https://api.sightengine.com/1.0/check.json');
  assert.deepEqual([.../** @type {FormData} */ (init.body).keys()].sort(), [
    'api_secret',
    'api_user',
    'media',
    'models',
  ]);
  /** @type {Array<[number, unknown, string]>} */
  const errors = [
    [401, { status: 'failure', error: { type: 'authentication_error', code: 8 } }, 'wrong-key'],
    [200, { status: 'failure', error: { type: 'usage_limit', code: 32 } }, 'quota'],
    [429, '', 'quota'],
    [400, { status: 'failure', error: { type: 'media_error' } }, 'picture'],
    [502, '', 'unreachable'],
    [200, { status: 'success' }, 'nonsense'],
    [200, { type: { ai_generated: 1.5 } }, 'nonsense'],
    [200, { type: { ai_generated: NaN } }, 'nonsense'],
    [200, 'x', 'nonsense'],
  ];
  for (const [status, body, code] of errors) {
    says(body, status);
    await assert.rejects(sightengine(PICTURE, ['u', 's']), { code }, `${status} ${JSON.stringify(body)}`);
  }
});

test('pictures are fetched from LinkedIn’s photo host only, and must be pictures', async () => {
  answer = () => new Response(PICTURE, { headers: { 'content-type': 'image/jpeg' } });
  assert.deepEqual([...(await pictureAt('https://media.licdn.com/dms/image/x'))], [1, 2, 3]);
  for (const url of ['https://evil.example/x', 'http://media.licdn.com/x', 'file:///etc/passwd'])
    await assert.rejects(pictureAt(url), { code: 'picture' });
  assert.equal(sent.length, 1);
  for (const response of [
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    () => new Response('', { status: 403 }),
    () => new Response(new Uint8Array(10_000_001), { headers: { 'content-type': 'image/png' } }),
  ]) {
    answer = response;
    await assert.rejects(pictureAt('https://media.licdn.com/x'), { code: 'picture' });
  }
});

test('the ledger counts by day and month, and forgets after 90 days', async () => {
  const now = new Date(2026, 10, 29, 12).getTime();
  await note('vision', now, (account) => {
    account.today += 2;
    account.thisMonth += 2;
    account.sent.a = now;
  });
  await note('vision', now, (account) => {
    account.today += 1;
    account.thisMonth += 1;
  });
  assert.deepEqual([(await accountOf('vision', now)).today, (await accountOf('sightengine', now)).today], [3, 0]);
  const tomorrow = await accountOf('vision', now + DAY);
  assert.deepEqual([tomorrow.today, tomorrow.thisMonth], [0, 3]);
  assert.equal((await accountOf('vision', now + 3 * DAY)).thisMonth, 0, 'another month');
  assert.ok(
    'a' in (await accountOf('vision', now + 89 * DAY)).sent &&
      !('a' in (await accountOf('vision', now + 91 * DAY)).sent),
  );
  assert.deepEqual(current(undefined, now).sent, {});
  const budget = { budgetDay: 3, budgetMonth: 100 };
  assert.equal(maySend(await accountOf('vision', now), budget, now), false, 'the day’s budget is reached');
  assert.equal(maySend(tomorrow, budget, now + DAY), true);
  assert.equal(maySend(tomorrow, { budgetDay: 30, budgetMonth: 3 }, now + DAY), false, 'the month’s is');
});

test('a clock that is set back does not reset the budget, and a wrong one blocks nothing', async () => {
  const now = new Date(2026, 11, 31, 23).getTime();
  /** @param {number} at The time at which one photo was sent and another refused. */
  const sentAt = (at) =>
    note('vision', at, (account) => {
      account.today += 3;
      account.thisMonth += 3;
      account.sent.a = at;
      account.trouble = troubleOf('quota', null, at);
    });
  const counts = async (/** @type {number} */ at) => {
    const { today, thisMonth, sent: photos } = await accountOf('vision', at);
    return [today, thisMonth, Object.keys(photos).length];
  };
  // Over New Year's midnight and back, as on a flight to the west.
  await sentAt(now + DAY / 8);
  assert.deepEqual(await counts(now), [3, 3, 1]);
  // A clock that was years ahead.
  stored = {};
  await sentAt(now + 1500 * DAY);
  assert.deepEqual(await counts(now), [0, 0, 0]);
  assert.ok(maySend(await accountOf('vision', now), { budgetDay: 1, budgetMonth: 1 }, now));
});

test('after a refused key or a quota the next try is a day later; after other errors the wait grows each time', () => {
  const now = new Date(2026, 10, 29, 12).getTime();
  for (const code of /** @type {const} */ (['wrong-key', 'quota']))
    assert.equal(troubleOf(code, null, now).until, new Date(2026, 10, 30).getTime());
  const first = troubleOf('unreachable', null, now);
  const second = troubleOf('unreachable', first, now);
  assert.deepEqual([Number(first.until) - now, Number(second.until) - now, second.tries], [60_000, 120_000, 2]);
  let last = second;
  for (let more = 0; more < 40; more += 1) last = troubleOf('unreachable', last, now);
  assert.equal(Number(last.until) - now, DAY / 2);
  assert.equal(troubleOf('nonsense', last, now).tries, 1);
});
