// A report states observations. It never states a verdict on a person.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reason, speak, view } from './texts.mjs';

speak('en');
/** @typedef {import('../../extension/shapes').Twin} Twin */

const { reportText } = await import('../../extension/report.js');
const { pastedLink, profileUrlOf } = await import('../../extension/shared/links.js');
const { asShown } = await import('../../extension/shared/view-context.js');

/** @param {Partial<Twin>} [more] @returns {Twin} */
const twin = (more = {}) => ({
  photo: 't',
  name: 'Lee Other',
  profileUrl: 'https://www.linkedin.com/in/lee-other/',
  firstSeen: Date.UTC(2026, 7, 2, 12),
  setAt: Date.UTC(2021, 2, 14, 12),
  nearExact: true,
  same: null,
  ...more,
});

test('it names both profiles, the observations there and their times', () => {
  assert.equal(
    reportText(
      view({ twins: [twin()], reasons: [reason('photo-check-other-name', { time: Date.UTC(2026, 10, 19, 12) })] }),
    ),
    `I received a connection invitation from Ada Example.
Profile: https://www.linkedin.com/in/ada-example/
Invitation seen: November 20, 2026

What I saw:
- The same photo is on the profile of Lee Other: https://www.linkedin.com/in/lee-other/ (set there on March 14, 2021, seen there on August 2, 2026)
- On the profile that invited me it was set on October 30, 2026.
- A reverse image search on November 19, 2026 showed this photo under another name.

Please review whether this profile shows the person it names.`,
  );
});

test('a profile that the user found is linked, and nothing but a profile', () => {
  const photo = /** @type {import('../../extension/shapes').PhotoView} */ (view().photo);
  const found = (/** @type {string} */ answerProfile) =>
    reportText(view({ photo: { ...photo, answerProfile }, reasons: [reason('photo-check-other-name', { time: 0 })] }));
  assert.match(
    found('https://www.linkedin.com/in/real-person/'),
    /under another name\. https:\/\/www\.linkedin\.com\/in\/real-person\/$/m,
  );
  assert.ok(!found('https://evil.example/in/real-person/').includes('evil'));
});

test('pages that a search found are named only where the user confirmed that they show the same photo', () => {
  const photo = /** @type {import('../../extension/shapes').PhotoView} */ (view().photo);
  const page = (
    /** @type {string} */ url,
    /** @type {Partial<import('../../extension/shapes').SearchResult>} */ more = {},
  ) => ({
    url,
    site: '',
    title: 'A \u202etitle',
    kind: /** @type {const} */ ('other-profile'),
    name: '',
    struck: false,
    confirmed: /** @type {boolean | null} */ (true),
    ...more,
  });
  const found = [
    page('https://www.linkedin.com/in/real-person/'),
    page('https://www.linkedin.com/in/real-person/'),
    page('https://firm.example/team', { kind: 'other-name' }),
    page('javascript:alert(1)'),
    page('https://www.linkedin.com/in/open/', { confirmed: null }),
    page('https://www.linkedin.com/in/struck/', { struck: true }),
    page('https://same.example/', { kind: 'same-name' }),
  ];
  const text = reportText(
    view({
      photo: {
        ...photo,
        searches: [{ engine: 'bing', at: Date.UTC(2026, 10, 19, 12), outcome: 'results', count: found.length, found }],
      },
    }),
  );
  assert.deepEqual(
    text.split('\n').filter((line) => line.startsWith('- ')),
    [
      '- A reverse image search on November 19, 2026 showed this photo under another name. https://www.linkedin.com/in/real-person/',
      '- A reverse image search on November 19, 2026 showed this photo under another name. https://firm.example/team',
    ],
  );
});

test('a similar photo is not called the same, and an unknown date is left out', () => {
  const text = reportText(view({ twins: [twin({ nearExact: false, setAt: null })] }));
  assert.match(text, /A very similar photo is on the profile of Lee Other: \S+ \(seen there on August 2, 2026\)/);
});

test('without observations it claims nothing, and offers what LinkedIn asks for', () => {
  const text = reportText(view({ verdict: 'accept-safe', photo: null }));
  assert.match(text, /^What I suspect \(delete what does not apply\): a fake account \/ a scam or fraud \/ spam$/m);
  assert.ok(!text.includes('What I saw'));
});

test('a scam note is stated by its words, and by the others who sent it', () => {
  const text = reportText(
    view({
      verdict: 'unchecked',
      photo: null,
      reasons: [
        reason('note-presses', { name: 'guaranteed profit\n- on \u202eWhatsApp' }),
        reason('note-copied', { count: 2 }),
      ],
    }),
  );
  assert.match(
    text,
    /^What I saw:\n- The note with the invitation contains the words “guaranteed profit - on WhatsApp”\.\n- 2 other inviters sent the same personal note\.$/m,
  );
  assert.ok(!/What I suspect|[\u2066-\u2069\u202e]/.test(text));
});

