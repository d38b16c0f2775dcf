// The memory as a file: a written file is read, whole and in parts, and other files are refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { speak } from './texts.mjs';

speak('en');
const { Writer, linesOf } = await import('../../extension/options/file.js');

const photo = (/** @type {number} */ n) => ({
  photo: { address: `https://media.licdn.com/${n}`, side: 100, lastSeen: n, rendition: null },
});
const LINES = [
  { memory: { format: 'vouchsafe-memory', version: 2 } },
  photo(1),
  photo(2),
  photo(3),
  { sighting: { profile: 'kim', name: 'Kim "K" Sample\n', photo: 'A' } },
  { opinion: { profile: 'kim', says: 'known', at: 1 } },
  { goals: { companies: ['Nordwind'] } },
  { end: 7 },
];

/** @param {unknown[]} lines */
function written(lines) {
  const writer = new Writer();
  return lines.map((line) => writer.write(/** @type {any} */ (line))).join('');
}

/** @param {Blob} file */
async function read(file) {
  const lines = [];
  let last = 0;
  for await (const { line, read } of linesOf(file)) {
    lines.push(JSON.parse(line));
    assert.ok(read >= last && read <= 1, 'progress goes on');
    last = read;
  }
  return lines;
}

/** A file that says it is too long to be parsed as a whole, given in pieces. @param {string} text @param {number} [piece] */
function long(text, piece = 7) {
  const bytes = new TextEncoder().encode(text);
  const stream = () =>
    new ReadableStream({
      start(to) {
        for (let at = 0; at < bytes.length; at += piece) to.enqueue(bytes.slice(at, at + piece));
        to.close();
      },
    });
  return /** @type {Blob} */ (/** @type {unknown} */ ({ size: 1e9, stream }));
}

test('a written file is one JSON object, and is read line by line in any layout', async () => {
  const text = written(LINES);
  const file = JSON.parse(text);
  assert.deepEqual(
    [file.version, file.photos.length, file.sightings.length, file.checks, file.goals.companies],
    [2, 3, 1, [], ['Nordwind']],
  );
  for (const laid of [text, JSON.stringify(file), JSON.stringify(file, null, 2)])
    assert.deepEqual(await read(new Blob([laid])), LINES);
  const odd = `\ufeff\n${text.replaceAll('\n', '\r\n')} \r\n\n`;
  assert.deepEqual(await read(new Blob([odd])), LINES);
  for (const piece of [1, 7, 100_000])
    for (const laid of [text, odd]) assert.deepEqual(await read(long(laid, piece)), LINES);
});

test('an empty memory is a file too', async () => {
  const text = written([LINES[0], { end: 1 }]);
  const lines = [LINES[0], { goals: {} }, { end: 2 }];
  assert.deepEqual(await read(new Blob([text])), lines);
  assert.deepEqual(await read(long(text)), lines);
});

test('other files are refused', async () => {
  const text = written(LINES);
  for (const [file, code] of /** @type {Array<[Blob, string]>} */ ([
    [new Blob(['not json']), 'import-not-json'],
    [new Blob(['']), 'import-not-json'],
    [new Blob(['{"name": "vouchsafe", "version": ']), 'import-not-json'],
    [new Blob([text.slice(0, -20)]), 'import-broken'],
    [new Blob([`\ufeff ${JSON.stringify(JSON.parse(text), null, 2).slice(0, -20)}`]), 'import-broken'],
    ...['[1]', 'null', '"text"', '{}', '{"name":"vouchsafe","version":"1.0.0"}', '{"format":"other","version":2}'].map(
      (other) => [new Blob([other]), 'import-other-file'],
    ),
    [new Blob([`${text}{}`]), 'import-broken'],
    [new Blob([text.replace('"photos"', '"fotos"')]), 'import-broken'],
    [new Blob([text.replace(/"photos":\[/, '"photos":{"a":[')]), 'import-broken'],
    [new Blob(['{"format":"vouchsafe-memory","version":2,"photos":{}}']), 'import-broken'],
    [
      new Blob([`{"format":"vouchsafe-memory","version":2,"photos":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`]),
      'import-broken',
    ],
    [long(text.slice(0, -40)), 'import-broken'],
    [long(text.replace('"photos"', '"fotos"')), 'import-broken'],
    [long(text.replace('vouchsafe-memory', 'other')), 'import-other-file'],
    [long('x'.repeat(300_000), 1000), 'import-too-large'],
    [long(`${text}{}`), 'import-broken'],
  ]))
    await assert.rejects(read(file), (error) => {
      assert.equal(/** @type {any} */ (error).code, code, String(error));
      return true;
    });
});

test('a format that is not text is another one', async () => {
  for (const format of ['{"toString":1}', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'null'])
    await assert.rejects(
      read(new Blob([`{"format":${format},"version":2}`])),
      /** @param {any} error */ (error) => error.code === 'import-other-file',
      format.slice(0, 20),
    );
});

test('the settings are in the file, are read in any layout, and are not sent to the core', async () => {
  const settings = { badges: true, thanks: 'Hello {first},\n"hi"' };
  const text = written([{ settings }, ...LINES]);
  for (const file of [new Blob([text]), new Blob([JSON.stringify(JSON.parse(text), null, 2)]), long(text)]) {
    /** @type {unknown[]} */
    const found = [];
    const lines = [];
    for await (const { line } of linesOf(file, (one) => found.push(one))) lines.push(JSON.parse(line));
    assert.deepEqual([found, lines], [[settings], LINES]);
  }
});
