// One invitation in full: the person, the findings and the actions; and a foot with the next step.

import { face } from './face.js';
import { currentSettings } from '../shared/current-settings.js';
import { el, boldStart, put, rebuild } from '../shared/dom.js';
import { INVITATIONS_URL, outLink, profileLink } from '../shared/links.js';
import { arrowBack } from '../shared/icons.js';
import { footOf } from '../shared/next-step.js';
import { sheetBody } from '../shared/sheet.js';
import { asShown, finders, withPhoto } from '../shared/view-context.js';
import { openTab } from '../browser.js';
import { actionsOf } from '../actions.js';
import { ask } from '../messages.js';
import { HEADLINE_LENGTH, month, person, plain, problem, say, verdictLine, verdictWord } from '../sentences.js';

/** @typedef {import('../shapes').View} View */

/** The undo buttons, in the order in which they are tried. */
const UNDOS = ['reported-undo', 'aside-undo', 'check-undo', 'opinion-undo'];
/** Answers to an open question, in the order shown. */
const ANSWERS = '.question button';

/**
 * @typedef {object} Host What the detail view needs from the page around it.
 * @property {(view: View) => void} changed The user answered; the view as it is now.
 * @property {() => (() => void) | null} next Returns what opens the next invitation to be checked.
 * @property {(key: string) => () => boolean} onward Decides which is next; the returned function opens it.
 * @property {() => string[]} bare Keys of the invitations to be checked that show no photo.
 * @property {(keys: string[]) => void} setAside Sets them aside together.
 * @property {() => void} end Back to the list.
 * @property {(key: string) => { at: number, of: number } | null} placeOf
 * @property {(by: number) => void} step Moves to the invitation beside it.
 * @property {(key: string) => boolean} isAccepted Whether it was accepted earlier, and is to be reviewed.
 */

/**
 * Keeps the question that was just opened, even if the background has not stored yet that it was asked.
 * @param {View} shown @param {View} next @returns {View}
 */
function stillAsking({ photo: before }, next) {
  const { photo } = next;
  const isLost =
    before !== null &&
    photo !== null &&
    before.id === photo.id &&
    before.asked !== null &&
    before.answer === null &&
    photo.asked === null &&
    photo.answer === null;
  return isLost ? withPhoto(next, { ...photo, asked: before.asked }) : next;
}

