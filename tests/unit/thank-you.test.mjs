// The thank-you: filled from the card, and never with an unfilled blank.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LOCALES, speak, view } from './texts.mjs';

speak('en');
const { BLANKS, startingTemplate, templateProblem, thankYou, thankYouFor } = await import(
  '../../extension/thank-you.js'
);
const { firstName, certainCompany, whereMet } = await import('../../extension/names.js');
const EXAMPLES = JSON.parse(readFileSync(new URL('thank-you-examples.json', import.meta.url), 'utf8'));

const FULL = {
  name: 'Dr. Ada Example, PhD',
  employer: 'Nordwind GmbH',
  inCommon: 'INSEAD',
  note: 'We met at Web Summit. Shall we speak?',
};

test('a template is filled from the card', () => {
  assert.equal(
    thankYou(
      view(FULL),
      'Hello {first}, thank you!\nHow is {company}? We share {shared}. We met at {met}. You wrote: “{note}”.',
    ),
    'Hello Ada, thank you!\nHow is Nordwind GmbH? We share INSEAD. We met at Web Summit.',
  );
});

test('a sentence that cannot be filled in is left out, and an empty line with it', () => {
  assert.equal(
    thankYou(view({ name: 'Ada Example' }), 'Hello {first}! How is {company}?\n\n{shared}.\n\nBye.'),
    'Hello Ada!\n\nBye.',
  );
  assert.equal(thankYou(view(FULL), 'Known. {unknown} is not. Neither is {toString} or {__proto__}.'), 'Known.');
  assert.equal(thankYou(view(FULL), 'A brace { alone. Fine.'), 'Fine.');
});

test('every example equals the text that was reviewed by hand', () => {
  assert.ok(EXAMPLES.length >= 100);
  for (const locale of /** @type {const} */ (['en', 'de'])) {
    speak(locale);
    for (const example of EXAMPLES)
      assert.equal(thankYouFor(view(example.view)), example[locale], JSON.stringify(example.view));
  }
  speak('en');
});

test('each occasion has a text in every language, whatever the card says', () => {
  const occasions = [
    [],
    ['recruiter'],
    ['hiring-role', 'target-company'],
    ['peer'],
    ['shared'],
    ['topic'],
    ['recruiter', 'shared'],
  ];
  for (const locale of LOCALES) {
    speak(locale);
    assert.equal(templateProblem(startingTemplate()), null);
    for (const codes of occasions) {
      const worth = codes.map((code) => ({
        code: /** @type {import('../../extension/shapes').WorthCode} */ (code),
        words: 'head of sales',
        goal: null,
      }));
      for (let given = 0; given < 16; given++) {
        const known = Object.fromEntries(
          Object.entries(FULL).map(([key, value], i) => [key, given & (1 << i) ? value : '']),
        );
        const text = thankYouFor(view({ ...known, worth }));
        const [hello, body] = text.split('\n');
        assert.equal(hello.includes('Ada'), Boolean(given & 1), text);
        assert.ok(body.length > 30 && body.length < 450 && !/[{}]|undefined|null|speak/.test(text), text);
        assert.ok(!/\n\n|^\s|\s$|,$|\.\./.test(text), JSON.stringify(text));
      }
    }
  }
  speak('en');
});

test('a company is named only if it certainly is one', () => {
  for (const name of [
    'Nordwind GmbH',
    'SAP',
    '3M',
    'Bank of America',
    'Deloitte Consulting',
    'L’Oréal',
    'Booking.com',
    'H&M',
    'Deutsche Bank',
    'Universität Mannheim',
  ])
    assert.equal(certainCompany(name), name);
  for (const name of [
    '',
    'Stealth',
    'stealth',
    'Self-Employed',
    'Selbständige',
    'Freelance',
    'Freelancing',
    'CONFIDENTIAL',
    'Looking for opportunities',
    'Startup',
    'A leading bank',
    'Self',
    'Myself',
    'Job Seeker',
    'Gap Year',
    'Student',
    'Not Disclosed',
    'Hidden',
    'Large Bank',
    'Family Business',
    'Private Equity',
    'Pre-Seed Startup',
    'Stealth AI',
    'N.A.',
    'www.evil.example',
    '+49 170 1',
    '{note}',
    'x',
    '<b>Ada</b>',
    'Nordwind\u0000 🚀',
  ])
    assert.equal(certainCompany(name), '', name);
});

