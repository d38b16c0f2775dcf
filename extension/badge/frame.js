// The element around everything that Vouchsafe puts into a page.

import { el } from '../shared/dom.js';

/**
 * Only its style sheet makes it visible: a root that the page moves to another document loses the sheet, and the page
 * could otherwise measure the content before we notice the move.
 * @param {import('./scheme.js').Scheme} scheme @param {...import('../shared/dom.js').Child} children
 */
export function frameOf(scheme, ...children) {
  const frame = el('div', { class: 'frame', 'data-vouchsafe': '' }, ...children);
  frame.style.display = 'none';
  frame.style.colorScheme = scheme;
  return frame;
}
