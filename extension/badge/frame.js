// What everything of ours in a page lies in.

import { el } from '../shared/dom.js';

/**
 * Shown by its style sheet alone: a root that the page takes to another document has none there, and a page could measure
 * what is in it before we hear of that.
 * @param {import('./scheme.js').Scheme} scheme @param {...import('../shared/dom.js').Child} children
 */
export function frameOf(scheme, ...children) {
  const frame = el('div', { class: 'frame', 'data-vouchsafe': '' }, ...children);
  frame.style.display = 'none';
  frame.style.colorScheme = scheme;
  return frame;
}