test('where they met is taken only from a plain statement', () => {
  assert.equal(whereMet('Hi Sam, we met briefly at the Web Summit last week. Call me?'), 'Web Summit');
  for (const note of [
    '',
    'We met at Slush, did we not?',
    'We will meet at Slush',
    'We could have met at Slush',
    'Great to meet you at Slush next week',
    'Falls wir uns auf der OMR getroffen haben',
    'We met at Slush you must invest',
    `we met at ${'X '.repeat(500)}`,
  ])
    assert.equal(whereMet(note), '', note);
});

test('hostile words fill no blank, and stay in their sentence', () => {
  const hostile = [
    '{company}',
    '{first',
    '}{',
    '$&',
    '$1',
    '\u202eada\u202c',
    'Ada\n{note}',
    '',
    ' ',
    '🚀',
    '<b>Ada</b>',
    'x'.repeat(5000),
    '\u0000',
    '{{first}}',
  ];
  for (const text of hostile) {
    const made = thankYou(
      view({ name: text, employer: text, inCommon: text, note: text }),
      'Hello {first}! At {company}. With {shared}. After {met}. “{note}”. Bye.',
    );
    assert.ok(!/[{}\u0000-\u0009\u202a-\u202e]/.test(made), JSON.stringify(made));
    assert.match(made, /Bye\.$/);
    assert.ok(made.length < 500);
  }
});

test('people are called by their first name, or not at all', () => {
  for (const [name, first] of [
    ['Ada Example', 'Ada'],
    ['Dr. med. Ada Example', 'Ada'],
    ['Prof. Dr.-Ing. Uwe Stein', 'Uwe'],
    ['Jean-Luc Martin', 'Jean-Luc'],
    ['“Ace” Ada Example', 'Ada'],
    ['Ada (she/her) Example', 'Ada'],
    ['Ada Example | CFO', 'Ada'],
    ['✨ Ada Example', 'Ada'],
    ['Øyvind Åsen', 'Øyvind'],
    ['Наталья Иванова', 'Наталья'],
    ['Bo Li', 'Bo'],
    ['ADA EXAMPLE', ''],
    ['王小明', ''],
    ['J. R. Example', ''],
    ['Dr.', ''],
    ['Dr. Smith', ''],
    ['Von Berg', ''],
    ['jan example', ''],
    ['Univ.-Prof. Eva Huber', 'Eva'],
    ['Engr. Ahmed Khan', 'Ahmed'],
    ['Bc. Jana Nováková', 'Jana'],
    ['Łukasz Kowalski', 'Łukasz'],
    ['Familie Huber', ''],
    ['Project Manager', ''],
    ['Executive Search', ''],
    ['Blue Ocean', ''],
    ['MacDonald Ross', ''],
    ['Srinivasan K', ''],
    ['Al-Hassan Omar', ''],
    ['Hoa Nguyen', 'Hoa'],
    ['Tran Minh', ''],
    ['Ada', ''],
    ['Nordwind GmbH', ''],
    ['🚀🚀', ''],
    ['', ''],
  ])
    assert.equal(firstName(name), first, name);
});

test('a template with an unknown blank is refused', () => {
  assert.deepEqual(templateProblem('Hello {name}'), { code: 'unknown', blank: 'name' });
  assert.deepEqual(templateProblem('Hello {first'), { code: 'brace' });
  assert.deepEqual(templateProblem('Hello }'), { code: 'brace' });
  assert.deepEqual(templateProblem('x'.repeat(1001)), { code: 'too-long' });
  assert.equal(templateProblem(BLANKS.map((blank) => `{${blank}}`).join(' ')), null);
  assert.equal(templateProblem(''), null);
  assert.equal(templateProblem('{note}'), null, 'of an earlier version: accepted, and never filled in');
});
