// Reads a card: links, texts, controls, images and marks, in document order. It judges nothing.

import { MAX_PIECES, MAX_TEXT } from '../messages.js';
import { isDrawn } from './visibility.js';
import { PORTRAIT, drawnPicture, pictureOf, putPhotosFirst, sentAddress } from './pictures.js';
import { ACTING, CONTROL, PERSON, PICTURE, QUOTE, SAYING, TYPED_ICON, UNSEEN, URN } from './selectors.js';
import { saysTime } from './times.js';

/** @typedef {import('../shapes').CardAsRead} CardAsRead */
/** @typedef {import('../shapes').Piece} Piece */
/** @typedef {import('./pictures.js').State} State */
/** A picture on a card: the link around it, its label, whether the page shows it, and whether it is somebody's photo. @typedef {{ link: string, alt: string, state: State, isPortrait: boolean }} CardPicture */

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT']);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'BR',
  'CITE',
  'EM',
  'FONT',
  'I',
  'MARK',
  'S',
  'SMALL',
  'SPAN',
  'STRONG',
  'SUB',
  'SUP',
  'U',
  'WBR',
]);
/** The longest words for screen readers that are read, in UTF-16 units. */
const MOST_UNSEEN = 200;
/** An element clipped to this size is not seen, in CSS pixels. */
const INVISIBLE_SIDE = 2;

/** @param {string | null | undefined} text With single spaces, on one line. */
export const oneLine = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
/** @param {string | null | undefined} text */
const cut = (text) => oneLine(text).slice(0, MAX_TEXT);

/** @param {Element} element Whether it forms lines of its own. */
const isBlock = (element) =>
  !INLINE.has(element.tagName) || !/^(inline|contents|ruby)/.test(getComputedStyle(element).display);

/**
 * The width or height that styles give an element, in CSS pixels. The computed value: the used one would force a
 * layout, where the browser has both.
 * @param {Element} element @param {CSSStyleDeclaration} style @param {'width' | 'height'} side
 */
export function computedSide(element, style, side) {
  const said = /** @type {any} */ (element).computedStyleMap?.().get(side);
  if (!said) return parseFloat(style[side]);
  return said.unit === 'px' ? said.value : Infinity;
}

/** Clipped away: words for screen readers only. @param {Element} element */
function isUnseen(element) {
  if (element.matches(UNSEEN)) return true;
  const style = getComputedStyle(element);
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (style.overflow === 'visible' && style.clip === 'auto' && style.clipPath === 'none') return false;
  if (/^rect\((0|1)(px)?[, ]/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath)) return true;
  return (
    style.overflow !== 'visible' &&
    computedSide(element, style, 'width') <= INVISIBLE_SIDE &&
    computedSide(element, style, 'height') <= INVISIBLE_SIDE
  );
}

/** Whether a link does something instead of leading somewhere. @param {HTMLAnchorElement} link */
function isActing(link) {
  const href = link.getAttribute('href');
  return !href || href.startsWith('#') || link.protocol === 'javascript:' || ACTING.test(link.pathname);
}

/** @param {Element} element */
function isControl(element) {
  if (element instanceof HTMLAnchorElement)
    return isActing(element) || (element.matches(CONTROL) && !SAYING.test(element.pathname));
  return element.matches(CONTROL);
}

/** The id of a drawing, or the name of what it draws. @param {SVGElement} drawing */
const drawingOf = (drawing) =>
  cut(
    drawing.id ||
      drawing.closest(TYPED_ICON)?.getAttribute('type') ||
      drawing.dataset.testIcon ||
      drawing.querySelector('use')?.getAttribute('href')?.split('#')[1],
  );

/** @param {Element} element A walker over its visible texts. */
const seenIn = (element) =>
  document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return isSeen(/** @type {Element} */ (node)) ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_REJECT;
  });

/** @param {Element} element */
const isSeen = (element) => !SKIPPED.has(element.tagName) && isDrawn(element) && !isUnseen(element);

