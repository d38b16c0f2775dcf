// build.sh names a wrong command or argument at once, in words, before anything is built.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

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
