// The people who are remembered: a list to search, with a Forget button for each.

import { el, put } from '../shared/dom.js';
import { profileLink } from '../shared/links.js';
import { renditionCanvas, fillRenditions } from '../shared/twins.js';
import { ask } from '../messages.js';
import { counted, person, problem, say, shortDay } from '../sentences.js';

/** @typedef {import('../shapes').RememberedPerson} RememberedPerson */

/** How long a forgetting can be undone, in milliseconds. */
const UNDO = 8000;
/** The most people shown at once. */
const MOST = 40;

/** @param {RememberedPerson} entry @param {string} wish In lower case. */
const matches = ({ name, profile, profileUrl }, wish) =>
  [name, profile, profileUrl].some((text) => text.toLocaleLowerCase().includes(wish));

/** @returns {{ nodes: HTMLElement[], refresh: () => Promise<void> }} */
export function rememberedList() {
  /** @type {RememberedPerson[]} */
  let people = [];
  const heading = el('p', { role: 'status' });
  const list = el('ul', { class: 'people' });
  const rest = el('p', { class: 'hint' });
  const outcome = el('p', { class: 'outcome', role: 'status' });
  const search = el('input', {
    type: 'search',
    placeholder: say('remembered_search'),
    'aria-label': say('remembered_search'),
    input: () => {
      if (!leaving) outcome.replaceChildren();
      show();
    },
  });

  /** Who is forgotten when the timer ends. @type {{ entry: RememberedPerson, at: number, timer: number } | null} */
  let leaving = null;

  /** Forgets that person now, without waiting any longer. */
  async function carryOut() {
    if (!leaving) return;
    const { entry, timer } = leaving;
    leaving = null;
    clearTimeout(timer);
    try {
      await ask('forget-person', { profile: entry.profile });
      outcome.className = 'outcome done';
      outcome.textContent = say('forgotten_one', person(entry.name));
    } catch (error) {
      people.push(entry);
      show();
      outcome.className = 'outcome trouble';
      outcome.textContent = problem(error);
    }
  }
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void carryOut());
  addEventListener('pagehide', () => void carryOut());

  /** @param {RememberedPerson} entry */
  async function forget(entry) {
    await carryOut();
    const at = people.indexOf(entry);
    leaving = { entry, at, timer: window.setTimeout(() => void carryOut(), UNDO) };
    people = people.filter((other) => other !== entry);
    const undo = el(
      'button',
      {
        type: 'button',
        class: 'textual',
        'data-place': 'forget-undo',
        click: () => {
          if (leaving?.entry !== entry) return;
          clearTimeout(leaving.timer);
          leaving = null;
          people.splice(at, 0, entry);
          outcome.textContent = '';
          show();
          search.focus();
        },
      },
      say('undo'),
    );
    outcome.className = 'outcome';
    put(outcome, say('forgetting', person(entry.name)), ' ', undo);
    show();
    undo.focus();
  }

  function show() {
    const wish = search.value.trim().toLocaleLowerCase();
    const found = wish ? people.filter((entry) => matches(entry, wish)) : people;
    /** @type {Map<string, HTMLCanvasElement[]>} */
    const canvases = new Map();
    heading.textContent = people.length > 0 ? counted('remembered', people.length) : say('remembered_none');
    search.hidden = people.length === 0;
    list.replaceChildren(
      ...found.slice(0, MOST).map((entry) => {
        const name = person(entry.name);
        const canvas = renditionCanvas(say('photo_of', name));
        const [photo] = entry.photos;
        if (photo !== undefined) canvases.set(photo, [...(canvases.get(photo) ?? []), canvas]);
        return el(
          'li',
          {},
          canvas,
          el(
            'div',
            { class: 'person' },
            profileLink(entry.profileUrl, name),
            entry.earlierNames > 0 && el('span', { class: 'fact' }, counted('earlier_names', entry.earlierNames)),
            el('span', { class: 'fact' }, say('remembered_dates', shortDay(entry.firstSeen), shortDay(entry.lastSeen))),
          ),
          el(
            'button',
            {
              type: 'button',
              class: 'button',
              'aria-label': say('forget_one_label', name),
              click: () => forget(entry),
            },
            say('forget_one'),
          ),
        );
      }),
    );
    rest.textContent =
      found.length > MOST
        ? counted('remembered_more', found.length - MOST)
        : people.length > 0 && found.length === 0
          ? say('remembered_no_match')
          : '';
    void fillRenditions(canvases);
  }

  return {
    nodes: [heading, search, list, rest, outcome],
    refresh: async () => {
      try {
        await carryOut();
        people = await ask('people');
        people.sort((a, b) => b.lastSeen - a.lastSeen);
        show();
      } catch (error) {
        heading.textContent = problem(error);
      }
    },
  };
}