/** The visible text of an element, with a space between elements. @param {Element} element @returns {string} */
function seenText(element) {
  const texts = [];
  const walker = seenIn(element);
  for (let size = 0; size < MAX_TEXT && walker.nextNode(); ) {
    const text = walker.currentNode.nodeValue ?? '';
    size += text.length + 1;
    texts.push(text.slice(0, MAX_TEXT));
  }
  return cut(texts.join(' '));
}

/** The whole text of an element, visible or not, with a space between elements. @param {Element} element */
function allText(element) {
  const texts = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let size = 0; size < MAX_TEXT && walker.nextNode(); size += texts.at(-1)?.length ?? 0)
    texts.push((walker.currentNode.nodeValue ?? '').slice(0, MAX_TEXT));
  return cut(texts.join(' '));
}

/** Whether it contains visible words. @param {Node} node */
function hasWords(node) {
  if (!(node instanceof Element)) return node instanceof Text && node.data.trim() !== '';
  if (!isSeen(node)) return false;
  const walker = seenIn(node);
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) return true;
  return false;
}

/** Whether an element lays out its children side by side. @param {Element} element */
function isRow(element) {
  const { display, flexDirection } = getComputedStyle(element);
  return /flex/.test(display) && flexDirection.startsWith('row');
}

/**
 * The wordless elements right after a link: in its line, or in a box that holds nothing else. LinkedIn's mark of
 * verification is one of them, and may be a button.
 * @param {Element} link @param {Element} root
 */
function marksAfter(link, root) {
  /** @type {Element[]} */
  const found = [];
  for (let at = link; at !== root && at.parentElement; at = at.parentElement) {
    const isLine = !isBlock(at) || isRow(at.parentElement);
    const before = found.length;
    for (let next = at.nextSibling; next; next = next.nextSibling) {
      if (hasWords(next)) return isLine ? found : found.slice(0, before);
      if (next instanceof Element) found.push(next);
    }
  }
  return found;
}

/** @param {Element} element Its accessible label, else empty. */
export function labelOf(element) {
  const own = element.getAttribute('aria-label');
  return cut(own ?? element.querySelector('[aria-label]')?.getAttribute('aria-label'));
}

/** @param {Element} element The language that the page declares for it. */
export const languageOf = (element) => cut(element.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 40);

/** @param {Element} root */
function urnOf(root) {
  const marked = root.matches(`[componentkey^="${URN}"]`) ? root : root.querySelector(`[componentkey^="${URN}"]`);
  return (marked?.getAttribute('componentkey') ?? '').slice(0, 200);
}

/**
 * @param {Element} root @param {'marked' | 'structure'} found @param {(node: Node) => boolean} isOurs
 * @returns {{ card: CardAsRead, nodes: Map<number, Node>, pictures: CardPicture[] }} The card, the node of each text and
 * each control, and the pictures, also those that are not shown.
 */
