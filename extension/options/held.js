// Who is remembered: a list to search, with Forget for each.

import { el, put } from '../shared/dom.js';
import { profileLink } from '../shared/links.js';
import { copyCanvas, fillCopies } from '../shared/twins.js';
import { ask } from '../messages.js';
import { counted, person, problem, say, shortDay } from '../sentences.js';

/** @typedef {import('../shapes').Held} Held */

/** How long a forgetting can be undone, in milliseconds. */
const UNDO = 8000;
/** The most people shown at once. */
const MOST = 40;

/** @param {Held} held @param {string} wish In lower case. */
const matches = ({ name, profile, profileUrl }, wish) =>
  [name, profile, profileUrl].some((text) => text.toLocaleLowerCase().includes(wish));

/** @returns {{ nodes: HTMLElement[], refresh: () => Promise<void> }} */
export function heldList() {
  /** @type {Held[]} */
  let people = [];
  const heading = el('p', { role: 'status' });
  const list = el('ul', { class: 'held' });
  const rest = el('p', { class: 'hint' });
  const outcome = el('p', { class: 'outcome', role: 'status' });
  const search = el('input', { type: 'search', placeholder: say('held_search'), 'aria-label': say('held_search'), input: () => {
    if (!leaving) outcome.replaceChildren();
    show();
  } });

  /** Who is to be forgotten in a moment. @type {{ held: Held, at: number, timer: number } | null} */
  let leaving = null;

  /** Forgets who is to be forgotten, without waiting any longer. */
  async function carryOut() {
    if (!leaving) return;
    const { held, timer } = leaving;
    leaving = null;
    clearTimeout(timer);
    try {
      await ask('forget-person', { profile: held.profile });
      outcome.textContent = say('forgotten_one', person(held.name));
    } catch (error) {
      people.push(held);
      show();
      outcome.textContent = problem(error);
    }
  }
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void carryOut());
  addEventListener('pagehide', () => void carryOut());

  /** @param {Held} held */
  async function forget(held) {
    await carryOut();
    const at = people.indexOf(held);
    leaving = { held, at, timer: window.setTimeout(() => void carryOut(), UNDO) };
    people = people.filter((other) => other !== held);
    const undo = el('button', { type: 'button', class: 'textual', 'data-place': 'forget-undo', click: () => {
      if (leaving?.held !== held) return;
      clearTimeout(leaving.timer);
      leaving = null;
      people.splice(at, 0, held);
      outcome.textContent = '';
      show();
      search.focus();
    } }, say('undo'));
    put(outcome, say('forgetting', person(held.name)), ' ', undo);
    show();
    undo.focus();
  }

  function show() {
    const wish = search.value.trim().toLocaleLowerCase();
    const found = wish ? people.filter((held) => matches(held, wish)) : people;
    /** @type {Map<string, HTMLCanvasElement[]>} */
    const canvases = new Map();
    heading.textContent = people.length > 0 ? counted('held', people.length) : say('held_none');
    search.hidden = people.length === 0;
    list.replaceChildren(...found.slice(0, MOST).map((held) => {
      const name = person(held.name);
      const canvas = copyCanvas(say('photo_of', name));
      const [photo] = held.photos;
      if (photo !== undefined) canvases.set(photo, [...(canvases.get(photo) ?? []), canvas]);
      return el('li', {}, canvas,
        el('div', { class: 'person' }, profileLink(held.profileUrl, name),
          held.earlierNames > 0 && el('span', { class: 'fact' }, counted('earlier_names', held.earlierNames)),
          el('span', { class: 'fact' }, say('held_dates', shortDay(held.firstSeen), shortDay(held.lastSeen)))),
        el('button', { type: 'button', class: 'button', 'aria-label': say('forget_one_label', name), click: () => forget(held) }, say('forget_one')));
    }));
    rest.textContent = found.length > MOST ? counted('held_more', found.length - MOST) : people.length > 0 && found.length === 0 ? say('held_no_match') : '';
    void fillCopies(canvases);
  }

  return {
    nodes: [heading, search, list, rest, outcome],
    refresh: async () => {
      try {
        await carryOut();
        people = await ask('held');
        people.sort((a, b) => b.lastSeen - a.lastSeen);
        show();
      } catch (error) {
        heading.textContent = problem(error);
      }
    },
  };
}
