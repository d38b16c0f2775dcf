// A page's structure for a bug report: tags, roles and patterns, without any name, text or link.

import { PERSON } from './selectors.js';

const KEPT = new Set([
  'role',
  'data-testid',
  'data-view-name',
  'data-display-contents',
  'data-component-type',
  'data-sdui-screen',
  'type',
  'hidden',
  'aria-current',
  'aria-hidden',
  'class',
  'width',
  'height',
]);
const MASKED = new Set(['componentkey', 'id', 'aria-label', 'alt', 'title', 'lang', 'data-delayed-url', 'href', 'src']);
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'IFRAME']);
const MOST = 400_000;

/** Letters become x, digits 9; the length is kept, up to a limit. @param {string} text */
const mask = (text) =>
  text
    .replace(/\p{L}|\p{M}/gu, 'x')
    .replace(/\p{N}/gu, '9')
    .slice(0, 60);

/** Words of the names and addresses of the people on the page, which may also be in keys. @param {Element} root */
function namesOn(root) {
  const words = new Set();
  for (const link of root.querySelectorAll(PERSON)) {
    const slug = /\/in\/([^/?#]+)/.exec(link.getAttribute('href') ?? '')?.[1] ?? '';
    for (const [word] of `${slug} ${(link.textContent ?? '').slice(0, 200)}`.toLowerCase().matchAll(/\p{L}{3,}/gu))
      words.add(word);
  }
  return words;
}

/** @param {string} name @param {string} value */
function masked(name, value) {
  if (name === 'lang') return value.slice(0, 10);
  if (name === 'componentkey')
    return value
      .replace(/\d/g, '9')
      .replace(/ACoAA[\w-]*/g, 'x')
      .slice(0, 80);
  if (name === 'id') return value.replace(/\d/g, '9').slice(0, 40);
  if (name !== 'href' && name !== 'src' && name !== 'data-delayed-url') return mask(value);
  try {
    const { host, pathname } = new URL(value, location.href);
    const [, place = '', ...rest] = pathname.split('/').filter((part, i) => i === 0 || part !== '');
    const kind = /(?:profile|company)-[a-z]+/.exec(pathname)?.[0] ?? (rest.length > 0 ? 'x' : '');
    return `//${host}/${place.slice(0, 20)}${kind && `/${kind}`}`;
  } catch {
    return 'x';
  }
}

/** @param {Element} root @returns {string} Indented, one element a line. */
export function skeleton(root) {
  /** @type {string[]} */
  const lines = [];
  let size = 0;
  const names = namesOn(root);
  /** @param {string} value */
  const nameless = (value) => value.replace(/\p{L}{3,}/gu, (word) => (names.has(word.toLowerCase()) ? 'x' : word));
  /** @param {Element} element @param {number} depth */
  const walk = (element, depth) => {
    if (SKIPPED.has(element.tagName) || size > MOST) return;
    const attributes = [...element.attributes]
      .filter(({ name }) => KEPT.has(name) || MASKED.has(name))
      .map(
        ({ name, value }) =>
          ` ${name}="${nameless(KEPT.has(name) ? value.slice(0, 120) : masked(name, value)).replaceAll('"', "'")}"`,
      );
    const text = [...element.childNodes]
      .filter((node) => node instanceof Text)
      .map((node) => mask((node.textContent ?? '').trim()))
      .join(' ')
      .trim();
    const line = `${' '.repeat(Math.min(depth, 60))}<${element.tagName.toLowerCase()}${attributes.join('')}>${text}`;
    lines.push(line);
    size += line.length;
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(root, 0);
  return lines.join('\n');
}