export function readCard(root, found, isOurs) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Map<number, Node>} */
  const nodes = new Map();
  /** @type {CardPicture[]} */
  const pictures = [];
  let line = '';
  /** @type {Text | null} */
  let start = null;

  const language = languageOf(root);
  let quotes = 0;
  /** @type {Element[]} Read already, together with the link beside them. */
  const done = [];

  const endLine = () => {
    const text = cut(line);
    if (text && start) {
      nodes.set(pieces.length, start);
      const kind =
        quotes > 0 ? 'quote' : start.parentElement?.closest('time') || saysTime(text, language) ? 'time' : 'text';
      pieces.push({ kind, text });
    } else if (/^(link|image|mark)$/.test(pieces.at(-1)?.kind ?? '')) {
      // The end of a block ends the line.
      pieces.push({ kind: 'text', text: '' });
    }
    line = '';
    start = null;
  };

  /** @param {import('./pictures.js').Picture} picture @param {string} label @param {string} link */
  const addPicture = (picture, label, link) => {
    const { state } = picture;
    if (state === 'hidden') return;
    const alt = cut(label);
    const src = state === 'faded' ? '' : cut(sentAddress(picture));
    if (src) pieces.push({ kind: 'image', src, alt, link });
    if (src || state === 'faded') pictures.push({ link, alt, state, isPortrait: PORTRAIT.test(picture.address) });
  };

  /** @param {Node} node @param {string} link @param {boolean} [isBeside] Whether a link is a mark that may be pressed. */
  const walk = (node, link, isBeside = false) => {
    if (pieces.length >= MAX_PIECES) return;
    if (node instanceof Text) {
      if (node.data.trim()) start ??= node;
      if (line.length < MAX_TEXT) line += node.data.slice(0, MAX_TEXT);
      return;
    }
    if (!(node instanceof Element) || SKIPPED.has(node.tagName) || isOurs(node)) return;
    if (!isBeside && done.includes(node)) return;
    if (node instanceof HTMLBRElement) line += ' ';
    if (!isDrawn(node)) return;
    if (node instanceof HTMLImageElement) {
      if (!node.matches(UNSEEN)) addPicture(pictureOf(node), node.alt, link);
      return;
    }
    if (node instanceof SVGElement) {
      for (const image of node.querySelectorAll('image')) {
        const picture = drawnPicture(image);
        if (picture) addPicture(picture, labelOf(node) || oneLine(node.querySelector('title')?.textContent), link);
      }
      const id = drawingOf(node);
      const label = labelOf(node) || cut(node.querySelector('title')?.textContent);
      if (id || label) pieces.push({ kind: 'mark', id, label, link });
      return;
    }
    if (node !== root && isControl(node)) {
      if (!isBeside) endLine();
      const href = node instanceof HTMLAnchorElement ? cut(node.href) : '';
      // Words for screen readers are a control's label.
      const all = allText(node);
      const text = seenText(node) || all;
      nodes.set(pieces.length, node);
      pieces.push({ kind: 'control', label: labelOf(node) || (all === text ? '' : all), text, href });
      if (isBeside) for (const drawing of node.querySelectorAll('svg')) walk(drawing, link, isBeside);
      return;
    }
    if (node !== root && isUnseen(node)) {
      const label = cut(node.textContent);
      if (label && label.length <= MOST_UNSEEN) pieces.push({ kind: 'mark', id: '', label, link });
      return;
    }
    const label = node === root ? '' : cut(node.getAttribute('aria-label') ?? node.getAttribute('title'));
    const isLink = node instanceof HTMLAnchorElement;
    const background = node.matches(PICTURE) || node.childNodes.length === 0 ? drawnPicture(node) : null;
    if (background) addPicture(background, label, link);
    if (label && !isLink && !/[\p{L}\p{N}]/u.test(node.textContent ?? '')) {
      // A mark without a drawing: an empty element with a label.
      pieces.push({ kind: 'mark', id: cut(node.id), label, link });
      if (!node.querySelector(`img, svg, ${PICTURE}`)) return;
    }
    const ends = !isBeside && isBlock(node);
    if (ends) endLine();
    const isQuote = node.matches(QUOTE);
    if (isQuote) quotes += 1;
    if (isLink && node.href) {
      link = cut(node.href);
      const strong = node.querySelector('strong') !== null || node.closest('strong') !== null;
      const text = seenText(node);
      pieces.push({ kind: 'link', href: link, text, strong });
      // Its label, which screen readers say instead of its text.
      if (label) pieces.push({ kind: 'mark', id: '', label, link });
      for (const element of text && node.matches(PERSON) ? marksAfter(node, root) : []) {
        done.push(element);
        walk(element, '', true);
      }
    }
    for (const child of node.childNodes) walk(child, link, isBeside);
    if (ends) endLine();
    if (isQuote) quotes -= 1;
  };

  walk(root, '');
  endLine();
  putPhotosFirst(pieces);
  return { card: { root: found, urn: urnOf(root), language, pieces: pieces.slice(0, MAX_PIECES) }, nodes, pictures };
}

/**
 * Puts an element below the line that contains a node, inside the card.
 * @param {Element} root @param {Node | undefined} node @param {Element} element
 */
export function putBelow(root, node, element) {
  let at = node;
  while (at?.parentNode && at.parentNode !== root && !(at instanceof Element && isBlock(at))) at = at.parentNode;
  if (at instanceof Element && at !== root && root.contains(at)) at.after(element);
  else if (at?.parentNode === root) root.insertBefore(element, at.nextSibling);
  else root.append(element);
}
