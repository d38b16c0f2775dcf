// The state of a photo check: being read, waiting for the user's answer, or neither.

/** @typedef {import('../shapes').View} View */

/** How long a result page is waited for before the user is asked what it shows, in milliseconds. */
export const PATIENCE = 60_000;

/** @param {View} view @returns {boolean} Whether the result page of its search is being read now. */
export const isBeingRead = ({ photo }) =>
  Boolean(
    photo &&
      /** @type {import('../requests').PhotoShown} */ (photo).reading?.state === 'open' &&
      photo.asked !== null &&
      Date.now() - photo.asked < PATIENCE,
  );

/** @param {View} view @returns {boolean} Whether the question is open: a search was opened, and neither read nor answered since. */
export const questionOpen = (view) =>
  Boolean(
    view.photo &&
      view.photo.asked !== null &&
      view.photo.answer === null &&
      !view.photo.searches.some(({ at }) => at >= Number(view.photo?.asked)),
  ) && !isBeingRead(view);