test('observations besides photos are stated, except those in favour of the person', () => {
  const text = reportText(
    view({
      reasons: [
        reason('name-contradicts-address', { name: 'other-lee' }),
        reason('headline-copied', { count: 1 }),
        reason('photo-shows-no-person'),
        reason('verified'),
        reason('too-little-known'),
      ],
    }),
  );
  assert.equal([...text.matchAll(/^- /gm)].length, 3, text);
  assert.ok(/other-lee/.test(text) && !/verified/.test(text) && !/[\u2066-\u2069]/.test(text));
});

test('the user’s own opinion is stated as theirs, after the observations', () => {
  const said = reportText(view({ opinion: 'fake', photo: null, reasons: [reason('said-fake', { time: 0 })] }));
  assert.match(said, /^What I saw:\n- I believe that this is a fake account\.$/m);
  assert.ok(reportText(view({ opinion: 'fake', twins: [twin()] })).match(/The same photo[^\n]*\n[^\n]*\n- I believe/));
  assert.ok(!/believe/.test(reportText(view({ opinion: 'known' }))));
});

test('it contains no verdict, whatever the verdict is', () => {
  for (const verdict of /** @type {const} */ (['likely-fake', 'suspicious', 'accept-safe', 'unchecked'])) {
    assert.ok(!/fake|fraud|suspicious|scam|impersonat/i.test(reportText(view({ verdict, twins: [twin()] }))));
  }
});

test('hostile names and many twins leave it plain and short', () => {
  const name = `\u202eEvil\n- The same photo is on`.repeat(500);
  const text = reportText(
    view({
      name,
      profileUrl: 'javascript:alert(1)',
      twins: Array.from({ length: 500 }, () => twin({ name, profileUrl: 'https://evil.example/in/x' })),
    }),
  );
  assert.ok(text.length < 2500, String(text.length));
  assert.ok(!/[\u202a-\u202e\u2066-\u2069]/.test(text));
  assert.ok(!text.includes('javascript:') && !text.includes('evil.example'));
  assert.equal(text.split('\n').length, 6 + 1 + 5 + 1);
});

test('only profiles on LinkedIn are linked', () => {
  for (const url of [
    'https://www.linkedin.com/in/x',
    'https://de.linkedin.com/in/x/de/',
    'https://linkedin.com/in/ACoAAB',
  ])
    assert.ok(profileUrlOf(url), url);
  for (const url of [
    '',
    'http://www.linkedin.com/in/x',
    'https://www.linkedin.com/company/x',
    'https://linkedin.com.evil.example/in/x',
    'https://evil.example/in/x',
    'javascript:x',
    'https://www.linkedin.com@evil.example/in/x',
  ])
    assert.equal(profileUrlOf(url), null, url);
});

test('a pasted link may lack its scheme, and have spaces around it', () => {
  for (const [text, url] of [
    ['linkedin.com/in/x', 'https://linkedin.com/in/x'],
    ['  www.linkedin.com/in/x/ \n', 'https://www.linkedin.com/in/x/'],
    ['uk.linkedin.com/in/x', 'https://uk.linkedin.com/in/x'],
    ['http://www.linkedin.com/in/x', 'https://www.linkedin.com/in/x'],
    ['//www.linkedin.com/in/x', 'https://www.linkedin.com/in/x'],
    ['WWW.LinkedIn.com/in/Lee', 'https://www.linkedin.com/in/Lee'],
    ['https://www.linkedin.com/in/x?trk=a', 'https://www.linkedin.com/in/x?trk=a'],
    ['\u200bhttps://de.linkedin.com/in/x\ufeff', 'https://de.linkedin.com/in/x'],
    ['www.linkedin.com/in/jos%C3%A9', 'https://www.linkedin.com/in/jos%C3%A9'],
  ]) {
    assert.equal(pastedLink(text), url);
    assert.ok(profileUrlOf(pastedLink(text)), text);
  }
  for (const text of [
    '',
    'x',
    'linkedin.com',
    'linkedin.com/company/x',
    'linkedin.com.evil.example/in/x',
    'evil.example/linkedin.com/in/x',
    'notlinkedin.com/in/x',
    'ftp://linkedin.com/in/x',
    'javascript:linkedin.com/in/x',
    'linkedin.com@evil.example/in/x',
    'see linkedin.com/in/x',
  ])
    assert.equal(profileUrlOf(pastedLink(text)), null, text);
});

test('of the time a card was last read only the day is shown', () => {
  const noon = view({ lastSeen: Date.UTC(2026, 10, 20, 12) });
  assert.equal(asShown(noon), asShown(view({ lastSeen: Date.UTC(2026, 10, 20, 12, 1) })));
  assert.notEqual(asShown(noon), asShown(view({ lastSeen: Date.UTC(2026, 10, 21, 12) })));
  assert.notEqual(asShown(noon), asShown(view({ ...noon, headline: 'Another' })));
});
