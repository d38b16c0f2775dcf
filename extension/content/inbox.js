// The cards of one page: read, asked about, badged; found again when the page redraws them.

import { createBadge } from '../badge/badge.js';
import { mayNeverAct } from '../badge/press-guard.js';
import { createSealed } from '../badge/sealed.js';
import { schemeBehind } from '../badge/scheme.js';
import { shield } from '../badge/raised-shield.js';
import { Refusal, ask } from '../messages.js';
import { isToCheck } from '../shared/next-step.js';
import { AnsweredCards } from './answered-cards.js';
import { Answers } from './answers.js';
import { CardCache, findCards } from './cards.js';
import { isFaded } from './visibility.js';
import { REDRAWN, isBeingDrawn, isUnfetched, newEntry } from './entry.js';
import { identityOf, isAnother, isHalfDrawn, isOn, isPhotoComing, linkedOn } from './identity.js';
import { PageReport } from './page-report.js';
import { putBelow, readCard } from './reading.js';
import { ITEM } from './selectors.js';
import { PUT_BACK_AT_MOST, STABLE, STABLE_AT_MOST, settled } from './page-settled.js';
import { inSlices } from './slices.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').CardSeen} CardSeen */

/** @typedef {import('./entry.js').Entry} Entry */

/** The waits before asking again, in milliseconds: the background may have been ended. The last one repeats. */
const RETRY_AFTER = [200, 1000, 4000, 15_000];
/** The index of the first wait after an answer without the photo. */
const PHOTO_TRIES = 2;
/** The answer used for a card whose key belongs to another person's card: the core's answer is about that person. @type {CardSeen} */
const OF_ANOTHER = { kind: 'other-kind' };

export class Inbox {
  /** @type {Map<Element, Entry>} */
  #entries = new Map();
  #cards = new CardCache();
  /** @type {WeakSet<Node>} */
  #hosts = new WeakSet();
  #answers = new Answers();
  #showing = 0;
  #badges;
  /** @type {PageReport | null} Of the list alone. */
  #report;
  #tell;

  /** @param {{ badges: boolean, isList: boolean, answered: () => void }} how `answered`: called when the core has answered about a card. */
  constructor({ badges, isList, answered }) {
    this.#badges = badges;
    this.#report = isList ? new PageReport(() => this.#seenCards()) : null;
    this.#tell = answered;
  }

  /** @returns {Array<[Element, CardSeen | 'unseen' | null]>} */
  #seenCards() {
    return [...this.#entries].map(([root, { seen, awaits }]) => [root, seen ?? (awaits === 'faded' ? 'unseen' : null)]);
  }

  /** @param {Node} node */
  isOurs = (node) => this.#hosts.has(node);

