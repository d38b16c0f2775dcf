// Google Cloud Vision, web detection: the pages that show the picture. The picture itself is sent, not its address.

import { base64 } from '../base64.js';
import { ProviderError, post, wordsOf } from './net.js';

/** @typedef {import('../../shapes').Hit} Hit */

const URL_OF = 'https://vision.googleapis.com/v1/images:annotate?key=';
/** The most results that are asked for. */
const MOST = 100;
/** The longest address and title that are taken, in UTF-16 units. */
const LONGEST_URL = 4000;
const LONGEST_TITLE = 500;
/** Google's codes in an answer: https://cloud.google.com/apis/design/errors. @type {Map<unknown, import('./net.js').Code>} */
const CODES = new Map([
  [3, 'picture'],
  [4, 'unreachable'],
  [7, 'wrong-key'],
  [8, 'quota'],
  [9, 'wrong-key'],
  [13, 'unreachable'],
  [14, 'unreachable'],
  [16, 'wrong-key'],
]);

const NAMED = /** @type {Record<string, string>} */ ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' });

/** Its titles may hold HTML. @param {unknown} html */
export const titleOf = (html) =>
  String(typeof html === 'string' ? html : '')
    .slice(0, LONGEST_TITLE * 8)
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : parseInt(hex, 16);
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    })
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_TITLE);

/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : []);
/** @param {any} one */
const hasUrl = ({ url }) => typeof url === 'string' && /^https?:\/\//i.test(url) && url.length <= LONGEST_URL;

/** @param {any} web `webDetection` of an answer. @returns {Hit[]} Pictures that are only similar are left out. */
export function hitsOf(web) {
  /** @type {Map<string, Hit>} */
  const hits = new Map();
  for (const page of list(web.pagesWithMatchingImages)) {
    if (!hasUrl(page)) continue;
    const same = list(page.fullMatchingImages).length > 0 || list(page.partialMatchingImages).length > 0;
    hits.set(page.url, { url: page.url, title: titleOf(page.pageTitle), same });
  }
  // Pictures without a page: the site they are on may tell whose they are. A picture on LinkedIn's own host tells
  // nothing.
  for (const { url } of list(web.fullMatchingImages).filter(hasUrl)) {
    if (!hits.has(url) && !/^https?:\/\/[^/]*\.licdn\.(com|cn)\//i.test(url))
      hits.set(url, { url, title: '', same: true });
  }
  return [...hits.values()].slice(0, 2 * MOST);
}

/** @param {number} status @param {any} error @returns {import('./net.js').Code} */
function codeOf(status, error) {
  const words = wordsOf(error);
  if (status === 429 || /RESOURCE_EXHAUSTED|rateLimit|quota/i.test(words)) return 'quota';
  // FAILED_PRECONDITION: the account is not set up for it, or not in this country.
  if (
    status === 401 ||
    status === 403 ||
    /API[_ ]?KEY|PERMISSION_DENIED|UNAUTHENTICATED|FAILED_PRECONDITION/i.test(words)
  )
    return 'wrong-key';
  if (status >= 500 || status === 408) return 'unreachable';
  if (status === 413) return 'picture';
  // An error in the request itself would occur for every picture.
  const isOfRequest = /Unknown name|Invalid JSON|Invalid value|fieldViolations/i.test(words);
  return status === 400 && /INVALID_ARGUMENT|image/i.test(words) && !isOfRequest ? 'picture' : 'nonsense';
}

/**
 * @param {Uint8Array} picture @param {string[]} key
 * @returns {Promise<{ hits: Hit[] }>} @throws {ProviderError}
 */
export async function ask(picture, [key]) {
  const body = JSON.stringify({
    requests: [{ image: { content: base64(picture) }, features: [{ type: 'WEB_DETECTION', maxResults: MOST }] }],
  });
  const { status, answer } = await post(URL_OF + encodeURIComponent(key), body, { 'content-type': 'application/json' });
  if (status !== 200) throw new ProviderError(codeOf(status, answer?.error));
  const [first] = Array.isArray(answer?.responses) ? answer.responses : [];
  if (typeof first !== 'object' || first === null) throw new ProviderError('nonsense');
  if (first.error) throw new ProviderError(CODES.get(first.error.code) ?? 'nonsense');
  // For a picture it does not know, the answer has no `webDetection`.
  const web = first.webDetection ?? {};
  if (typeof web !== 'object' || Array.isArray(web)) throw new ProviderError('nonsense');
  return { hits: hitsOf(web) };
}
