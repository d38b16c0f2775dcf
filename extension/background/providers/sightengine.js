// Sightengine, "genai": its score for a picture being generated. Weak evidence, whatever the score.

import { ProviderError, post, wordsOf } from './net.js';

const CHECK = 'https://api.sightengine.com/1.0/check.json';

/** @param {number} status @param {any} error @returns {import('./net.js').Code} */
function codeOf(status, error) {
  const words = wordsOf(error);
  if (status === 429 || /usage|limit|quota/i.test(words)) return 'quota';
  if (status === 401 || status === 403 || /auth|credential|api_user|api_secret/i.test(words)) return 'wrong-key';
  if (status >= 500) return 'unreachable';
  return /media|image/i.test(words) ? 'picture' : 'nonsense';
}

/**
 * @param {Uint8Array<ArrayBuffer>} picture @param {string[]} key
 * @returns {Promise<{ score: number }>} @throws {ProviderError}
 */
export async function ask(picture, [user, secret]) {
  const form = new FormData();
  form.set('media', new Blob([picture]), 'photo');
  form.set('models', 'genai');
  form.set('api_user', user);
  form.set('api_secret', secret);
  const { status, answer } = await post(CHECK, form);
  if (status !== 200 || answer?.status === 'failure') throw new ProviderError(codeOf(status, answer?.error));
  const score = answer?.type?.ai_generated;
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) throw new ProviderError('nonsense');
  return { score };
}
