// The invitation dealt with last, in one line above the one that is open now: its result, and an undo button.

import { actionsOf } from '../actions.js';
import { isBeingRead } from '../shared/photo-check-state.js';
import { el, put } from '../shared/dom.js';
import { counted, engineName, person, say, shortDay, verdictLine } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../requests').PhotoShown} PhotoShown */

/** @param {View} view The result, in words. */
function outcome(view) {
  const { aside } = actionsOf(view.key);
  const { reading } = /** @type {Partial<PhotoShown>} */ (view.photo ?? {});
  if (aside !== undefined) return say('deed_aside', shortDay(aside));
  if (reading && isBeingRead(view)) return say('searching', engineName(reading.engine));
  if (reading && reading.state !== 'open' && reading.state !== 'closed')
    return say(`reading_${reading.state}`, engineName(reading.engine));
  return verdictLine(view);
}

/**
 * @param {{ viewOf: (key: string) => View | null | undefined, open: (key: string) => void, undo: (keys: string[]) => void }} around
 */
export function createLastResult({ viewOf, open, undo }) {
  const words = el('span', { role: 'status' });
  let isDone = false;
  const back = el('button', {
    type: 'button',
    class: 'textual',
    'data-place': 'last-result-undo',
    click: () => (isDone ? undo(keys) : open(keys[0])),
  });
  const node = el('div', { class: 'last-result', hidden: true }, words, back);
  /** @type {string[]} */
  let keys = [];
  let since = 0;
  /** Whether to say instead that nobody is left. */
  let ended = '';

  function draw() {
    const views = keys.flatMap((key) => viewOf(key) ?? []);
    node.hidden = views.length === 0 && ended === '';
    back.hidden = views.length === 0;
    if (views.length === 0) {
      if (words.textContent !== ended) words.textContent = ended;
      return;
    }
    const [view] = views;
    const line =
      views.length > 1 ? counted('aside_together', views.length) : say('lately', person(view.name), outcome(view));
    if (words.textContent !== line) words.textContent = line;
    // A search that is being read has nothing to undo: the button opens it.
    isDone = views.length > 1 || actionsOf(view.key).aside !== undefined || (view.photo?.answer ?? null) !== null;
    put(back, say(isDone ? 'undo' : 'lately_open'));
  }

  return {
    node,
    /** @param {boolean} isOver Whether nobody is left to be checked. */
    update: (isOver) => {
      if (!isOver) ended = '';
      draw();
    },
    keys: () => keys,
    /** When it was done, in epoch milliseconds. */
    at: () => since,
    /** @param {string[]} dealt The keys of those dealt with; none: the line is cleared. */
    say: (dealt) => {
      keys = dealt;
      since = Date.now();
      ended = '';
      draw();
    },
    /**
     * Says that nobody else is to be checked.
     * @param {number} read How many searches are still being read. @param {boolean} isSelection Whether search or filter leave
     * out somebody who is.
     */
    last: (read, isSelection) => {
      keys = [];
      ended = [say(isSelection ? 'nobody_left_here' : 'nobody_left'), read > 0 && counted('still_reading', read)]
        .filter(Boolean)
        .join(' ');
      draw();
    },
    /** @param {string} key An invitation that was opened again. */
    opened: (key) => {
      if (keys.length === 1 && keys[0] === key) keys = [];
      ended = '';
      draw();
    },
  };
}
