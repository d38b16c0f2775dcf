// Tells the background about the page as a whole, when it has changed.

import { ask } from '../messages.js';
import { readPage } from './page-reading.js';

/** @typedef {import('../shapes').CardSeen} CardSeen */

/** How long after an answer the page as a whole is read, in milliseconds. */
const AFTER = 100;

export class PageReport {
  #cards;
  #last = '';
  #timer = 0;
  /** The number of the latest reading: an earlier one that finishes later is not sent. */
  #looks = 0;

  /**
   * @param {() => Array<[Element, CardSeen | 'unseen' | null]>} cards Those on the page, with the core's answer for each;
   *   `unseen`: it is transparent.
   */
  constructor(cards) {
    this.#cards = cards;
  }

  /** Runs once for many answers in a row, since it reads the whole page. */
  soon() {
    this.#timer ||= window.setTimeout(() => this.now(), AFTER);
  }

  async now() {
    this.stop();
    const cards = this.#cards();
    const seen = cards.map(([, one]) => one);
    if (seen.includes(null)) return;
    const answered = seen.filter((card) => card !== null && card !== 'unseen');
    const keys = answered.flatMap((card) => (card.kind === 'invitation' ? [card.view.key] : []));
    const invitations = answered.filter((card) => card.kind !== 'not-an-invitation').length;
    // Nothing is known of the list yet.
    if (invitations === 0 && answered.length < seen.length) return;
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
