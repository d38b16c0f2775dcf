// Where LinkedIn's own entry for reporting is, by structure alone: the last of what a profile's menu offers. Nothing is
// pressed.

import { ownerHeading } from './profile.js';
import { isDrawn } from './reading.js';
import { MENU, MENU_ITEM, MENU_OPENER } from './selectors.js';

/** A menu with fewer entries is not the one. */
const LEAST = 2;
/** How far above the name the row of buttons is looked for, in elements. */
const CLIMB = 8;

/**
 * @param {string} profile What names the profile in its address.
 * @returns {{ element: Element, isEntry: boolean } | null} The entry where its menu is open, else what opens the menu.
 */
export function reportEntry(profile) {
  const heading = ownerHeading(document, profile.toLowerCase());
  if (!heading) return null;
  let scope = heading.parentElement;
  /** @type {Element[]} */
  let openers = [];
  for (
    let climbed = 0;
    scope && climbed < CLIMB && openers.length === 0 && scope.localName !== 'body';
    climbed += 1, scope = scope.parentElement
  ) {
    openers = [...scope.querySelectorAll(MENU_OPENER)].filter(isDrawn);
  }
  const opener = openers.at(-1);
  if (!opener) return null;
  if (opener.getAttribute('aria-expanded') === 'true') {
    for (const menu of [...document.querySelectorAll(MENU)].filter(isDrawn).reverse()) {
      const items = [...menu.querySelectorAll(MENU_ITEM)].filter(isDrawn);
      if (items.length >= LEAST) return { element: items[items.length - 1], isEntry: true };
    }
  }
  return { element: opener, isEntry: false };
}
