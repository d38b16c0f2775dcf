// Which of LinkedIn's pages this is, by its address alone.

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
 * Where people are passed by who sent no invitation; null where they are not read whatever the user says.
 * @param {string} path @returns {import('../shapes').Passing | null}
 */
export function passingOf(path) {
  if (/^\/search\/results\/people(\/|$)/.test(path)) return 'search';
  if (/^\/mynetwork(\/grow)?\/?$/.test(path)) return 'suggestion';
  if (/^\/mynetwork\/invite-connect\/connections(\/|$)/.test(path)) return 'connection';
  return /^\/feed(\/|$)/.test(path) ? 'feed' : null;
}

/** The address of the page as the user sees it: of the outermost window, where this one is a frame of it. */
export function shownLocation() {
  try {
    return window.top?.location.origin === location.origin ? window.top.location : location;
  } catch {
    return location;
  }
}
