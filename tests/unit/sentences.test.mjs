// Codes, counts, names and times become sentences; other people's words are made harmless.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missing, reason, reasonCodes, speak, view } from './texts.mjs';

speak('en');
const {
  COUNTED,
  barePerson,
  basisLine,
  counted,
  day,
  moment,
  person,
  plain,
  problem,
  reasonSentence,
  reasonShort,
  verdictLine,
} = await import('../../extension/sentences.js');

const NOON = Date.UTC(2026, 2, 3, 12);

test('counts choose the plural form', () => {
  assert.equal(counted('triage_genuine', 1), '1 looks genuine');
  assert.equal(counted('triage_genuine', 3), '3 look genuine');
  assert.equal(counted('seen_of', 40, 10), '10 of 40 seen, scroll for the rest');
  assert.equal(counted('remembered', 12345), '12,345 people remembered');
});

test('times are formatted, and an invalid one does not throw', () => {
  assert.equal(day(NOON), 'March 3, 2026');
  assert.match(moment(NOON), /Mar 3, 2026/);
  assert.ok(!moment(Date.now()).includes(String(new Date().getFullYear())));
  assert.equal(day(NaN), '?');
  assert.equal(day(1e300), '?');
});

test('the badge says verdict and basis', () => {
  const safe = view({
    verdict: 'accept-safe',
    basis: [reason('verified'), reason('mutual-connections', { count: 12 }), reason('seen-before', { time: NOON })],
  });
  assert.equal(verdictLine(safe), 'Accept-safe · verified, 12 mutual connections');
  assert.equal(basisLine(view({ basis: [], reasons: [reason('no-photo')] })), 'no photo');
  assert.equal(verdictLine(view({ verdict: 'unchecked' })), 'Unchecked');
});

test('every code gives a sentence, whatever its blanks', () => {
  missing.clear();
  const blanks = [[], [{ count: 1 }], [{ count: 403 }], [{ name: 'Lee Other' }], [{ time: NOON }]];
  for (const code of reasonCodes()) {
    for (const some of COUNTED.has(code) ? [[{ count: 1 }], [{ count: 2 }]] : blanks) {
      const reason = /** @type {import('../../extension/shapes').Reason} */ ({
        code,
        side: 'for',
        strength: 'weak',
        blanks: some,
      });
      assert.ok(reasonSentence(reason).endsWith('.'), `${code}: ${reasonSentence(reason)}`);
      assert.ok(reasonShort(reason).length > 3, code);
    }
  }
  assert.deepEqual([...missing], []);
});

test('a month is shown as a month in every time zone, and an engine by its name', () => {
  const made = Date.UTC(2021, 10, 1);
  assert.equal(
    reasonSentence(reason('account-old', { time: made })),
    'LinkedIn says that this account has existed since November 2021.',
  );
  assert.equal(reasonShort(reason('account-young', { time: made })), 'account made in Nov 2021');
  assert.equal(
    reasonSentence(reason('web-nothing-found', { name: 'google-lens' }, { time: NOON })),
    'Google Lens found this photo nowhere else on March 3, 2026.',
  );
  assert.match(
    reasonSentence(reason('photo-looks-generated', { name: 'sightengine' }, { count: 93 })),
    /^Sightengine says .* \(93 of 100\)/,
  );
});

test('names are isolated, and stripped of invisible and direction-changing characters', () => {
  assert.equal(person('Lee Other'), '\u2068Lee Other\u2069');
  assert.equal(barePerson('\u202eLee\u202c \u2066Ot\u200bher\u2069\u0007\ufeff'), 'Lee Other');
  assert.equal(barePerson('Lee\n\n  Other\u2028X'), 'Lee Other X');
  assert.equal(person('\u200e\u202e'), '\u2068Unnamed profile\u2069');
  assert.equal(barePerson('<img src=x onerror=alert(1)>'), '<img src=x onerror=alert(1)>');
});

test('names with joiners and combining marks stay whole', () => {
  assert.equal(barePerson('Zoë Müller-Łukasz 👩‍💻'), 'Zoë Müller-Łukasz 👩‍💻');
  assert.equal(barePerson('می‌خواهم'), 'می‌خواهم');
  assert.ok(barePerson(`Z${'\u0301'.repeat(500)}oe`).length < 10);
});

test('long text is cut, and never inside a character', () => {
  const cut = plain('👩‍👩‍👧‍👦 abc '.repeat(100_000), 48);
  assert.ok(cut.endsWith('…') && cut.length < 250);
  assert.equal([...new Intl.Segmenter().segment(plain('é'.repeat(60), 48))].length, 49);
  assert.ok(plain(`a${'\u0301\u200d'.repeat(100_000)}`, 48).length < 400);
});

test('an error has a sentence, even for an unknown code', () => {
  assert.match(problem({ code: 'import-not-json' }), /not JSON/);
  assert.match(problem(new Error('x')), /did not answer/);
  assert.equal(problem({ code: 'strange' }), 'Something went wrong (strange).');
  assert.match(problem({ code: '<b>' }), /<b>/);
});
