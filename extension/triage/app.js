// The triage of the pending invitations: a list, and beside or above it one invitation in full. The popup and the full
// page are the same, in two sizes.

import { createDetail } from './detail.js';
import { hearKeys } from './keys.js';
import { bareOf, groupsOf, inOrder, isOpen, nextOf, sumsOf } from './list.js';
import { createLately } from './lately.js';
import {
  badgesNotice,
  emptyNotice,
  noMatchNotice,
  offNotice,
  permissionNotice,
  reloadNotice,
  seeMoreNotice,
  troubleNotice,
  unrecognisedNotice,
} from './notices.js';
import { createRows } from './rows.js';
import { switches } from './switches.js';
import { toolbar } from './toolbar.js';
import { questionOpen } from '../shared/asked.js';
import { setAside } from '../shared/deeds-shown.js';
import { el, put } from '../shared/dom.js';
import { current, currentKnown } from '../shared/current.js';
import { gear, keyboard, seal, windowMark } from '../shared/marks.js';
import { dressPage } from '../shared/page.js';
import {
  linkedInTabs,
  load,
  onMessage,
  onPermissionsChanged,
  onSaved,
  openOptions,
  openTab,
  ownUrl,
  pagesAllowed,
  photosAllowed,
} from '../browser.js';
import { allDeeds, deedsKnown, deedsOf, onDeeds } from '../deeds.js';
import { Refusal, asNotice, ask, tell } from '../messages.js';
import { counted, moment, say } from '../sentences.js';
import { progress, triage } from '../worth.js';

/** @typedef {import('../requests').OverviewAnswer} Overview */
/** @typedef {import('../shapes').View} View */
/** @typedef {import('./list.js').Step} Step */

/** Changes that come within this many milliseconds are shown at once. */
const SOON = 60;
/** For how long after a photo check was opened the popup opens with its question, in milliseconds. */
const JUST_ASKED = 30 * 60 * 1000;
/** After this time, in milliseconds, the user is asked whether people passed by may be remembered. */
const A_WEEK = 7 * 24 * 60 * 60 * 1000;

/** @param {Overview} overview @returns {string} "10 of 40 seen, scroll for the rest" */
function seenLine({ seen, total }) {
  if (total === null || total < seen) return counted('seen', seen);
  return total > seen ? counted('seen_of', total, seen) : counted('seen_all', total);
}

/** @param {Step} step @param {number} shown @param {number} total */
const titleOf = (step, shown, total) =>
  say('group_title', say(`group_${step}`), shown < total ? say('group_some', shown, total) : total);

/** @returns {Promise<number[]>} LinkedIn tabs in which nothing can be shown until they are reloaded. */
async function tabsToReload() {
  const tabs = await linkedInTabs();
  const answers = await Promise.all(tabs.map((tab) => tell(tab, 'here')));
  return tabs.filter((_, index) => answers[index] === null || answers[index].late);
}

