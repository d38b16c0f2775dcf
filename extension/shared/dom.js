// Builds elements with createElement and text only: nothing is ever parsed as HTML.

/**
 * Whether this runs inside LinkedIn's page, whose scripts must neither read nor press what is built here. There text is
 * generated content, which no search and no selection reaches, and handlers are kept in a map instead of being listeners:
 * content/shield.js stops every event before the page hears it, and badge/event-delivery.js calls the handlers.
 */
let inPage = false;
export const runInPage = () => {
  inPage = true;
};
export const isInPage = () => inPage;

/** @typedef {(event: any) => void} Handler */
/** @type {WeakMap<Element, Record<string, Handler>>} */
const HANDLERS = new WeakMap();
/** @param {Element} element @param {string} kind @returns {Handler | undefined} */
export const handlerOf = (element, kind) => HANDLERS.get(element)?.[kind];

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes, listeners (functions) and children.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, any>} [properties] @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') {
      if (inPage) HANDLERS.set(element, { ...HANDLERS.get(element), [name]: value });
      else element.addEventListener(name, value);
    } else if (typeof value === 'boolean') element.toggleAttribute(name, value);
    else if (value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  // A drag would hand its data to the page.
  if (inPage && tag === 'a') element.setAttribute('draggable', 'false');
  fill(element, ...children);
  return element;
}

/** @param {string} word @param {string} line @returns {Child[]} The line, with its first word in bold. */
export const boldStart = (word, line) =>
  line.startsWith(word) ? [el('b', {}, word), line.slice(word.length)] : [line];

/** @param {Element} element @param {...Child} children */
function fill(element, ...children) {
  for (const child of children) if (child) element.append(typeof child === 'string' && inPage ? drawn(child) : child);
}

/** @param {string} text Text that the style sheet draws from an attribute (look.js): it is not part of the document's text. */
function drawn(text) {
  const span = document.createElement('span');
  span.className = 'drawn';
  span.dataset.text = text;
  return span;
}

/** Replaces the children of an element. @param {Element} element @param {...Child} children */
export function put(element, ...children) {
  element.replaceChildren();
  fill(element, ...children);
}

/**
 * Styles for a document or shadow root. A shared sheet where the browser lets a content script adopt one;
 * else (Firefox, whose content scripts may not) a style element, whose text the page's own policy does not bar
 * because this script set it.
 * @param {Document | ShadowRoot} root @param {string} text
 */
export function applyStyles(root, text) {
  if (inPage) text = text.replace(/--(?=[a-z])/g, `--${PROPERTY_PREFIX}-`);
  try {
    let sheet = SHEETS.get(text);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      SHEETS.set(text, sheet);
    }
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = text;
    (root instanceof Document ? root.head : root).append(style);
  }
}
/**
 * A random prefix for the names of custom properties: a property that the page registers (CSS.registerProperty) applies
 * inside our roots as well, and could make a panel transparent that still takes clicks.
 */
const PROPERTY_PREFIX = crypto.randomUUID().slice(0, 8);
/** @type {Map<string, CSSStyleSheet>} */
const SHEETS = new Map();

/** @param {Element | null} element @returns {element is HTMLInputElement | HTMLTextAreaElement} Whether text is typed into it. */
const isTyped = (element) =>
  element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && element.type === 'text');

/**
 * Rebuilds a container's content and keeps focus, typed text, opened details and scrolling. Elements are recognised by
 * their `data-place`.
 * @param {Document | ShadowRoot} root @param {HTMLElement} container @param {() => Child[]} build
 */
export function rebuild(root, container, build) {
  const focused = /** @type {HTMLElement | null} */ (root.activeElement);
  const place = focused && container.contains(focused) ? focused.dataset.place : undefined;
  const scrolled = container.scrollTop;
  /** @type {Map<string, string>} */
  const typed = new Map();
  /** @type {Map<string, boolean>} */
  const opened = new Map();
  for (const input of container.querySelectorAll('input[data-place]'))
    typed.set(String(/** @type {HTMLElement} */ (input).dataset.place), /** @type {HTMLInputElement} */ (input).value);
  for (const details of container.querySelectorAll('details[data-place]'))
    opened.set(
      String(/** @type {HTMLElement} */ (details).dataset.place),
      /** @type {HTMLDetailsElement} */ (details).open,
    );
  const selection = isTyped(focused) ? [focused.selectionStart, focused.selectionEnd] : null;

  container.replaceChildren();
  fill(container, ...build());

  for (const element of container.querySelectorAll('[data-place]')) {
    const again = /** @type {HTMLElement} */ (element);
    const name = String(again.dataset.place);
    if (again instanceof HTMLInputElement && typed.has(name)) again.value = String(typed.get(name));
    if (again instanceof HTMLDetailsElement && opened.has(name)) again.open = Boolean(opened.get(name));
    if (name === place) {
      again.focus({ preventScroll: true });
      if (selection && isTyped(again)) again.setSelectionRange(selection[0], selection[1]);
    }
  }
  container.scrollTop = scrolled;
  if (place !== undefined && !container.contains(root.activeElement)) container.focus({ preventScroll: true });
}
