// The list of pending invitations, and beside or above it one invitation in full. Popup, full page and sidebar are the same,
// in their sizes.

import { createBatch, toSearch } from './batch.js';
import { createDetail } from './detail.js';
import { createHead, footer } from './head.js';
import { hearKeys } from './shortcuts.js';
import { aheadOf, bareOf, groupsOf, isOpen, nextAsBefore, nextOf } from './list.js';
import { createLastResult } from './last-result.js';
import { noticesAbove, seeMoreNotice } from './notices.js';
import { createRows } from './rows.js';
import { switches } from './switches.js';
import { toolbar } from './toolbar.js';
import { watchOverview } from './watch.js';
import { isBeingRead, questionOpen } from '../shared/photo-check-state.js';
import { setAside } from '../shared/actions-shown.js';
import { el, put } from '../shared/dom.js';
import { currentSettings, settingsKnown } from '../shared/current-settings.js';
import { seal } from '../shared/icons.js';
import { setUpPage } from '../shared/own-page.js';
import { allActions, actionsKnown, actionsOf } from '../actions.js';
import { Refusal, ask } from '../messages.js';
import { say } from '../sentences.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('./list.js').GroupName} GroupName */

/** For how long after a photo check was opened the popup opens with its question, in milliseconds. */
const JUST_ASKED = 30 * 60 * 1000;

/** Groups whose title has a key of another name. @type {Partial<Record<GroupName, string>>} */
const TEXTS = { check: 'look' };

/** @param {GroupName} group @param {number} shown @param {number} total */
const titleOf = (group, shown, total) =>
  say('group_title', say(`group_${TEXTS[group] ?? group}`), shown < total ? say('group_some', shown, total) : total);

/** @param {import('../requests').OverviewAnswer} overview @param {View} view The current view, which replaces the earlier one. */
function withView(overview, view) {
  const now = (/** @type {View} */ one) => (one.key === view.key ? view : one);
  return { ...overview, items: overview.items.map(now), accepted: overview.accepted.map(now) };
}