/** @param {Host} host */
export function createDetail(host) {
  /** @type {View | null} */
  let view = null;
  /** The state of each invitation while others are open. @type {Map<string, Map<string, unknown>>} */
  const keptOf = new Map();
  const count = el('span', { class: 'place' });
  const before = el(
    'button',
    {
      type: 'button',
      class: 'icon',
      'data-place': 'before',
      'aria-label': say('detail_before'),
      title: say('detail_before'),
      click: () => host.step(-1),
    },
    '‹',
  );
  const after = el(
    'button',
    {
      type: 'button',
      class: 'icon',
      'data-place': 'after',
      'aria-label': say('detail_after'),
      title: say('detail_after'),
      click: () => host.step(1),
    },
    '›',
  );
  const back = el(
    'button',
    { type: 'button', class: 'icon back', 'data-place': 'back', click: () => host.end() },
    arrowBack(),
    el('span', {}, say('detail_back')),
  );
  const who = el('div', { class: 'who' });
  const body = el('div', { class: 'body', tabindex: -1 });
  const foot = el('div', { class: 'foot', tabindex: -1 });
  const node = el(
    'section',
    { class: 'detail', 'aria-labelledby': 'detail-title', tabindex: -1, hidden: true },
    el('div', { class: 'bar' }, back, el('span', { class: 'grow' }), before, count, after),
    who,
    body,
    foot,
  );

  /** @param {View} of */
  const kept = (of) => {
    const known = keptOf.get(of.key) ?? new Map();
    keptOf.set(of.key, known);
    return known;
  };

  async function show() {
    if (!view) return;
    const { key } = view;
    try {
      context.kept.set('reveal', (await ask('reveal', { key })) === true ? 'shown' : 'away');
    } catch (error) {
      context.kept.set('reveal', problem(error));
    }
    draw();
  }

  /** @type {import('../shared/view-context.js').ViewContext} */
  const context = {
    get kept() {
      return view ? kept(view) : new Map();
    },
    redraw: (next) => {
      // Another invitation may be open by now.
      if (next.key !== view?.key) return;
      const isAnswered = JSON.stringify(next) !== JSON.stringify(view);
      view = next;
      draw();
      if (isAnswered) host.changed(next);
    },
    ...finders(node),
    // The popup closes when the tab opens: the text must be on the clipboard by then.
    leave: (url) => void openTab(url),
    show: () => void show(),
    get next() {
      return host.next();
    },
    onward: (key) => {
      const goOn = host.onward(key);
      // Another one may have been opened meanwhile.
      return () => key === view?.key && goOn();
    },
    get bare() {
      const keys = host.bare();
      return { count: keys.length, setAside: () => host.setAside(keys) };
    },
    end: () => host.end(),
  };

  const revealed = () => {
    const state = context.kept.get('reveal');
    if (typeof state !== 'string' || state === 'shown') return null;
    return el(
      'p',
      { class: 'hint', role: 'status' },
      state === 'away' ? say('reveal_away') : state,
      ' ',
      outLink(INVITATIONS_URL, say('open_invitations')),
    );
  };

  /** The last drawing. */
  let drawnAs = '';
  const state = () =>
    view &&
    JSON.stringify([
      asShown(view),
      actionsOf(view.key),
      host.next() !== null,
      host.bare().length,
      host.isAccepted(view.key),
      currentSettings(),
    ]);

  /** Updates its place in the list alone: a change there must not rebuild everything under the pointer. */
  function showPlace() {
    const place = view && host.placeOf(view.key);
    count.textContent = place ? say('detail_place', place.at, place.of) : '';
    before.disabled = !place || place.at === 1;
    after.disabled = !place || place.at === place.of;
  }

  function draw() {
    if (!view) return;
    drawnAs = state() ?? '';
    const one = view;
    const headline = plain(one.headline, HEADLINE_LENGTH);
    showPlace();
    who.className = `who ${one.verdict}`;
    rebuild(document, who, () => [
      face(one, 20),
      el(
        'div',
        { class: 'lines' },
        el('h2', { id: 'detail-title', dir: 'auto' }, profileLink(one.profileUrl, person(one.name))),
        headline && el('p', { class: 'headline', dir: 'auto' }, headline),
        el('p', { class: 'basis' }, ...boldStart(verdictWord(one.verdict), verdictLine(one))),
        one.handled !== null &&
          el(
            'p',
            { class: 'headline' },
            host.isAccepted(one.key) ? say('accepted_in', month(one.handled)) : say('answered_text'),
          ),
      ),
    ]);
    who.querySelector('a')?.setAttribute('data-place', 'profile');
    rebuild(document, body, () => [revealed(), ...sheetBody(one, context)]);
    rebuild(document, foot, () => footOf(one, context));
  }

  /** Presses the control at a place, as if by the pointer. @param {string} place @returns {boolean} Whether it is there. */
  const press = (place) => {
    const found = /** @type {HTMLElement | null} */ (node.querySelector(`[data-place="${place}"]`));
    found?.click();
    return found !== null;
  };

  return {
    node,
    /** @param {View} next @param {boolean} [focus] */
    open: (next, focus = true) => {
      const isOther = next.key !== view?.key;
      view = next;
      node.hidden = false;
      draw();
      if (isOther) body.scrollTop = 0;
      if (focus) node.focus({ preventScroll: true });
    },
    /** @param {View} next */
    update: (next) => {
      if (next.key !== view?.key) return;
      view = stillAsking(view, next);
      // A control is not replaced without need while it is pressed.
      showPlace();
      if (drawnAs !== state()) draw();
    },
    close: () => {
      view = null;
      node.hidden = true;
      put(who);
      put(body);
      put(foot);
    },
    key: () => view?.key ?? null,
    press,
    /** Undoes the last action. @returns {boolean} Whether there was one. */
    undo: () => UNDOS.some(press),
    /** Opens the photo check. */
    check: () => {
      const link = /** @type {HTMLElement | null} */ (
        node.querySelector('[data-step=check]') ?? node.querySelector('.engine')
      );
      link?.click();
      return link !== null;
    },
    /** Answers the open question. @param {number} index */
    answer: (index) => {
      const found = /** @type {HTMLElement | undefined} */ ([...node.querySelectorAll(ANSWERS)][index]);
      found?.click();
    },
    bring: context.bring,
    focus: context.focus,
  };
}
