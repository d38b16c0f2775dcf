// The popup: the triage of the pending invitations.

import { acceptedList } from './accepted.js';
import { choosing } from './choosing.js';
import { heading } from './heading.js';
import { createItem } from './item.js';
import { emptyNotice, permissionNotice, reloadNotice, seeMoreNotice, troubleNotice, unrecognisedNotice } from './notices.js';
import { summary } from './summary.js';
import { el } from '../shared/dom.js';
import { seal } from '../shared/marks.js';
import { dressPage } from '../shared/page.js';
import { linkedInTabs, openOptions, openTab, ownUrl, pagesAllowed, photosAllowed } from '../browser.js';
import { Refusal, ask, tell } from '../messages.js';
import { loadSettings } from '../settings.js';
import { say } from '../sentences.js';
import { STEPS, ofStep } from '../worth.js';

/** @typedef {import('../requests').OverviewAnswer} Overview */
/** @typedef {import('../shapes').View} View */
/** @typedef {import('../worth.js').Step} Step */

/** How often the list is asked for again while the popup is open, in milliseconds. */
const AGAIN = 1500;

/** In the order of what to do next. @type {Step[]} */
const BY_STEP = STEPS.map(([step]) => step);
/** The same where what is worth most comes first: those who may be accepted. @type {Step[]} */
const BY_WORTH = ['accept', 'look', 'fake'];

const head = /** @type {HTMLElement} */ (document.querySelector('header'));
const main = /** @type {HTMLElement} */ (document.querySelector('main'));
const foot = /** @type {HTMLElement} */ (document.querySelector('footer'));

const sums = el('div');
const choice = choosing(() => {
  last = '';
  if (shown) show(shown);
});
const accepted = acceptedList(() => {
  last = '';
  return refresh();
});

/** @type {Map<string, ReturnType<typeof createItem>>} */
const items = new Map();
let last = '';
/** @type {Overview | null} */
let shown = null;
/** @type {'pages' | 'photos' | null} What may not be read. */
let lacking = null;
/** @type {number[]} LinkedIn tabs in which nothing can be shown until they are loaded anew. */
let deaf = [];
let isAsked = false;

/** @param {string} words @param {() => unknown} open */
const opener = (words, open) => el('button', { type: 'button', class: 'textual', click: () => void open() }, words);

/** @param {View[]} views Those chosen. @param {Step} step @param {number} total How many there are without a choice. */
function group(views, step, total) {
  if (views.length === 0) return null;
  const nodes = views.map((view) => {
    let item = items.get(view.key);
    if (item) item.update(view);
    else items.set(view.key, (item = createItem(view, () => refresh())));
    return item.node;
  });
  return el('section', { class: 'group' }, heading(step, views.length, total), ...nodes);
}

/** @param {Overview} overview */
function show(overview) {
  const now = JSON.stringify([overview, lacking, deaf, isAsked]);
  if (now === last) return;
  last = now;
  shown = overview;
  for (const key of items.keys()) if (!overview.items.some((view) => view.key === key)) items.delete(key);
  sums.replaceChildren(.../** @type {Node[]} */ (summary(overview).filter(Boolean)));
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const scrolled = main.scrollTop;
  const views = choice.choose(overview.items);
  const steps = choice.byWorth() ? BY_WORTH : BY_STEP;
  const parts = [
    overview.trouble !== null && troubleNotice(new Refusal(overview.trouble)),
    lacking && permissionNotice(lacking, () => void refresh()),
    deaf.length > 0 && reloadNotice(deaf, () => void refresh()),
    overview.layout === 'unrecognised' && unrecognisedNotice(),
    // Not before there is something to see.
    isAsked && overview.lastLooked !== null && seeMoreNotice(() => void refresh()),
    accepted.section(overview.accepted),
    emptyNotice(overview),
    ...steps.map((step) => group(choice.order(ofStep(views, step)), step, ofStep(overview.items, step).length)),
  ];
  main.replaceChildren(.../** @type {Node[]} */ (parts.filter(Boolean)));
  main.scrollTop = scrolled;
  if (focused?.isConnected && main.contains(focused)) focused.focus({ preventScroll: true });
}

/** @returns {Promise<number[]>} */
async function deafTabs() {
  const tabs = await linkedInTabs();
  const answers = await Promise.all(tabs.map((tab) => tell(tab, 'here')));
  return tabs.filter((_, index) => answers[index] === null || answers[index].late);
}

async function refresh() {
  try {
    lacking = !(await pagesAllowed()) ? 'pages' : !(await photosAllowed()) ? 'photos' : null;
    deaf = lacking === 'pages' ? [] : await deafTabs();
    isAsked = (await loadSettings()).seeMore === 'unasked';
    show(await ask('overview'));
  } catch (error) {
    // What was shown stays below what is wrong.
    if (shown) return show({ ...shown, trouble: String(/** @type {any} */ (error)?.code ?? 'no-answer') });
    last = '';
    main.replaceChildren(troubleNotice(error));
  }
}

dressPage('Vouchsafe');
head.append(
  el('div', { class: 'title' }, seal(16), el('h1', {}, 'Vouchsafe'), el('span', { class: 'options' }, opener(say('options_link'), openOptions))),
  sums, choice.bar);
foot.append(say('terms_line'), ' ', opener(say('terms_link'), () => openTab(ownUrl('options/options.html#terms'))));
await refresh();
setInterval(() => document.visibilityState === 'visible' && void refresh(), AGAIN);
