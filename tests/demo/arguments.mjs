// The arguments of `./build.sh demo` and `./build.sh try`. As a program it only checks them: build.sh asks it before it
// builds anything.
//
//   node tests/demo/arguments.mjs demo|try ARGUMENT…

import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

export const RECEIVED = 'https://www.linkedin.com/mynetwork/invitation-manager/received/';

const USAGE = {
  demo: './build.sh demo [--browser chromium|firefox] [--headless]',
  try: './build.sh try PAGE.html [--url URL] [--photos DIR] [--browser chromium|firefox]',
};

/** @param {string} why @returns {never} */
function refuse(why) {
  console.error(why);
  process.exit(2);
}

/** @template T @param {string} command @param {string} what @param {() => T} read @returns {T} What was read, or the program ends. */
function readable(command, what, read) {
  try {
    return read();
  } catch (error) {
    return refuse(`${command}: ${what} cannot be read: ${/** @type {Error} */ (error).message}`);
  }
}

/** @template {import('node:util').ParseArgsConfig} T @param {'demo' | 'try'} command @param {T} config */
function parsed(command, config) {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuse(`${command}: ${/** @type {Error} */ (error).message}\nUsage: ${USAGE[command]}`);
  }
}

/** @param {'demo' | 'try'} command @param {string | undefined} browser @returns {'chromium' | 'firefox'} */
function browserOf(command, browser) {
  return browser === 'chromium' || browser === 'firefox' ? browser : refuse(`Usage: ${USAGE[command]}`);
}

/** @param {string[]} args */
export function demoArguments(args) {
  const { values } = parsed('demo', {
    args,
    options: { browser: { type: 'string', default: 'chromium' }, headless: { type: 'boolean', default: false } },
  });
  return { kind: browserOf('demo', values.browser), headless: values.headless };
}

/** Why a file cannot be shown as a page; empty: it can. @param {string} text @returns {string} */
export function whyNoPage(text) {
  if (text.trim() === '') return 'is empty';
  if (/^MIME-Version:/m.test(text.slice(0, 2000))) return 'is a web archive (MHTML): save the page as HTML';
  return !text.includes('\0') && /<(!doctype\s+html|html|head|body|main|div)\b/i.test(text) ? '' : 'is no page in HTML';
}

/** @param {string[]} args @returns The page's HTML and address, the photos' folder and what lies in it. */
export function tryArguments(args) {
  const { values, positionals } = parsed('try', {
    args,
    allowPositionals: true,
    options: {
      url: { type: 'string', default: RECEIVED },
      photos: { type: 'string' },
      browser: { type: 'string', default: 'chromium' },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) return refuse(`Usage: ${USAGE.try}`);
  const kind = browserOf('try', values.browser);
  const url = URL.canParse(values.url, RECEIVED) ? new URL(values.url, RECEIVED) : null;
  if (url?.host !== 'www.linkedin.com')
    return refuse(`try: the extension runs on www.linkedin.com, not on ${url?.host || values.url}`);
  const html = readable('try', file, () => readFileSync(file, 'utf8'));
  const { photos } = values;
  const names = photos ? readable('try', photos, () => readdirSync(photos)) : [];
  const why = whyNoPage(html);
  return why === '' ? { file, kind, url, html, photos, names } : refuse(`try: ${file} ${why}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [command, ...args] = process.argv.slice(2);
  if (command === 'try') tryArguments(args);
  else demoArguments(args);
}
