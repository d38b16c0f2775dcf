// build.sh names a wrong command or argument at once, in words, before anything is built.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { badgesOfAll } from '../demo/answers.mjs';
import { whyNoPage } from '../demo/arguments.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** @param {...string} args */
const said = (...args) => {
  const { status, stdout, stderr } = spawnSync('bash', ['build.sh', ...args], { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('a wrong command or argument is named, without a stack trace, and nothing is built', () => {
  /** @type {Array<[string[], RegExp]>} */
  const wrong = [
    [['nonsense'], /^build\.sh: there is no command "nonsense"\n/],
    [['try'], /^Usage: \.\/build\.sh try PAGE\.html/],
    [['try', '--colour', 'red'], /^try: Unknown option '--colour'/],
    [['try', 'nowhere.html'], /^try: nowhere\.html cannot be read: /],
    [['try', 'docs'], /^try: docs cannot be read: /],
    [
      ['try', 'README.md', '--url', 'https://www.example.org/'],
      /^try: the extension runs on www\.linkedin\.com, not on /,
    ],
    [['try', 'README.md', '--url', 'http://'], /^try: the extension runs on www\.linkedin\.com, not on http:/],
    [['try', 'README.md', '--photos', 'nowhere'], /^try: nowhere cannot be read: /],
    [['try', 'README.md'], /^try: README\.md is no page in HTML\n$/],
    [['try', '/dev/null'], /^try: \/dev\/null is empty\n$/],
    [['try', 'extension/icons/icon-16.png'], /^try: .* is no page in HTML\n$/],
    [['demo', '--browser', 'opera'], /^Usage: \.\/build\.sh demo /],
    [['test', 'nowhere.test.mjs'], /^build\.sh: nowhere\.test\.mjs is no file\.\n$/],
  ];
  for (const [args, expected] of wrong) {
    const { status, stdout, stderr } = said(...args);
    assert.ok(status, args.join(' '));
    assert.match(stderr, expected);
    assert.doesNotMatch(stderr + stdout, /\n {4}at |node:internal|Making|Installing/, args.join(' '));
  }
});

test('without a command it lists the commands', () => {
  for (const args of [[], ['help'], ['--help']]) {
    const { status, stdout } = said(...args);
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: \.\/build\.sh COMMAND\n {2}build /);
  }
});

test('a page is told from other files', () => {
  for (const page of ['<!DOCTYPE html><title>a</title>', '<!-- saved --><html lang="de">', '\n<div>a card</div>'])
    assert.equal(whyNoPage(page), '', page);
  assert.equal(whyNoPage(' \n'), 'is empty');
  assert.match(whyNoPage('From: <Saved by Blink>\nMIME-Version: 1.0\n\n<html>'), /MHTML/);
  for (const other of ['{"a": 1}', 'a < b', '<?xml version="1.0"?><svg/>', '\0<html>'])
    assert.equal(whyNoPage(other), 'is no page in HTML', other);
});

test('badges are read once every invitation has one, and those that are there if others do not come', async () => {
  const items = [{}, {}];
  const own = /** @type {any} */ ({ evaluate: async () => ({ ok: { items } }) });
  /** @param {number[]} counts How many badges are found, one look after the other; the last repeats. */
  const stage = (counts) => ({
    badges: async () => /** @type {any[]} */ (Array(counts.length > 1 ? counts.shift() : counts[0]).fill({})),
  });
  const page = /** @type {any} */ ({});
  const late = await badgesOfAll(stage([0, 1, 2]), page, own);
  assert.deepEqual([late.badges.length, late.isWhole], [2, true]);
  const never = await badgesOfAll(stage([1]), page, own, 1);
  assert.deepEqual([never.badges.length, never.isWhole], [1, false]);
});
