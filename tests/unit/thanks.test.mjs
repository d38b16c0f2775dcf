// The thank-you: filled in from the card, and never with anything left to fill in.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES, messagesOf, speak, view } from './texts.mjs';

speak('en');
const { BLANKS, firstName, templateProblem, thankYou } = await import('../../extension/thanks.js');

const FULL = { name: 'Dr. Ada Example, PhD', employer: 'Nordwind GmbH', inCommon: 'INSEAD', note: 'I liked your talk. Shall we speak?' };

test('a template is filled with what the card says', () => {
  assert.equal(
    thankYou(view(FULL), 'Hello {first}, thank you!\nHow is {company}? We share {shared}. You wrote: “{note}”.'),
    'Hello Ada, thank you!\nHow is Nordwind GmbH? We share INSEAD. You wrote: “I liked your talk”.',
  );
});

test('a sentence that cannot be filled in is left out, and an empty line with it', () => {
  assert.equal(thankYou(view({ name: 'Ada Example' }), 'Hello {first}! How is {company}?\n\n{shared}.\n\nBye.'), 'Hello Ada!\n\nBye.');
  assert.equal(thankYou(view(FULL), 'Known. {unknown} is not. Neither is {toString} or {__proto__}.'), 'Known.');
  assert.equal(thankYou(view(FULL), 'A brace { alone. Fine.'), 'Fine.');
});

test('the templates of all languages are filled in whatever the card says', () => {
  for (const locale of LOCALES) {
    const template = messagesOf(locale).thanks_template.message;
    assert.equal(templateProblem(template), null);
    for (let given = 0; given < 16; given++) {
      const known = Object.fromEntries(Object.entries(FULL).map(([key, value], i) => [key, given & (1 << i) ? value : '']));
      const text = thankYou(view(known), template);
      assert.ok(text.length > 20 && !/[{}]|undefined|null/.test(text), text);
      assert.ok(!/\n\n|^\s|\s$|,$/.test(text), JSON.stringify(text));
    }
  }
});

test('hostile words fill nothing in, and stay in their sentence', () => {
  const hostile = ['{company}', '{first', '}{', '$&', '$1', '\u202eada\u202c', 'Ada\n{note}', '', ' ', '🚀', '<b>Ada</b>', 'x'.repeat(5000), '\u0000', '{{first}}'];
  for (const text of hostile) {
    const made = thankYou(view({ name: text, employer: text, inCommon: text, note: text }), 'Hello {first}! At {company}. With {shared}. “{note}”. Bye.');
    assert.ok(!/[{}\u0000-\u0009\u202a-\u202e]/.test(made), JSON.stringify(made));
    assert.match(made, /Bye\.$/);
    assert.ok(made.length < 500);
  }
});

test('people are called by their first name, or not at all', () => {
  for (const [name, first] of [
    ['Ada Example', 'Ada'], ['Dr. med. Ada Example', 'Ada'], ['Prof. Dr.-Ing. Uwe Stein', 'Uwe'], ['ADA EXAMPLE', 'Ada'], ['ANNA-LENA Voß', 'Anna-Lena'],
    ['Jean-Luc Martin', 'Jean-Luc'], ['“Ace” Ada Example', 'Ada'], ['Ada (she/her) Example', 'Ada'], ['Ada Example | CFO', 'Ada'], ['✨ Ada Example', 'Ada'],
    ['Øyvind Åsen', 'Øyvind'], ['Наталья Иванова', 'Наталья'], ['王小明', '王小明'], ['J. R. Example', ''], ['Dr.', ''], ['🚀🚀', ''], ['', ''], ['Bo Li', 'Bo'],
  ]) assert.equal(firstName(name), first, name);
});

test('a template with something that nothing fills in is refused', () => {
  assert.deepEqual(templateProblem('Hello {name}'), { code: 'unknown', blank: 'name' });
  assert.deepEqual(templateProblem('Hello {first'), { code: 'brace' });
  assert.deepEqual(templateProblem('Hello }'), { code: 'brace' });
  assert.deepEqual(templateProblem('x'.repeat(1001)), { code: 'too-long' });
  assert.equal(templateProblem(BLANKS.map((blank) => `{${blank}}`).join(' ')), null);
  assert.equal(templateProblem(''), null);
});
