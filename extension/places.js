// The kind of LinkedIn page at an address: for the content script, and for the background's check of senders.

/**
 * `list`: received invitations; `preview`: a few of them among other things; `profile`: somebody's profile.
 * @typedef {'list' | 'preview' | 'profile' | 'other'} Surface
 */

/** @param {string} path @returns {Surface} */
export function surfaceOf(path) {
  if (/^\/mynetwork\/invitation-manager\/sent(\/|$)/.test(path)) return 'other';
  if (/^\/mynetwork\/invitation-manager(\/|$)/.test(path)) return 'list';
  if (/^\/mynetwork(\/grow)?\/?$/.test(path)) return 'preview';
  if (/^\/in\/[^/]+/.test(path)) return 'profile';
  return 'other';
}

/**
 * The kind of page on which people are passed by; null on pages where they are never read.
 * @param {string} path @returns {import('./requests').Passing | null}
 */
export function passingOf(path) {
  if (/^\/search\/results\/people(\/|$)/.test(path)) return 'search';
  if (/^\/mynetwork(\/grow)?\/?$/.test(path)) return 'suggestion';
  if (/^\/mynetwork\/invite-connect\/connections(\/|$)/.test(path)) return 'connection';
  return /^\/feed(\/|$)/.test(path) ? 'feed' : null;
}

/** @param {string} path @returns {string} The profile's public identifier as written in the path, if it is a profile's page; else empty. */
export const profileIn = (path) => /^\/in\/([^/]+)/.exec(path)?.[1] ?? '';

/** @param {string} path @returns {string} The profile's identifier, decoded and in lower case, so that two can be compared. */
export function slugOf(path) {
  try {
    return decodeURIComponent(profileIn(path)).toLowerCase();
  } catch {
    return '';
  }
}

/** @param {string} url @returns {string} The same from a full address. */
export function slugIn(url) {
  try {
    return slugOf(new URL(url).pathname);
  } catch {
    return '';
  }
}
