// Tells the background how the page as a whole looks, when that changed.

import { ask } from '../messages.js';
import { readPage } from './page.js';

/** @typedef {import('../shapes').CardSeen} CardSeen */

/** How long after an answer the page as a whole is looked at, in milliseconds. */
const AFTER = 100;

export class PageReport {
  #cards;
  #last = '';
  #timer = 0;
  /** Which look is the latest: one that was overtaken while it was read says nothing. */
  #looks = 0;

  /** @param {() => Array<[Element, CardSeen | null]>} cards Those on the page, with what the core made of each. */
  constructor(cards) {
    this.#cards = cards;
  }

  /** Once for many answers in a row: it looks at the whole page. */
  soon() {
    this.#timer ||= window.setTimeout(() => this.now(), AFTER);
  }

  async now() {
    this.stop();
    const cards = this.#cards();
    const seen = cards.map(([, one]) => one);
    if (seen.includes(null)) return;
    const keys = seen.flatMap((card) => (card?.kind === 'invitation' ? [card.view.key] : []));
    const invitations = seen.filter((card) => card?.kind !== 'not-an-invitation').length;
    const look = (this.#looks += 1);
    const roots = cards.map(([root]) => root);
    const page = await readPage(document, roots, keys, invitations);
    if (!page || look !== this.#looks) return;
    const read = JSON.stringify(page);
    if (read === this.#last) return;
    this.#last = read;
    ask('see-page', { page }).catch(() => {
      this.#last = '';
    });
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = 0;
  }
}
