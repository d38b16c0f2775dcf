// The context that the parts of panel and popup share: where they are shown, and the state that survives a rebuild.

import { day } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/**
 * @typedef {object} ViewContext
 * @property {Map<string, unknown>} kept Small states by name, kept while the content is rebuilt.
 * @property {(view: View) => void} redraw Shows the expected view before the background has confirmed it.
 * @property {(place: string) => void} focus Moves focus to the element of that `data-place`, selecting its text.
 * @property {(place: string, focus?: boolean) => void} bring Scrolls the element of that `data-place` into view, and focuses it.
 * @property {((url: string) => void) | null} leave How to open a profile after copying; null: the link itself does it.
 * @property {(() => void) | null} show Brings the invitation into view on LinkedIn's page; null where it is in view.
 * @property {(() => void) | null} next Goes on to the next invitation that is to be checked; null: there is none.
 * @property {((key: string) => () => boolean) | null} onward To be called before an invitation is dealt with, which may change the list: it
 * decides which is next and returns a function that opens it, false where none is left. Null where the same one stays
 * open.
 * @property {{ count: number, setAside: () => void } | null} bare The invitations to be checked that show no photo, where they are
 * known.
 * @property {() => void} end Goes back to where this was opened from.
 */

/** @param {ViewContext} context @param {string} name @returns {string} */
export const keptText = (context, name) => {
  const value = context.kept.get(name);
  return typeof value === 'string' ? value : '';
};

/** @param {View} view @param {import('../shapes').PhotoView} photo @returns {View} The same view with another photo state. */
export const withPhoto = (view, photo) => ({ ...view, photo });

/**
 * What of a view is shown: two views with the same text need no rebuild, which would move the focus, and in a page make
 * the next press be refused. Each time a card is read `lastSeen` changes; only its day is shown, in the report.
 * @param {View} view @returns {string}
 */
export const asShown = (view) => JSON.stringify({ ...view, lastSeen: day(view.lastSeen) });

/**
 * The parts of a context that find elements again in a container that is rebuilt.
 * @param {HTMLElement} container @returns {Pick<ViewContext, 'focus' | 'bring'>}
 */
export function finders(container) {
  /** @param {string} place */
  const find = (place) => /** @type {HTMLElement | null} */ (container.querySelector(`[data-place="${place}"]`));
  return {
    focus: (place) => {
      const found = find(place);
      found?.focus();
      if (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement) found.select();
    },
    bring: (place, focus = false) => {
      find(place)?.scrollIntoView({ block: 'nearest' });
      if (focus) find(place)?.focus({ preventScroll: true });
    },
  };
}