/** @param {{ form: 'popup' | 'page' }} options */
export async function startTriage({ form }) {
  dressPage(form === 'page' ? say('page_title') : 'Vouchsafe');
  document.body.className = form;
  await Promise.all([currentKnown, deedsKnown]);

  /** @type {Overview | null} */
  let shown = null;
  /** @type {'pages' | 'photos' | null} What may not be read. */
  let lacking = null;
  /** @type {number[]} */
  let toReload = [];
  let isDue = false;
  let waiting = 0;
  /** @type {import('./list.js').Group[]} */
  let groups = [];

  const isWide = matchMedia('(min-width: 760px)');
  const isBeside = () => form === 'page' && isWide.matches;

  const sums = el('p', { class: 'triage', role: 'status' });
  const seen = el('p', { class: 'seen' });
  const onOff = switches();
  const tools = await toolbar(() => draw());
  const above = el('div', { class: 'above' });
  const below = el('div', { class: 'below' });
  const main = el('main', { tabindex: -1 });
  const rows = createRows(main, titleOf, (key) => open(key));
  main.append(above, rows.node, below);
  const detail = createDetail({
    changed: () => {
      // What is done with the one that is open now is what would be taken back.
      lately.say([]);
      soon();
    },
    next: () => {
      const key = nextOf(groups, detail.key(), isOpen);
      return key === null ? null : () => open(key);
    },
    moveOn,
    bare: () => (shown ? bareOf(known(shown)) : []),
    setAside: (keys) => void together(keys, true),
    end: () => close(),
    placeOf: (key) => rows.placeOf(key),
    step: (by) => beside(by),
    isAccepted: (key) => shown?.accepted.some((view) => view.key === key) ?? false,
  });
  const lately = createLately({
    viewOf,
    open: (key) => open(key),
    undo: (keys) => void takeBack(keys),
  });
  const nobody = el('div', { class: 'nobody', 'aria-hidden': 'true' }, seal(40), el('p', {}, say('detail_none')));

  /** @param {string} key */
  function viewOf(key) {
    return shown && [...shown.items, ...shown.accepted].find((view) => view.key === key);
  }
  /** @param {Overview} overview */
  const known = ({ items, accepted }) => ({ items, accepted, deeds: allDeeds() });

  /** On to the next that is to be checked; what was dealt with is named above it. @param {string} key @returns {boolean} */
  function moveOn(key) {
    const next = nextOf(groups, key, isOpen);
    if (next === null) return false;
    open(next);
    lately.say([key]);
    return true;
  }

  /** @param {string[]} keys @param {boolean} done */
  async function together(keys, done) {
    const next = nextOf(groups, detail.key(), (view, step) => isOpen(view, step) && !keys.includes(view.key));
    const noted = setAside(keys, done);
    if (done) {
      if (next === null) close();
      else open(next);
      lately.say(keys);
    } else lately.say([]);
    draw();
    try {
      await noted;
      soon();
    } catch (error) {
      failed(error);
    }
  }

  /** Takes back what was done before the next one was opened. @param {string[]} keys */
  function takeBack(keys) {
    if (keys.length > 1) return together(keys, false);
    if (keys.length === 0) return;
    open(keys[0]);
    detail.undo();
  }

  /** @param {string} key @param {boolean} [focus] */
  function open(key, focus = true) {
    const view = viewOf(key);
    if (!view) return;
    rows.to(key, false);
    lately.opened(key);
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

  /** To the invitation beside the open one; in the list alone, to the next row. @param {number} by */
  function beside(by) {
    const key = rows.beside(by);
    if (key === null) return;
    if (detail.key() !== null || isBeside()) open(key);
    else rows.to(key);
  }

  /** @param {Overview} overview */
  function notices(overview) {
    const again = () => void refresh();
    put(
      above,
      overview.trouble !== null && troubleNotice(new Refusal(overview.trouble)),
      !current().on && offNotice(again),
      lacking && permissionNotice(lacking, again),
      toReload.length > 0 && reloadNotice(toReload, again),
      current().badges === null && badgesNotice(again),
      overview.layout === 'unrecognised' && unrecognisedNotice(),
      emptyNotice(overview),
      overview.items.length + overview.accepted.length > 0 &&
        groups.length === 0 &&
        noMatchNotice(() => {
          tools.clear();
          tools.search.focus();
        }),
    );
    put(below, isDue && current().seeMore === 'unasked' && seeMoreNotice(again));
  }

  function draw() {
    if (!shown) return;
    tools.update(known(shown));
    groups = groupsOf(known(shown), tools.choice());
    lately.draw();
    const looked = shown.lastLooked;
    sums.textContent = triage(sumsOf(known(shown))) || (shown.items.length > 0 ? say('triage_done') : '');
    seen.textContent =
      looked === null
        ? ''
        : [shown.seen > 0 && seenLine(shown), say('last_looked', moment(looked)), progress(shown)]
            .filter(Boolean)
            .join(' · ');
    notices(shown);
    const key = detail.key();
    rows.set(groups, key);
    const view = key !== null && viewOf(key);
    if (view) detail.update(view);
    else if (key !== null) void gone(key);
  }

  /** It was answered or forgotten while it was open. @param {string} key */
  async function gone(key) {
    const view = /** @type {View | null} */ (await ask('view', { key }).catch(() => null));
    if (detail.key() !== key || viewOf(key)) return;
    if (view) detail.update(view);
    else close();
  }

  let last = '';
  let isAsking = false;
  let isStale = false;
  /** One request at a time: an earlier answer that came later would show outdated views. */
  async function refresh() {
    isStale = isAsking;
    if (isAsking) return;
    isAsking = true;
    await askAndDraw();
    isAsking = false;
    if (isStale) await refresh();
  }

  async function askAndDraw() {
    try {
      lacking = !(await pagesAllowed()) ? 'pages' : !(await photosAllowed()) ? 'photos' : null;
      toReload = lacking === 'pages' || !current().on ? [] : await tabsToReload();
      const look = /** @type {Overview} */ (await ask('overview'));
      const overview = {
        ...look,
        items: inOrder(look.items, /** @type {string[]} */ ((await load('local', 'order')) ?? [])),
      };
      if (!isDue && current().seeMore === 'unasked' && overview.lastLooked !== null) {
        const { since, months } = /** @type {import('../requests').Statistics} */ (await ask('statistics'));
        isDue =
          Object.values(months).some(({ checked }) => checked > 0) || (since !== null && Date.now() - since > A_WEEK);
      }
      const now = JSON.stringify([overview, lacking, toReload, isDue, current(), allDeeds()]);
      if (now === last) return;
      last = now;
      shown = overview;
      draw();
    } catch (error) {
      failed(error);
    }
  }

  /** What was shown stays below what is wrong. @param {unknown} error */
  function failed(error) {
    last = '';
    if (shown) {
      shown = { ...shown, trouble: String(/** @type {any} */ (error)?.code ?? 'no-answer') };
      draw();
    } else put(above, troubleNotice(error));
  }

  function soon() {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void refresh(), SOON);
  }

  /** @param {string} words @param {Node} mark @param {() => unknown} act @param {string} place */
  const icon = (words, mark, act, place) =>
    el(
      'button',
      {
        type: 'button',
        class: 'icon',
        'aria-label': words,
        title: words,
        'data-place': place,
        click: () => void act(),
      },
      mark,
    );

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
      const keys = shown ? bareOf(known(shown)) : [];
      if (keys.length > 0) void together(keys, true);
    },
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
  /** Takes back what was done last, with this one or with the one before it. */
  function undo() {
    withOpen();
    const key = detail.key();
    const { reported = 0 } = key === null ? {} : deedsOf(key);
    if (lately.keys().length === 0 || reported > lately.at()) detail.undo();
    else takeBack(lately.keys());
  }
  /** @param {string} place */
  function act(place) {
    withOpen();
    return detail.press(place);
  }

  document.body.append(
    el(
      'div',
      { class: 'side' },
      el(
        'header',
        {},
        el(
          'div',
          { class: 'title' },
          seal(16),
          el('h1', {}, form === 'page' ? say('page_title') : 'Vouchsafe'),
          el(
            'span',
            { class: 'tools' },
            onOff.node,
            form === 'page' && icon(say('help_title'), keyboard(), () => help.showModal(), 'help'),
            form === 'popup' && icon(say('open_as_page'), windowMark(), openPage, 'open-page'),
            icon(say('options_link'), gear(), openOptions, 'options'),
          ),
        ),
        sums,
        seen,
        tools.bar,
      ),
      main,
      el(
        'footer',
        {},
        `${say('terms_line')} · `,
        el(
          'button',
          { type: 'button', class: 'textual', click: () => void openTab(ownUrl('options/options.html#terms')) },
          say('terms_link'),
        ),
      ),
    ),
    el('div', { class: 'full' }, lately.node, detail.node, nobody),
    help,
  );

  function openPage() {
    const key = detail.key();
    void openTab(ownUrl(`page/page.html${key ? `#${encodeURIComponent(key)}` : ''}`));
    if (form === 'popup') window.close();
  }

  onMessage((message) => {
    if (asNotice(message)?.name === 'changed') soon();
    return null;
  });
  onSaved((key) => {
    if (key !== 'settings') return;
    void onOff.update();
    soon();
  });
  onDeeds(() => soon());
  onPermissionsChanged(soon);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && soon());
  isWide.addEventListener('change', () => draw());

  await Promise.all([refresh(), onOff.update()]);
  begin();

  /** Opens the invitation named in the address, or the one whose photo check was just opened. */
  function begin() {
    const named = form === 'page' ? decodeURIComponent(location.hash.slice(1)) : '';
    const [asked] = (shown?.items ?? [])
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
