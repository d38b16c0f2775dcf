// People passed by in a search, among suggestions and connections, and in the feed: read only if the user said yes.
// A wrong name would accuse somebody, so a name counts only where two sources agree.

import { isAlive } from '../browser.js';
import { MAX_PEOPLE, ask } from '../messages.js';
import { slugIn } from '../places.js';
import { isDrawn, isFaded } from './visibility.js';
import { isShown, shownAddress } from './pictures.js';
import { linkedSlug, namesOnly } from './profile.js';
import { computedSide, oneLine } from './reading.js';
import { PERSON, PERSON_PHOTO, UPLOAD } from './selectors.js';
import { inSlices } from './slices.js';

/** @typedef {import('../shapes').PersonAsRead} PersonAsRead */
/** @typedef {import('../requests').Passing} Passing */

/** How many elements above a photo its person's name is searched for. */
const CLIMB = 6;
/** An element with more links than this is a list of many people, not one person's entry. */
const MOST_LINKS = 40;
/** How many photos are checked in one slice; most were read before. */
const PHOTOS = 100;
/** The most texts of one link that are read, and the longest name, in UTF-16 units. */
const TEXTS = 12;
const LONGEST = 120;
/** How often a photo whose person cannot be read is tried again: the page may still be drawing. */
const TRIES = 5;
/** The waits before sending again, in milliseconds: the background may have been ended. */
const RETRY_AFTER = [500, 2000, 8000];

/** @param {Element} scope @returns {HTMLAnchorElement[]} Links to people, the scope itself among them. */
function linksIn(scope) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...scope.querySelectorAll(PERSON)]);
  if (scope.matches(PERSON)) links.unshift(/** @type {HTMLAnchorElement} */ (scope));
  return links.filter((link) => linkedSlug(link) !== '');
}

/** @param {Element} element The texts in it, one a text node. */
function textsIn(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (texts.length < TEXTS && walker.nextNode()) {
    const text = oneLine(walker.currentNode.nodeValue);
    if (text && !/^(SCRIPT|STYLE)$/.test(walker.currentNode.parentElement?.tagName ?? '')) texts.push(text);
  }
  return texts;
}

/** The picture's label, and whether it is the picture's own `alt`. @param {HTMLImageElement} image */
function labelOf(image) {
  const alt = oneLine(image.alt);
  return alt
    ? { label: alt, isAlt: true }
    : { label: oneLine(image.closest('[aria-label]')?.getAttribute('aria-label')), isAlt: false };
}

/** @param {string} slug @param {string} name Whether the profile's address contains a word of the name. */
function hasWordOf(slug, name) {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.some((word) => word.length > 2 && slug.includes(word));
}

/**
 * The name in links to one profile: a text that the picture's label says too, else one with a word in the address.
 * @param {HTMLAnchorElement[]} links @param {ReturnType<typeof labelOf>} of
 */
function nameIn(links, { label, isAlt }) {
  for (const link of links) {
    const texts = textsIn(link);
    for (const [index, text] of texts.entries()) {
      if (text.length < 2 || text.length > LONGEST) continue;
      if (!label) {
        if (hasWordOf(linkedSlug(link), text)) return text;
        continue;
      }
      // A label that equals the link's whole text names the link's action, not a person.
      if (!label.includes(text) || (!isAlt && text === label)) continue;
      let name = text;
      for (const more of texts.slice(index + 1)) {
        if (!label.includes(`${name} ${more}`)) break;
        name = `${name} ${more}`;
      }
      return name;
    }
  }
  return '';
}

/**
 * Whether a picture inside a link may be of the person linked: no words stand before it there, unless they are the name
 * that its own label says. A link around a whole entry also holds the faces of mutual connections, after the name.
 * @param {HTMLImageElement} image @param {HTMLAnchorElement} link @param {string} name @param {ReturnType<typeof labelOf>} of
 */
function mayBeOwn(image, link, name, { isAlt }) {
  const before = document.createRange();
  before.setStart(link, 0);
  before.setEndBefore(image);
  const said = oneLine(before.toString());
  return said === '' || (isAlt && said.startsWith(name));
}

/** @param {HTMLImageElement} image @returns {PersonAsRead | null} The person whose photo it is, if the page says so beyond doubt. */
export function readPerson(image) {
  const own = /** @type {HTMLAnchorElement | null} */ (image.closest(PERSON));
  const label = labelOf(image);
  // Without a link around the picture, only its label tells whose it is.
  if (!own && !(label.label && label.isAlt)) return null;
  let scope = own ?? image.parentElement;
  for (let climbed = 0; scope && climbed < CLIMB; climbed += 1, scope = scope.parentElement) {
    if (scope.getElementsByTagName('a').item(MOST_LINKS)) return null;
    const links = linksIn(scope);
    const slugs = new Set(links.map(linkedSlug));
    if (slugs.size === 0) continue;
    if (!own && slugs.size > 1) return null;
    const slug = own ? linkedSlug(own) : linkedSlug(links[0]);
    const theirs = links.filter((link) => linkedSlug(link) === slug);
    const name = nameIn(theirs, label);
    // Without a link around the picture, the label must name this person and nobody else.
    if (name && !own && !namesOnly(label.label, name)) return null;
    if (name && own && !mayBeOwn(image, own, name, label)) return null;
    if (name) return { profile: theirs[0].href.slice(0, 2000), name, photo: shownAddress(image).slice(0, 2000) };
  }
  return null;
}