  #answeredCards = new AnsweredCards({
    entries: this.#entries,
    isOurs: this.isOurs,
    forget: (key) => this.#answers.forget([key]),
  });

  /** Whether a node is in a card that is an invitation. @param {Node} node */
  holds(node) {
    for (const [root, { seen }] of this.#entries)
      if (seen?.kind !== 'not-an-invitation' && root.contains(node)) return true;
    return false;
  }

  /**
   * The page changed here.
   * @param {Node} node @param {string | null} [attribute] The attribute that changed; null: its content. @param {boolean} [isStyle] Whether it is `style` or `class`.
   */
  touch(node, attribute = null, isStyle = false) {
    // An attribute of an ancestor may change what each item is, and whether it is shown.
    if (attribute !== null && node instanceof Element && node.querySelector(ITEM)) this.#cards.forgetAll();
    for (let at = /** @type {Node | null} */ (node); at; at = at.parentNode) {
      this.#cards.forget(at);
      const entry = at instanceof Element ? this.#entries.get(at) : undefined;
      if (!entry) continue;
      entry.stale = true;
      if (!isStyle) entry.changed = performance.now();
    }
  }

  /** The user pressed something. @param {Event} event */
  press(event) {
    this.#answeredCards.press(event);
  }

  /** Scans the part of the page that holds the list. @param {ParentNode} part @returns {Promise<void>} */
  async sweep(part) {
    this.#cards.expire();
    const cards = await findCards(part, this.#cards);
    for (const [root, entry] of this.#entries) if (!cards.has(root)) this.#drop(root, entry);
    // Most cards are unchanged and have no badge.
    const changed = [...cards].filter(([root]) => {
      const entry = this.#entries.get(root);
      return !entry || entry.stale || entry.awaits === 'faded' || entry.seen?.kind === 'invitation';
    });
    await inSlices(changed, ([root, found]) => this.#look(root, found));
    this.#answeredCards.check();
    this.#report?.now();
    this.#answers.trim([...this.#entries.values()]);
  }

  /** @param {Element} root @param {'marked' | 'structure'} found */
  #look(root, found) {
    let entry = this.#entries.get(root);
    if (!entry) {
      entry = newEntry(found);
      this.#entries.set(root, entry);
    }
    if (!entry.stale && entry.awaits !== 'faded') return this.#show(root, entry);
    entry.stale = false;
    const { card, nodes, pictures } = readCard(root, found, this.isOurs);
    const read = JSON.stringify(card);
    const answer = this.#answers.of(read);
    const who = identityOf(card);
    if (entry.who && isAnother(entry.who, who)) {
      this.#takeFrom(entry);
      if (!answer && isBeingDrawn(entry, isHalfDrawn(entry.who, who))) return this.#lookAgain(root, entry);
    }
    Object.assign(entry, { who, otherSince: 0, linked: linkedOn(card) });
    if (!answer && this.#awaits(root, entry, isPhotoComing(who, pictures))) return this.#show(root, entry);
    if (entry.seen?.kind === 'invitation') entry.at = nodes.get(entry.seen.nameAt);
    if (read === entry.read) return this.#show(root, entry);
    entry.read = read;
    if (answer) this.#take(root, entry, answer, nodes);
    // Asked again although the answer is known: the photo may be available now.
    this.#ask(root, entry, card, nodes, 0);
  }

  /**
   * Whether to wait with the question about a card until its photo is there, or the card can be seen. A photo is not waited
   * for long, since it may never come. A photo that the page requests only when the user scrolls to it is not waited for:
   * the card is asked about without it, and again when it has loaded.
   * @param {Element} root @param {Entry} entry @param {boolean} isComing
   */
  #awaits(root, entry, isComing) {
    const now = performance.now();
    entry.awaits = !isComing ? '' : isFaded(root) ? 'faded' : 'photo';
    entry.awaitsSince = isComing ? entry.awaitsSince || now : 0;
    if (entry.awaits !== 'photo') return isComing;
    if (now - entry.awaitsSince < STABLE_AT_MOST) this.#lookAgain(root, entry);
    else entry.awaits = '';
    return entry.awaits !== '';
  }

  /** Whether a card waits until it is no longer transparent. */
  awaitsFading() {
    return [...this.#entries.values()].some(({ awaits }) => awaits === 'faded');
  }

  /** The row shows another person now: drops everything known of the person before. @param {Entry} entry */
  #takeFrom(entry) {
    entry.badge?.remove();
    Object.assign(entry, {
      badge: null,
      read: '',
      before: entry.seen ?? entry.before,
      seen: null,
      otherSince: entry.otherSince || performance.now(),
    });
  }

  /** @param {Element} root @param {Entry} entry */
  #lookAgain(root, entry) {
    entry.stale = true;
    entry.again ||= window.setTimeout(() => {
      entry.again = 0;
      if (root.isConnected && this.#entries.get(root) === entry) this.#look(root, entry.found);
    }, REDRAWN);
  }

  /**
   * @param {Element} root @param {Entry} entry @param {import('../shapes').CardAsRead} card
   * @param {Map<number, Node>} nodes @param {number} tries
   */
  async #ask(root, entry, card, nodes, tries) {
    const { read } = entry;
    try {
      const seen = await ask('see-card', { card });
      this.#answers.take(read, seen);
      if (seen.kind === 'invitation') this.update([seen.view, ...seen.others]);
      if (entry.read === read && this.#entries.get(root) === entry) this.#take(root, entry, seen, nodes);
      // The card was answered without its photo. It is asked about again, since the notice that should follow is lost if
      // the background ends first.
      if (isUnfetched(entry.seen))
        await this.#askLater(root, entry, card, nodes, Math.max(tries, PHOTO_TRIES), () => isUnfetched(entry.seen));
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'bad-request' || error.code === 'paused') return;
      await this.#askLater(root, entry, card, nodes, tries);
    }
  }

  /**
   * Asks again after a while, unless the card has changed meanwhile.
   * @param {Element} root @param {Entry} entry @param {import('../shapes').CardAsRead} card
   * @param {Map<number, Node>} nodes @param {number} tries @param {() => boolean} [isWanted] Asked after the wait.
   */
  async #askLater(root, entry, card, nodes, tries, isWanted = () => true) {
    const { read } = entry;
    await new Promise((later) => setTimeout(later, RETRY_AFTER[Math.min(tries, RETRY_AFTER.length - 1)]));
    if (entry.read === read && this.#entries.get(root) === entry && isWanted())
      this.#ask(root, entry, card, nodes, tries + 1);
  }

  /** @param {Element} root @param {Entry} entry @param {CardSeen} seen @param {Map<number, Node>} nodes */
  #take(root, entry, seen, nodes) {
    const before = entry.seen ?? entry.before;
    Object.assign(entry, { seen: this.#latest(entry, seen), before: null });
    if (seen.kind === 'invitation') {
      entry.at = nodes.get(seen.nameAt);
    } else if (
      before?.kind === 'invitation' &&
      seen.kind === 'not-an-invitation' &&
      this.#isStill(entry, before.view)
    ) {
      // The same card is no longer an invitation: it was answered. (A row reused for somebody else, or for an invitation
      // of another kind, tells nothing about the one before.)
      this.#answeredCards.note(before.view.key);
    }
    this.#show(root, entry);
    this.#report?.soon();
    this.#tell();
  }

  /** Whether a card shows the person of this view, or nobody. @param {Entry} entry @param {View} view */
  #isStill = ({ who, linked }, view) => !who?.slug || isOn(linked, view);

  /** The answer with the latest view, if that is about the person on the card. @param {Entry} entry @param {CardSeen | null} seen */
  #latest({ linked }, seen) {
    const latest = this.#answers.latest(seen);
    return latest?.kind === 'invitation' && !isOn(linked, latest.view) ? OF_ANOTHER : latest;
  }

  /** Verdicts changed. @param {View[]} views */
  update(views) {
    this.#answers.update(views);
    for (const [root, entry] of this.#entries) {
      const seen = this.#latest(entry, entry.seen);
      if (seen === entry.seen) continue;
      entry.seen = seen;
      this.#show(root, entry);
    }
  }

  /**
   * Removes the badges of people who were forgotten, until their cards are drawn or read again. If everybody was, the page as
   * a whole is not reported before, either.
   * @param {string[] | null} keys null: everybody.
   */
  forget(keys) {
    this.#answers.forget(keys);
    for (const entry of this.#entries.values()) {
      if (entry.seen?.kind !== 'invitation' || (keys !== null && !keys.includes(entry.seen.view.key))) continue;
      entry.seen = keys === null ? null : { kind: 'other-kind' };
      entry.badge?.remove();
      entry.badge = null;
    }
  }

  /** Updates a panel when it is opened: the memory may have grown since. @param {string} key */
  #refresh(key) {
    ask('view', { key })
      .then((view) => view && this.update([view]))
      .catch(() => {});
  }

  /** @param {boolean} badges */
  showBadges(badges) {
    this.#badges = badges;
    for (const [root, entry] of this.#entries) this.#show(root, entry);
  }

  /** Puts the badge where it belongs, or takes it away. @param {Element} root @param {Entry} entry */
  #show(root, entry) {
    const { seen } = entry;
    if (seen?.kind !== 'invitation' || !this.#badges) {
      entry.badge?.remove();
      entry.badge = null;
      return;
    }
    if (!entry.badge) {
      const what = { view: seen.view, scheme: schemeBehind(root) };
      entry.badge =
        shield()?.reached || mayNeverAct()
          ? createSealed(what)
          : createBadge({
              ...what,
              next: () => this.#nextAfter(root),
              onToggle: (open) => open && entry.seen?.kind === 'invitation' && this.#refresh(entry.seen.view.key),
            });
      this.#hosts.add(entry.badge.host);
    } else {
      entry.badge.update(seen.view);
      entry.badge.setScheme(schemeBehind(root));
    }
    if (!root.contains(entry.badge.host)) {
      // The page may have moved the badge to another person's card.
      if (entry.putBack >= PUT_BACK_AT_MOST) return entry.badge.host.remove();
      const now = performance.now();
      const wait = now - entry.since > STABLE_AT_MOST ? 0 : STABLE - (now - entry.changed);
      if (!settled() || wait > 0) return this.#later(settled() ? wait : 0);
      entry.putBack += 1;
      putBelow(root, entry.at, entry.badge.host);
    }
  }

  /** Shows the badge after a wait, when the card is stable; `0`: not before the page has settled, which calls `showAll`. @param {number} wait */
  #later(wait) {
    if (wait > 0) this.#showing ||= window.setTimeout(() => this.showAll(), wait);
  }

  /** Shows the badges that had to wait for the page to settle. */
  showAll() {
    clearTimeout(this.#showing);
    this.#showing = 0;
    for (const [root, entry] of this.#entries) if (root.isConnected) this.#show(root, entry);
  }

  /** @param {Element} root @param {Entry} entry */
  #drop(root, entry) {
    this.#entries.delete(root);
    entry.badge?.remove();
  }

  /** Asks about every card again: photos may be available now. */
  askAgain() {
    this.#answers.forget(null);
    for (const entry of this.#entries.values()) Object.assign(entry, { read: '', stale: true });
  }

  /** Removes badges that the page moved to another document. */
  reclaim() {
    for (const entry of this.#entries.values()) {
      if (!entry.badge || entry.badge.host.ownerDocument === document) continue;
      entry.badge.remove();
      entry.badge = null;
    }
  }

  /** Returns a function that opens the next card to be checked, starting over at the end of the page; null: there is none. @param {Element} root @returns {(() => void) | null} */
  #nextAfter(root) {
    const roots = [...this.#entries.keys()]
      .filter((one) => one.isConnected)
      .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    const at = roots.indexOf(root);
    for (const next of [...roots.slice(at + 1), ...roots.slice(0, Math.max(at, 0))]) {
      const seen = this.#entries.get(next)?.seen;
      if (seen?.kind === 'invitation' && isToCheck(seen.view)) return () => void this.reveal(seen.view.key);
    }
    return null;
  }

  /** Brings a card into view. @param {string} key @returns {boolean} Whether it is on this page. */
  reveal(key) {
    for (const [root, { seen, badge }] of this.#entries) {
      if (seen?.kind !== 'invitation' || seen.view.key !== key) continue;
      // Without animation: in a background page Firefox would not scroll at all.
      const still = document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;
      root.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
      badge?.open();
      return true;
    }
    return false;
  }

  /** Takes every badge off the page. */
  leave() {
    this.#report?.stop();
    clearTimeout(this.#showing);
    for (const [root, entry] of this.#entries) this.#drop(root, entry);
  }
}
