// How far a photo check is: being read, waiting for the user's answer, or neither.

/** @typedef {import('../shapes').View} View */

/** A page that was opened is waited for this long, in milliseconds, before the user is asked what it shows. */
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