/** @param {{ form: import('./head.js').Form }} options */
export async function startTriage({ form }) {
  setUpPage(form === 'popup' ? 'Vouchsafe' : say('page_title'));
  document.body.className = form === 'popup' ? 'popup' : 'page';
  await Promise.all([settingsKnown, actionsKnown]);

  /** @type {import('./watch.js').Shown | null} */
  let shown = null;
  /** @type {import('./list.js').Group[]} */
  let groups = [];

  const isWide = matchMedia('(min-width: 760px)');
  const isBeside = () => form !== 'popup' && isWide.matches;

  const onOff = switches();
  const tools = await toolbar(() => draw());
  const above = el('div', { class: 'above' });
  const below = el('div', { class: 'below' });
  const main = el('main', { tabindex: -1 });
  const rows = createRows(main, titleOf, (key) => open(key));
  main.append(above, rows.node, below);
  const batch = createBatch(() => toSearch(groups));
  const detail = createDetail({
    changed: (view) => {
      // From here on, undo applies to the invitation that is open now.
      lastResult.say([]);
      // The list shows it at once, so that the next press acts on the new state.
      if (shown) shown = { ...shown, overview: withView(shown.overview, view) };
      draw();
      soon();
    },
    next: () => {
      const key = nextOf(groups, detail.key(), isOpen);
      return key === null ? null : () => open(key);
    },
    onward,
    bare: () => (shown ? bareOf(known()) : []),
    setAside: (keys) => void together(keys, true),
    end: () => close(),
    placeOf: (key) => rows.placeOf(key),
    step: (by) => beside(by),
    isAccepted: (key) => shown?.overview.accepted.some((view) => view.key === key) ?? false,
  });
  const lastResult = createLastResult({
    viewOf,
    open: (key) => open(key),
    undo: (keys) => void takeBack(keys),
  });
  const nobody = el('div', { class: 'nobody', 'aria-hidden': 'true' }, seal(40), el('p', {}, say('detail_none')));

  /** @returns {View[]} */
  const all = () => (shown ? [...shown.overview.items, ...shown.overview.accepted] : []);
  /** @param {string} key */
  function viewOf(key) {
    return all().find((view) => view.key === key);
  }
  const known = () => ({
    items: shown?.overview.items ?? [],
    accepted: shown?.overview.accepted ?? [],
    actions: allActions(),
  });

  /**
   * Decides which invitation is next before the open one is dealt with, since the answer moves that one to another
   * group. The returned function opens the next one, with the result above it; or shows that this was the last one.
   * @param {string} key @returns {() => boolean}
   */
  function onward(key) {
    const ahead = aheadOf(groups, key, isOpen);
    return () => {
      const next = nextAsBefore(ahead, groups, key, isOpen);
      if (next === null) {
        const everybody = groupsOf(known(), { ...tools.choice(), filter: '', search: '' });
        lastResult.last(all().filter(isBeingRead).length, nextOf(everybody, key, isOpen) !== null);
        return false;
      }
      open(next);
      lastResult.say([key]);
      return true;
    };
  }

  /** @param {string[]} keys @param {boolean} done */
  async function together(keys, done) {
    const next = nextOf(groups, detail.key(), (view, group) => isOpen(view, group) && !keys.includes(view.key));
    const noted = setAside(keys, done);
    if (done) {
      if (next === null) close();
      else open(next);
      lastResult.say(keys);
    } else lastResult.say([]);
    draw();
    try {
      await noted;
      soon();
    } catch (error) {
      failed(error);
    }
  }

  /** Undoes the last action on earlier invitations, and opens the first of them. @param {string[]} keys */
  async function takeBack(keys) {
    if (keys.length > 1) return together(keys, false);
    const [key] = keys;
    if (key === undefined) return;
    open(key);
    // The list may not have received the answer yet.
    const view = /** @type {View | null} */ (await ask('view', { key }).catch(() => null));
    if (view) detail.update(view);
    if (detail.key() === key) detail.undo();
  }

  /** @param {string} key @param {boolean} [focus] */
  function open(key, focus = true) {
    const view = viewOf(key);
    if (!view) return;
    rows.to(key, false);
    lastResult.opened(key);
    detail.open(view, focus && !isBeside());
    document.body.dataset.open = '';
    nobody.hidden = true;
    rows.set(groups, key);
    detail.update(view);
    if (focus && isBeside() && !detail.node.contains(document.activeElement)) rows.to(key);
  }

  function close() {
    const key = detail.key();
    if (key === null) return false;
    detail.close();
    delete document.body.dataset.open;
    nobody.hidden = false;
    rows.set(groups, null);
    if (!rows.to(key)) rows.focus();
    return true;
  }

  /** Moves to the invitation beside the open one; in the list alone, to the next row. @param {number} by */
  function beside(by) {
    const key = rows.beside(by);
    if (key === null) return;
    if (detail.key() !== null || isBeside()) open(key);
    else rows.to(key);
  }

  function draw() {
    if (!shown) return;
    const { overview, isDue, mayRead } = shown;
    tools.update(known());
    groups = groupsOf(known(), tools.choice());
    lastResult.update(nextOf(groups, null, isOpen) === null);
    head.update(overview, known());
    batch.update(mayRead);
    const isNobodyFound = all().length > 0 && groups.length === 0;
    put(
      above,
      ...noticesAbove(shown, {
        again,
        clear: isNobodyFound
          ? () => {
              tools.clear();
              tools.search.focus();
            }
          : null,
      }),
    );
    put(below, isDue && currentSettings().seeMore === 'unasked' && seeMoreNotice(again));
    const key = detail.key();
    rows.set(groups, key);
    const view = key !== null && viewOf(key);
    if (view) detail.update(view);
    else if (key !== null) void gone(key);
  }

  /** Closes an invitation that was answered or forgotten while it was open. @param {string} key */
  async function gone(key) {
    const view = /** @type {View | null} */ (await ask('view', { key }).catch(() => null));
    if (detail.key() !== key || viewOf(key)) return;
    if (view) detail.update(view);
    else close();
  }

  const { refresh, soon, forget } = watchOverview({
    show: (now) => {
      shown = now;
      draw();
    },
    failed,
    heard: () => batch.heard(),
    switched: () => void onOff.update(),
  });
  const again = () => void refresh();

  /** Shows an error above what was shown before. @param {unknown} error */
  function failed(error) {
    forget();
    const { code } = error instanceof Refusal ? error : new Refusal('no-answer');
    if (shown) {
      shown = { ...shown, overview: { ...shown.overview, trouble: code } };
      draw();
    } else put(above, ...noticesAbove(null, { again, clear: null, trouble: error }));
  }

  const help = hearKeys({
    down: () => beside(1),
    up: () => beside(-1),
    back: () => {
      if (document.activeElement !== tools.search || tools.search.value === '') return close();
      tools.clear();
      return true;
    },
    open: () => {
      const key = rows.current();
      if (key) open(key);
    },
    next: () => {
      const key = nextOf(groups, detail.key() ?? rows.current(), isOpen);
      if (key) open(key);
    },
    profile: () => act('profile'),
    check: () => {
      withOpen();
      return detail.check();
    },
    report: () => act('report'),
    thanks: () => act('thanks'),
    aside: () => act('aside'),
    bare: () => {
      const keys = shown ? bareOf(known()) : [];
      if (keys.length > 0) void together(keys, true);
    },
    // A popup closes when another window gets the focus, and would not search the rest.
    ...(form !== 'popup' && { batch: () => batch.press() }),
    step: () => act('step') || act('next'),
    undo,
    search: () => tools.search.focus(),
    'answer-1': () => detail.answer(0),
    'answer-2': () => detail.answer(1),
    'answer-3': () => detail.answer(2),
    'answer-4': () => detail.answer(3),
  });

  /** Opens the invitation that has the focus, so that the effect of a key is visible. */
  function withOpen() {
    const key = rows.current();
    if (detail.key() === null && key !== null) open(key);
  }
  /** Undoes the last action, on this invitation or on the one before it. */
  function undo() {
    withOpen();
    const key = detail.key();
    const { reported = 0 } = key === null ? {} : actionsOf(key);
    if (lastResult.keys().length === 0 || reported > lastResult.at()) detail.undo();
    else void takeBack(lastResult.keys());
  }
  /** @param {string} place */
  function act(place) {
    withOpen();
    return detail.press(place);
  }

  const head = createHead(form, { onOff: onOff.node, bar: tools.bar, help, opened: () => detail.key() });
  document.body.append(
    el('div', { class: 'side' }, head.node, form !== 'popup' && batch.node, main, footer()),
    el('div', { class: 'full' }, lastResult.node, detail.node, nobody),
    help,
  );
  isWide.addEventListener('change', () => draw());

  await Promise.all([refresh(), onOff.update()]);
  begin();

  /** Opens the invitation named in the address, or the one whose photo check was just opened. */
  function begin() {
    const named = form === 'page' ? decodeURIComponent(location.hash.slice(1)) : '';
    const [asked] = (shown?.overview.items ?? [])
      .filter((view) => questionOpen(view) && Date.now() - Number(view.photo?.asked) < JUST_ASKED)
      .sort((one, other) => (other.photo?.asked ?? 0) - (one.photo?.asked ?? 0));
    if (named && viewOf(named)) open(named);
    else if (form === 'popup' && asked) {
      open(asked.key);
      detail.bring('check-question', false);
    } else if (isBeside()) {
      const key = nextOf(groups, null, isOpen) ?? rows.current();
      if (key) open(key);
    } else if (groups.length > 0) rows.focus();
  }
}
