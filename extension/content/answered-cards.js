// Notices that the user answered an invitation on the page: one of the controls that answer its card was pressed, and
// the card disappeared soon after, or is no longer an invitation.

import { ask } from '../messages.js';
import { answeringControls } from './answering.js';
import { labelOf, languageOf, readCard } from './reading.js';

/** @typedef {import('./entry.js').Entry} Entry */

/** A card that disappears within this time of a press on one of its controls was answered, in milliseconds. */
const ANSWERED_WITHIN = 10_000;

export class AnsweredCards {
  /** @type {{ key: string, root: Element, at: number, language: string, label: string } | null} */
  #pressed = null;
  #entries;
  #isOurs;
  #forget;

  /**
   * @param {object} of
   * @param {ReadonlyMap<Element, Entry>} of.entries The cards on the page.
   * @param {(node: Node) => boolean} of.isOurs
   * @param {(key: string) => void} of.forget Drops the core's answer: if the card is drawn again, the core is asked again.
   */
  constructor({ entries, isOurs, forget }) {
    this.#entries = entries;
    this.#isOurs = isOurs;
    this.#forget = forget;
  }

  /** The user pressed something: remembers the card if that answers it. @param {Event} event */
  press(event) {
    const { target } = event;
    if (!event.isTrusted || !(target instanceof Element)) return;
    for (const [root, { found, seen }] of this.#entries) {
      if (!root.contains(target) || seen?.kind !== 'invitation') continue;
      const { card, nodes } = readCard(root, found, this.#isOurs);
      const controls = answeringControls(card.pieces, seen.view.name).map((at) => nodes.get(at));
      const control = controls.find((one) => one?.contains(target));
      if (!(control instanceof Element)) continue;
      const [language, label] = [
        languageOf(root),
        labelOf(control) || (control.textContent ?? '').trim().slice(0, 200),
      ];
      this.#pressed = { key: seen.view.key, root, at: Date.now(), language, label };
    }
  }

  /** Notes the pressed card as answered if it has just disappeared. */
  check() {
    const pressed = this.#pressed;
    if (!pressed || this.#entries.has(pressed.root)) return;
    const isBack = [...this.#entries.values()].some(
      ({ seen }) => seen?.kind === 'invitation' && seen.view.key === pressed.key,
    );
    if (!isBack && Date.now() - pressed.at < ANSWERED_WITHIN) this.note(pressed.key);
    this.#pressed = null;
  }

  /** Notes an invitation as answered. @param {string} key */
  note(key) {
    this.#forget(key);
    const pressed = this.#pressed?.key === key ? this.#pressed : null;
    this.#pressed = pressed ? null : this.#pressed;
    ask('mark-handled', { key, language: pressed?.language ?? '', label: pressed?.label ?? '' }).catch(() => {});
  }
}
