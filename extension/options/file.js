// The memory as a file: one JSON object with a list for each kind, one record per line, so that files of any length are
// written and read in parts. A file with another layout is read too, if it fits in memory.

import { Refusal } from '../messages.js';

/** The lists in the order of the file, with the core's name for a record of each. */
const LISTS = {
  photos: 'photo',
  sightings: 'sighting',
  checks: 'check',
  opinions: 'opinion',
  comparings: 'comparing',
  searches: 'searched',
  accounts: 'account',
};
/** @type {Record<string, string>} */
const LIST_OF = Object.fromEntries(Object.entries(LISTS).map(([list, kind]) => [kind, list]));

/** The name of the format, as in the core (transfer.rs). */
const FORMAT = 'vouchsafe-memory';
/** How an export begins, in any layout: a file that breaks off later is a damaged export, not another kind of file. */
const BEGIN = new RegExp(`^\\s*\\{\\s*"format"\\s*:\\s*"${FORMAT}"`);
/** Files up to this many bytes are parsed as a whole. */
const MAX_WHOLE_BYTES = 64_000_000;
/** The longest a line may be, in UTF-16 units: a photo's has some 3,000, one with eight full searches at most 90,000. */
const LONGEST_LINE = 100_000;

/** Takes the core's lines, and gives the file's text. */
export class Writer {
  /** The list being written, if any. */
  #list = '';
  #isFirst = true;
  #goals = '{}';
  #settings = '';

  /** @param {Record<string, any>} line A line of the core. @returns {string} The text to add to the file. */
  write(line) {
    const [[kind, value]] = Object.entries(line);
    if (kind === 'memory') return `{"format":${JSON.stringify(value.format)},"version":${Number(value.version)},\n`;
    if (kind === 'goals') this.#goals = JSON.stringify(value);
    if (kind === 'settings') this.#settings = `"settings":${JSON.stringify(value)},\n`;
    if (kind === 'end') return `${this.#open('')}${this.#settings}"goals":${this.#goals}}\n`;
    const list = LIST_OF[kind];
    if (!list) return '';
    const opened = this.#open(list);
    const comma = this.#isFirst ? '' : ',\n';
    this.#isFirst = false;
    return `${opened}${comma}${JSON.stringify(value)}`;
  }

  /** Closes the lists before this one, adding empty ones, and opens it. @param {string} list '' after the last. */
  #open(list) {
    if (list === this.#list && list !== '') return '';
    let text = this.#list === '' ? '' : '\n],\n';
    const names = Object.keys(LISTS);
    const from = names.indexOf(this.#list) + 1;
    for (const name of names.slice(from, list === '' ? names.length : names.indexOf(list))) text += `"${name}":[],\n`;
    this.#list = list;
    this.#isFirst = true;
    return list === '' ? text : `${text}"${list}":[\n`;
  }
}

/**
 * A file as the core reads it: one JSON object per line, with the header first and a count last.
 * @param {Blob} file @param {(settings: unknown) => void} [onSettings] Called with the settings in it, which are not the core's.
 * @returns {AsyncGenerator<{ line: string, read: number }>} `read`: the share of the file that was read, from 0 to 1.
 */
export async function* linesOf(file, onSettings = () => {}) {
  let count = 0;
  for await (const one of file.size <= MAX_WHOLE_BYTES
    ? wholeLines(await file.text(), onSettings)
    : streamedLines(file, onSettings)) {
    count += 1;
    yield one;
  }
  yield { line: JSON.stringify({ end: count }), read: 1 };
}

/** @param {string} text @param {(settings: unknown) => void} onSettings */
function* wholeLines(text, onSettings) {
  /** @type {any} */
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Refusal(BEGIN.test(text) ? 'import-broken' : 'import-not-json');
  }
  if (file?.format !== FORMAT) throw new Refusal('import-other-file');
  const { format, version, goals, settings, ...lists } = file;
  if (settings !== undefined) onSettings(settings);
  yield {
    line: JSON.stringify({
      memory: {
        format,
        version: Number.isSafeInteger(version) && version >= 0 ? version : 0,
      },
    }),
    read: 0,
  };
  if (Object.keys(lists).some((name) => !Object.hasOwn(LISTS, name))) throw new Refusal('import-broken');
  const all = Object.values(lists).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 1);
  let done = 0;
  for (const [list, kind] of Object.entries(LISTS)) {
    const records = Object.hasOwn(lists, list) ? lists[list] : [];
    if (!Array.isArray(records)) throw new Refusal('import-broken');
    for (const record of records) yield { line: lineOf({ [kind]: record }), read: (done += 1) / all };
  }
  if (goals !== undefined) yield { line: lineOf({ goals }), read: 1 };
}

/** @param {object} record @returns {string} */
function lineOf(record) {
  try {
    return JSON.stringify(record);
  } catch {
    // Nested too deep.
    throw new Refusal('import-broken');
  }
}

/** @param {Blob} file In the layout of {@link Writer}. @param {(settings: unknown) => void} onSettings */
async function* streamedLines(file, onSettings) {
  let list = '';
  let isBegun = false;
  let isEnded = false;
  for await (const { text: line, read } of textLines(file)) {
    const text = line.trim();
    if (text === '') continue;
    if (isEnded) throw new Refusal('import-broken');
    const opened = /^"(\w+)":\[(\],)?$/.exec(text)?.[1];
    if (text.startsWith('{"format":') && !isBegun) {
      if (!BEGIN.test(text)) throw new Refusal('import-other-file');
      isBegun = true;
      yield { line: `{"memory":${text.replace(/,$/, '}')}}`, read };
    } else if (text === '],') list = '';
    else if (opened !== undefined) {
      if (!Object.hasOwn(LISTS, opened)) throw new Refusal('import-broken');
      list = text.endsWith('],') ? '' : opened;
    } else if (text.startsWith('"settings":') && list === '') onSettings(settingsOf(text));
    else if (text.startsWith('"goals":')) {
      isEnded = true;
      yield { line: `{${text}`, read };
    } else if (list !== '')
      yield { line: `{"${LISTS[/** @type {keyof typeof LISTS} */ (list)]}":${text.replace(/,$/, '')}}`, read };
    // A file with another layout is read only as a whole.
    else throw new Refusal(isBegun ? 'import-broken' : 'import-too-large');
  }
  if (!isEnded) throw new Refusal('import-broken');
}

/** @param {string} text A line of its own. */
function settingsOf(text) {
  try {
    return JSON.parse(`{${text.replace(/,$/, '')}}`).settings;
  } catch {
    throw new Refusal('import-broken');
  }
}

/** @param {Blob} file */
async function* textLines(file) {
  const decoder = new TextDecoder();
  const reader = file.stream().getReader();
  let rest = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + (done ? decoder.decode() : decoder.decode(value, { stream: true }))).split('\n');
    bytes += value?.byteLength ?? 0;
    rest = done ? '' : (lines.pop() ?? '');
    if (rest.length > LONGEST_LINE) throw new Refusal('import-too-large');
    for (const text of lines) yield { text, read: bytes / file.size };
    if (done) return;
  }
}
