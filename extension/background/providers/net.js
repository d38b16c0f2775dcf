// The one place in JavaScript that uses the network: the picture from LinkedIn's photo host, and the provider
// that the user switched on.

import { isPhotoUrl } from '../../engines.js';

/** How long a request may take, in milliseconds. */
const PATIENCE = 30_000;
/** The largest picture, and the longest answer, in bytes. */
const LARGEST = 10_000_000;
const LONGEST = 5_000_000;

/**
 * What failed: `wrong-key`, `quota`, `unreachable` and `nonsense` concern the provider; `picture` this picture.
 * @typedef {'wrong-key' | 'quota' | 'unreachable' | 'nonsense' | 'picture'} Code
 */
export class ProviderError extends Error {
  /** @param {Code} code */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** @param {Response} response @param {number} most In bytes. @param {Code} code The error for a longer body. */
async function bytesOf(response, most, code) {
  const reader = response.body?.getReader();
  const parts = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > most) {
      void reader.cancel();
      throw new ProviderError(code);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** @param {unknown} error From an answer. @returns {string} Its text, shortened; empty where it is nested too deep. */
export function wordsOf(error) {
  try {
    return JSON.stringify(error ?? '').slice(0, 4000);
  } catch {
    return '';
  }
}

const QUIET = /** @type {const} */ ({
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  redirect: 'error',
  cache: 'no-store',
});

/** @param {string} url On LinkedIn's photo host. @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function pictureAt(url) {
  if (!isPhotoUrl(url)) throw new ProviderError('picture');
  try {
    const response = await fetch(url, { ...QUIET, signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok || !/^image\//i.test(response.headers.get('content-type') ?? ''))
      throw new ProviderError('picture');
    return await bytesOf(response, LARGEST, 'picture');
  } catch (error) {
    throw error instanceof ProviderError ? error : new ProviderError('unreachable');
  }
}

/**
 * Asks a provider. Whatever it answers is hostile until checked.
 * @param {string} url @param {BodyInit} body @param {Record<string, string>} [headers]
 * @returns {Promise<{ status: number, answer: any }>} `answer`: undefined where it is not JSON.
 */
export async function post(url, body, headers = {}) {
  let status = 0;
  let text = '';
  try {
    const response = await fetch(url, {
      ...QUIET,
      method: 'POST',
      body,
      headers,
      signal: AbortSignal.timeout(PATIENCE),
    });
    status = response.status;
    text = new TextDecoder().decode(await bytesOf(response, LONGEST, 'nonsense'));
  } catch (error) {
    throw error instanceof ProviderError ? error : new ProviderError('unreachable');
  }
  try {
    return { status, answer: JSON.parse(text) };
  } catch {
    return { status, answer: undefined };
  }
}
