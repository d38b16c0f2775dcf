// Reads a profile's own photos: a profile, and its photo's overlay, show larger renditions.

import { slugIn, slugOf } from '../places.js';
import { isDrawn } from './visibility.js';
import { isNoName } from './labels.js';
import { isShown, shownAddress } from './pictures.js';
import { DIALOG, PERSON, PERSON_PHOTO, PHOTO_OVERLAY } from './selectors.js';

const MOST = 20;
/** How many headings are searched for the owner's name. */
const HEADINGS = 6;
/** How many elements above a photo links to others are searched for. */
const CLIMB = 6;

/** The text without invisible characters. @param {string} text */
const visible = (text) => text.replace(/\p{Cf}/gu, '');

/** @param {string | null | undefined} text */
const folded = (text) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** The part of a link's address that names a profile; empty if it leads to none. @param {Element} link */
export const linkedSlug = (link) => slugIn(/** @type {HTMLAnchorElement} */ (link).href);

/** What may follow a name without a space. */
const ATTACHED = /^(['’ʼ]?s(?!\p{L})|さん|氏|様|の|的|님|의|['’])/u;

/**
 * Whether a picture's label names this person and nobody else: "Ann Lee’s profile picture", not "Ann Lee Smith" or
 * "Ann Lee and Bo". False where it cannot be told.
 * @param {string} text @param {string} name
 */
export function namesOnly(text, name) {
  const label = visible(folded(text));
  const own = visible(name);
  const at = label.indexOf(own);
  if (at < 0 || own.length < 2) return false;
  const before = label.slice(0, at);
  const after = label.slice(at + own.length).replace(ATTACHED, ' ');
  // A number counts further people.
  if (/[\p{L}\p{M}]$/u.test(before) || /^[\p{L}\p{M}]/u.test(after) || /\p{N}/u.test(before + after)) return false;
  const hasCapitals = /\p{Lu}/u.test(own);
  const words = `${before} ${after}`.split(/[^\p{L}\p{M}]+/u).filter(Boolean);
  return words.every((word, at) => isNoName(word, at === 0 && before.trim() !== '', hasCapitals));
}

/** The part of the page that is about its owner, and the heading with their name. @param {Document} page @param {string} slug */
export function ownerHeading(page, slug) {
  const main = page.querySelector('main') ?? page.body;
  const headings = [...main.querySelectorAll('h1'), ...main.querySelectorAll('h2')].filter(
    (heading) => !heading.closest(DIALOG) && isDrawn(heading),
  );
  for (const heading of headings.slice(0, HEADINGS)) {
    const name = nameOf(heading);
    if (!name) continue;
    if (heading.localName === 'h1') return heading;
    // A section's heading ("About") is not a name: the label of the owner's photo must contain the heading.
    const section = heading.closest('section, article') ?? heading.parentElement;
    if (
      section &&
      [...section.querySelectorAll(PERSON_PHOTO)].some((image) =>
        isOwners(/** @type {HTMLImageElement} */ (image), name, slug),
      )
    )
      return heading;
  }
  return null;
}

/** A heading's text without what is for screen readers or says a degree. @param {Element} heading */
export function nameOf(heading) {
  const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = folded(walker.currentNode.nodeValue);
    const parent = walker.currentNode.parentElement;
    if (text && parent && isDrawn(parent)) return folded(text.split(/\s[•·]\s/)[0]);
  }
  return '';
}

/** @param {HTMLImageElement} image @param {string} name @param {string} slug */
function isOwners(image, name, slug) {
  const around = image.closest(PERSON);
  if (around && linkedSlug(around) !== slug) return false;
  const labels = [image.alt, image.title, image.closest('[aria-label]')?.getAttribute('aria-label') ?? ''].filter(
    Boolean,
  );
  if (!labels.some((label) => namesOnly(label, name))) return false;
  if (around) return true;
  // Without a link around it, nobody else may be linked right beside it.
  let scope = image.parentElement;
  for (
    let climbed = 0;
    scope && climbed < CLIMB && !scope.matches('section, main, body');
    climbed += 1, scope = scope.parentElement
  ) {
    const links = [...scope.querySelectorAll(PERSON)];
    if (links.some((link) => linkedSlug(link) !== slug)) return false;
    if (links.length > 0) break;
  }
  return true;
}

/**
 * The owner's name and the addresses of the pictures that are theirs beyond doubt: named after them and nobody else,
 * with no link to anybody else around, or shown alone in the photo's overlay. Only pictures that the page shows.
 * @param {Document} page @param {string} path @returns {{ holder: string, urls: string[] } | null}
 */
export function readProfile(page, path) {
  const slug = slugOf(path);
  const heading = ownerHeading(page, slug);
  const name = heading ? nameOf(heading) : '';
  if (!name) return null;
  const isOverlay = path.includes(PHOTO_OVERLAY);
  const urls = new Set();
  for (const element of page.querySelectorAll(PERSON_PHOTO)) {
    const image = /** @type {HTMLImageElement} */ (element);
    // A picture that the page does not show, or not yet, is not requested here.
    if (!isShown(image)) continue;
    const dialog = isOverlay ? image.closest(DIALOG) : null;
    const isAlone =
      dialog !== null &&
      dialog.querySelectorAll(PERSON_PHOTO).length === 1 &&
      !dialog.querySelector(PERSON) &&
      folded(dialog.textContent).includes(name);
    if (isAlone || isOwners(image, name, slug)) urls.add(shownAddress(image).slice(0, 2000));
    if (urls.size >= MOST) break;
  }
  return urls.size > 0 ? { holder: name.slice(0, 2000), urls: [...urls] } : null;
}
