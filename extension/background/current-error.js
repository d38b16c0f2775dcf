// The error that holds at present: the popup shows it; pages just ask again.

/** Requests that store something: if one succeeds, storing works again. */
const STORING = new Set([
  'see-card',
  'see-page',
  'see-photos',
  'see-people',
  'mark-handled',
  'overrule',
  'compare-photos',
  'check-opened',
  'check-answered',
  'set-goals',
  'forget-person',
  'forget-all',
  'import-finish',
]);
/** Errors that last until something is done about them. */
const LASTING = /^(storage-|core-failed$|not-ready$)/;

/** @type {string | null} */
let code = null;

/** @returns {string | null} The code of the last error, if nothing has succeeded since. */
export const currentError = () => code;

/** A request was answered. @param {string} request @param {string | null} error Its code. */
export function noteOutcome(request, error) {
  if (error !== null && LASTING.test(error)) code = error;
  else if (error === null && STORING.has(request)) code = null;
}
