// Light or dark, to match the page around an element: LinkedIn has its own setting, so the browser's is not enough.

/** @typedef {'light' | 'dark'} Scheme */

/** @param {number} channel A colour channel from 0 to 1. */
const linear = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);

/**
 * How light a computed colour is, and how opaque.
 * @param {string} colour As getComputedStyle gives it.
 * @returns {{ light: number, alpha: number } | null} Relative luminance from 0 to 1; null if it cannot be read.
 */
export function lightness(colour) {
  const [, kind, rest] = /^([a-z]+)\((.*)\)$/i.exec(colour.trim()) ?? [];
  if (!kind || !rest) return null;
  const parts = rest.split(/[\s,/]+/).filter((part) => part !== '' && !/^[a-z]/i.test(part));
  const [a, b, c, d] = parts.map((part) => (part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part)));
  const alpha = d ?? 1;
  if ([a, b, c, alpha].some((value) => value === undefined || Number.isNaN(value))) return null;
  /** @param {number} r @param {number} g @param {number} blue */
  const luminance = (r, g, blue) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(blue);
  if (kind === 'rgb' || kind === 'rgba') return { light: luminance(a / 255, b / 255, c / 255), alpha };
  if (kind === 'color') return { light: luminance(a, b, c), alpha };
  // Perceived lightness: about the cube root of luminance.
  if (kind === 'oklch' || kind === 'oklab') return { light: a ** 3, alpha };
  if (kind === 'lch' || kind === 'lab') return { light: (a > 1 ? a / 100 : a) ** 3, alpha };
  return null;
}

/** @param {Element} element @returns {Element | null} Its parent, across shadow roots and frames. */
function around(element) {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return root.host;
  try {
    return element.ownerDocument.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/**
 * The scheme of the page behind an element.
 * @param {Element} element @returns {Scheme}
 */
export function schemeBehind(element) {
  let wish = '';
  for (let at = /** @type {Element | null} */ (element); at; at = around(at)) {
    const style = getComputedStyle(at);
    const ground = lightness(style.backgroundColor);
    if (ground && ground.alpha >= 0.5) return ground.light < 0.25 ? 'dark' : 'light';
    if (at === at.ownerDocument.documentElement) wish = style.colorScheme;
  }
  // Nothing is painted: the browser's own background shows, dark only where the page allows it and the user prefers it.
  if (!wish.includes('dark')) return 'light';
  return !wish.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
