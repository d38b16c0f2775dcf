// A cache of the core's answers: by the card as read, so that a redrawn card gets its badge at once, and the latest
// view by key.

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').CardSeen} CardSeen */

/** The most answers that are kept beyond those of cards on the page, which may stay open for days. */
const MOST = 500;

export class Answers {
  /** @type {Map<string, CardSeen>} */
  #seen = new Map();
  /** @type {Map<string, View>} Views change when others arrive. */
  #views = new Map();

  /** @param {string} read The card, as JSON. */
  of(read) {
    return this.#seen.get(read);
  }

  /** @param {string} read @param {CardSeen} seen */
  take(read, seen) {
    this.#seen.set(read, seen);
  }

  /** @param {View[]} views */
  update(views) {
    for (const view of views) this.#views.set(view.key, view);
  }

  /** The answer with the latest view. @template {CardSeen | null} T @param {T} seen @returns {T} */
  latest(seen) {
    const view = seen?.kind === 'invitation' ? this.#views.get(seen.view.key) : undefined;
    return view && seen?.kind === 'invitation' && view !== seen.view ? { ...seen, view } : seen;
  }

  /** @param {string[] | null} keys null: all. */
  forget(keys) {
    for (const [read, seen] of this.#seen)
      if (keys === null || (seen.kind === 'invitation' && keys.includes(seen.view.key))) this.#seen.delete(read);
    for (const key of keys ?? this.#views.keys()) this.#views.delete(key);
  }

  /**
   * Drops the answers of cards that left the page long ago.
   * @param {Array<{ read: string, seen: CardSeen | null }>} shown
   */
  trim(shown) {
    if (this.#seen.size <= shown.length + MOST) return;
    const reads = new Set(shown.map(({ read }) => read));
    for (const read of this.#seen.keys()) {
      if (this.#seen.size <= reads.size + MOST / 2) break;
      if (!reads.has(read)) this.#seen.delete(read);
    }
    const kept = [...this.#seen.values(), ...shown.map(({ seen }) => seen)];
    const keys = new Set(kept.map((seen) => (seen?.kind === 'invitation' ? seen.view.key : '')));
    for (const key of this.#views.keys()) if (!keys.has(key)) this.#views.delete(key);
  }
}
