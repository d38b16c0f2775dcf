// The cache of answers for redrawn cards: it returns the latest view, and is limited.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Answers } from '../../extension/content/answers.js';

/** @param {string} key @param {string} verdict @returns {any} */
const view = (key, verdict) => ({ key, verdict });
/** @param {string} key @returns {any} */
const seen = (key) => ({ kind: 'invitation', view: view(key, 'unchecked'), nameAt: 0, others: [] });

test('an answer comes back with the latest view of its invitation', () => {
  const answers = new Answers();
  const [one, other] = [seen('a'), seen('b')];
  answers.take('card a', one);
  answers.update([view('a', 'likely-fake')]);
  assert.equal(answers.latest(one).view.verdict, 'likely-fake');
  assert.equal(answers.latest(other), other, 'nothing else is known: the very same');
  assert.equal(answers.latest(null), null);
  const again = answers.latest(one);
  assert.equal(answers.latest(again), again, 'the latest view is not replaced by itself');
});

test('forgetting takes the answers and views of one invitation, or of all', () => {
  const answers = new Answers();
  for (const key of ['a', 'b']) {
    answers.take(`card ${key}`, seen(key));
    answers.update([view(key, 'suspicious')]);
  }
  answers.take('no invitation', { kind: 'not-an-invitation' });
  answers.forget(['a']);
  assert.deepEqual([answers.of('card a'), answers.of('card b')?.kind], [undefined, 'invitation']);
  assert.equal(answers.latest(seen('a')).view.verdict, 'unchecked');
  assert.equal(answers.latest(seen('b')).view.verdict, 'suspicious');
  answers.forget(null);
  assert.deepEqual([answers.of('card b'), answers.of('no invitation')], [undefined, undefined]);
  assert.equal(answers.latest(seen('b')).view.verdict, 'unchecked');
});

test('answers of cards that left the page long ago are dropped, those on it stay', () => {
  const answers = new Answers();
  const shown = Array.from({ length: 10 }, (_, i) => ({ read: `card ${i}`, seen: seen(`${i}`) }));
  for (let i = 0; i < 2000; i += 1) {
    answers.take(`card ${i}`, seen(`${i}`));
    answers.update([view(`${i}`, 'suspicious')]);
  }
  answers.trim(shown);
  assert.equal(answers.of('card 5')?.kind, 'invitation');
  assert.equal(answers.latest(seen('5')).view.verdict, 'suspicious');
  assert.equal(answers.of('card 15'), undefined);
  assert.equal(answers.latest(seen('15')).view.verdict, 'unchecked');
  assert.equal(answers.of('card 1999')?.kind, 'invitation', 'the last ones are kept');
});
