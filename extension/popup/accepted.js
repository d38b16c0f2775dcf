// People whose invitations were accepted, and of whom something worse is thought since.

import { heading } from './heading.js';
import { createItem } from './item.js';
import { el } from '../shared/dom.js';

/** @typedef {import('../shapes').View} View */

/**
 * @param {() => Promise<void>} refresh Asks for the list again.
 * @returns {{ section: (accepted: View[]) => HTMLElement | null }}
 */
export function acceptedList(refresh) {
  /** @type {Map<string, ReturnType<typeof createItem>>} */
  const items = new Map();
  /** @type {Map<string, View>} Those of whom the user said something just now: they keep their place, and their Undo. */
  const settled = new Map();

  /** @param {View} view */
  async function changed(view) {
    if (view.opinion) settled.set(view.key, view);
    else settled.delete(view.key);
    await refresh();
  }

  return {
    section: (accepted) => {
      const views = [...accepted, ...[...settled.values()].filter(({ key }) => !accepted.some((view) => view.key === key))];
      for (const key of items.keys()) if (!views.some((view) => view.key === key)) items.delete(key);
      if (views.length === 0) return null;
      const nodes = views.map((view) => {
        let item = items.get(view.key);
        if (item) item.update(view);
        else items.set(view.key, (item = createItem(view, changed)));
        return item.node;
      });
      return el('section', { class: 'group accepted' }, heading('again', accepted.length, accepted.length), ...nodes);
    },
  };
}