/** @param {HTMLImageElement} image Which upload it is of. */
const uploadOf = (image) => UPLOAD.exec(shownAddress(image))?.[1] ?? shownAddress(image);

/** @param {HTMLImageElement} image The width that it is drawn with, as far as that is known without a layout. */
const widthOf = (image) => computedSide(image, getComputedStyle(image), 'width');

/**
 * The one of several pictures linked to one person that is their own beyond doubt: the first whose own text names them
 * and nobody else, else the first if it is the largest. The others may be faces of people they know.
 * @param {HTMLImageElement[]} images In document order. @param {string} name
 */
function ownAmong(images, name) {
  const [first, ...others] = images;
  if (others.every((image) => uploadOf(image) === uploadOf(first))) return first;
  const named = images.find((image) => namesOnly(oneLine(image.alt), name));
  if (named) return named;
  const width = widthOf(first);
  const isLargest = others.every((image) => uploadOf(image) === uploadOf(first) || widthOf(image) < width);
  return isLargest && width < Infinity ? first : null;
}

/** @param {ParentNode} part */
const photosIn = (part) => /** @type {NodeListOf<HTMLImageElement>} */ (part.querySelectorAll(PERSON_PHOTO));

/** @param {Passing} place @param {PersonAsRead[]} people @param {number} tries */
async function send(place, people, tries) {
  try {
    await ask('see-people', { place, people });
  } catch {
    const wait = RETRY_AFTER[tries];
    if (wait === undefined || !isAlive()) return;
    await new Promise((later) => setTimeout(later, wait));
    await send(place, people, tries + 1);
  }
}

/** Reads and sends people; each once per page load. */
export class People {
  /** @type {Set<string>} Profiles that were sent. */
  #sent = new Set();
  /** @type {WeakMap<HTMLImageElement, { address: string, tries: number }>} Photos that need no further look, or had some. */
  #looks = new WeakMap();
  /** @type {Passing | null | undefined} Where the last look was. */
  #place;

  /**
   * Reads the people in a part of the page.
   * @param {ParentNode | null} part @param {Passing | null} place null: nobody is passed by here.
   * @param {(node: Node) => boolean} isCard Whether a node belongs to an invitation card, which is read by the inbox.
   */
  async sweep(part, place, isCard) {
    const isMoved = this.#place !== undefined && place !== this.#place;
    this.#place = place;
    if (!place || !part) return;
    // The address changes before the page does: photos already present belong to the page before.
    if (isMoved) for (const image of photosIn(part)) this.#looked(image, true);
    /** @type {Array<{ image: HTMLImageElement, person: PersonAsRead }>} */
    const read = [];
    await inSlices(
      photosIn(part),
      (image) => {
        if (!this.#wants(image) || isCard(image)) return;
        const person = readPerson(image);
        this.#looked(image, person !== null);
        if (person && !this.#sent.has(person.profile)) read.push({ image, person });
      },
      { size: PHOTOS },
    );
    const found = read.length > 0 ? await this.#own(part, read) : new Map();
    const people = [...found.values()];
    for (const { profile } of people) this.#sent.add(profile);
    for (let start = 0; start < people.length; start += MAX_PEOPLE)
      send(place, people.slice(start, start + MAX_PEOPLE), 0);
  }

  /**
   * Each person once, with the photo that is their own. All pictures linked to them are compared, also those that the
   * page has not loaded yet: the own photo may be the last to come.
   * @param {ParentNode} part @param {Array<{ image: HTMLImageElement, person: PersonAsRead }>} read
   * @returns {Promise<Map<string, PersonAsRead>>} By profile.
   */
  async #own(part, read) {
    /** @type {Map<string, HTMLImageElement[]>} */
    const linked = new Map();
    await inSlices(
      photosIn(part),
      (image) => {
        const link = image.closest(PERSON);
        if (!link || !isDrawn(image) || isFaded(image)) return;
        const slug = linkedSlug(link);
        const theirs = linked.get(slug);
        if (theirs) theirs.push(image);
        else linked.set(slug, [image]);
      },
      { size: PHOTOS },
    );
    /** @type {Map<string, PersonAsRead>} */
    const found = new Map();
    for (const { image, person } of read) {
      const theirs = linked.get(slugIn(person.profile)) ?? [];
      const own = ownAmong(theirs.includes(image) ? theirs : [...theirs, image], person.name);
      if (own && uploadOf(own) === uploadOf(image) && !found.has(person.profile)) found.set(person.profile, person);
    }
    return found;
  }

  /** @param {HTMLImageElement} image */
  #wants(image) {
    const known = this.#looks.get(image);
    return (known?.address !== shownAddress(image) || known.tries < TRIES) && isShown(image);
  }

  /** @param {HTMLImageElement} image @param {boolean} isRead */
  #looked(image, isRead) {
    const known = this.#looks.get(image);
    const before = known?.address === shownAddress(image) ? known.tries : 0;
    this.#looks.set(image, { address: shownAddress(image), tries: isRead ? TRIES : before + 1 });
  }
}
