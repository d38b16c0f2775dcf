// What the pieces of panel and popup share: where they are shown, and what must survive a rebuild.

/** @typedef {import('../shapes').View} View */

/**
 * @typedef {object} Desk
 * @property {Map<string, unknown>} kept Small states by name, kept while the content is rebuilt.
 * @property {(view: View) => void} redraw Shows the view as it is about to be, before the background has said so.
 * @property {(place: string) => void} focus Moves focus to the element of that `data-place`, selecting its text.
 * @property {((url: string) => void) | null} leave How to open a profile after copying; null: the link itself does it.
 */

/** @param {Desk} desk @param {string} name @returns {string} */
export const keptText = (desk, name) => {
  const value = desk.kept.get(name);
  return typeof value === 'string' ? value : '';
};

/** @param {View} view @param {import('../shapes').PhotoView} photo @returns {View} The same view with another photo state. */
export const withPhoto = (view, photo) => ({ ...view, photo });
