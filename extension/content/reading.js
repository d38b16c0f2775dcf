// Reads a card as it stands: links, texts, controls, images and marks, in document order. No judgement.

import { MAX_PIECES, MAX_TEXT } from '../messages.js';
import { CONTROL, URN } from './selectors.js';

/** @typedef {import('../shapes').CardAsRead} CardAsRead */
/** @typedef {import('../shapes').Piece} Piece */

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT']);
const INLINE = new Set(['A', 'ABBR', 'B', 'BDI', 'BDO', 'BR', 'CITE', 'EM', 'FONT', 'I', 'MARK', 'S', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'U', 'WBR']);
const PLACE = /\/(in|company|school|showcase|groups|events|newsletters)\//;

/** @param {string | null | undefined} text */
const cut = (text) => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT);

/** @param {Element} element */
const isDrawn = (element) => element.getClientRects().length > 0 || getComputedStyle(element).display === 'contents';

/** @param {Element} element A line of its own. */
const isBlock = (element) => !INLINE.has(element.tagName) || !/^(inline|contents|ruby)/.test(getComputedStyle(element).display);

/** @param {Element} element */
const isControl = (element) =>
  element.matches(CONTROL) && !(element instanceof HTMLAnchorElement && PLACE.test(element.pathname));

/** @param {HTMLImageElement} image The picture that is to be shown: lazy ones hold another until they are near. */
const addressOf = (image) =>
  cut(!image.src || image.src.startsWith('data:') ? (image.dataset.delayedUrl ?? image.src) : image.src);

/** @param {Element} element Its accessible label, else empty. */
export function labelOf(element) {
  const own = element.getAttribute('aria-label');
  return cut(own ?? element.querySelector('[aria-label]')?.getAttribute('aria-label'));
}

/** @param {Element} element The language it is written in, as the page says. */
export const languageOf = (element) => cut(element.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 40);

/** @param {Element} root */
function urnOf(root) {
  const marked = root.matches(`[componentkey^="${URN}"]`) ? root : root.querySelector(`[componentkey^="${URN}"]`);
  return (marked?.getAttribute('componentkey') ?? '').slice(0, 200);
}

/**
 * @param {Element} root @param {'marked' | 'structure'} found @param {(node: Node) => boolean} isOurs
 * @returns {{ card: CardAsRead, nodes: Map<number, Node> }} The card, and for each text piece where it stands.
 */
export function readCard(root, found, isOurs) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Map<number, Node>} */
  const nodes = new Map();
  let line = '';
  /** @type {Node | null} */
  let start = null;

  const endLine = () => {
    const text = cut(line);
    if (text && start) {
      nodes.set(pieces.length, start);
      pieces.push({ kind: 'text', text });
    }
    line = '';
    start = null;
  };

  /** @param {Node} node @param {string} link */
  const walk = (node, link) => {
    if (pieces.length >= MAX_PIECES) return;
    if (node instanceof Text) {
      if (node.data.trim()) start ??= node;
      if (line.length < MAX_TEXT) line += node.data.slice(0, MAX_TEXT);
      return;
    }
    if (!(node instanceof Element) || SKIPPED.has(node.tagName) || isOurs(node)) return;
    if (node instanceof HTMLImageElement) {
      const src = addressOf(node);
      if (src) pieces.push({ kind: 'image', src, alt: cut(node.alt), link });
      return;
    }
    if (!isDrawn(node)) return;
    if (node instanceof SVGElement) {
      const [id, label] = [cut(node.id), labelOf(node) || cut(node.querySelector('title')?.textContent)];
      if (id || label) pieces.push({ kind: 'mark', id, label, link });
      return;
    }
    if (node !== root && isControl(node)) {
      endLine();
      const href = node instanceof HTMLAnchorElement ? cut(node.href) : '';
      pieces.push({ kind: 'control', label: labelOf(node), text: cut(node.textContent), href });
      return;
    }
    const ends = isBlock(node);
    if (ends) endLine();
    if (node instanceof HTMLAnchorElement && node.href) {
      link = cut(node.href);
      const strong = node.querySelector('strong') !== null || node.closest('strong') !== null;
      pieces.push({ kind: 'link', href: link, text: cut(node.textContent), strong });
    }
    for (const child of node.childNodes) walk(child, link);
    if (ends) endLine();
  };

  walk(root, '');
  endLine();
  return { card: { root: found, urn: urnOf(root), language: languageOf(root), pieces: pieces.slice(0, MAX_PIECES) }, nodes };
}

/**
 * Puts an element below the line in which a node stands, and keeps it inside the card.
 * @param {Element} root @param {Node | undefined} node @param {Element} element
 */
export function putBelow(root, node, element) {
  let at = node;
  while (at?.parentNode && at.parentNode !== root && !(at instanceof Element && isBlock(at))) at = at.parentNode;
  if (at instanceof Element && at !== root && root.contains(at)) at.after(element);
  else if (at?.parentNode === root) root.insertBefore(element, at.nextSibling);
  else root.append(element);
}
