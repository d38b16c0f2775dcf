// Finds LinkedIn's own entry for reporting, by structure alone: the last entry of a profile's menu. Nothing is
// pressed.

import { ownerHeading } from './profile.js';
import { isDrawn } from './visibility.js';
import { MENU, MENU_ITEM, MENU_OPENER } from './selectors.js';

/** A menu with fewer entries is not the profile's. */
const LEAST = 2;
/** How many elements above the name the row of buttons is searched for. */
const CLIMB = 8;

/**
 * @param {string} profile The part of its address that names the profile.
 * @returns {{ element: Element, isEntry: boolean } | null} The entry if its menu is open, else the button that opens the menu.
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
