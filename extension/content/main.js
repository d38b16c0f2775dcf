// The content script: follows LinkedIn's page through its navigations, and removes everything when it stops.

import { shield } from '../badge/raised-shield.js';
import { innerRoot, isAlive, onMessage, onSaved } from '../browser.js';
import { asNotice, whenPaused } from '../messages.js';
import { passingOf, surfaceOf } from '../places.js';
import { loadSettings, withDefaults } from '../settings.js';
import { runInPage } from '../shared/dom.js';
import { connectionsReader } from './connections.js';
import { isDrawn } from './visibility.js';
import { Inbox } from './inbox.js';
import { People } from './people.js';
import { ABOUT_OVERLAY, ENTITY, PHOTO, PHOTO_OVERLAY } from './selectors.js';
import { noteChange, whenSettled } from './page-settled.js';
import { skeleton } from './skeleton.js';
import { timeInSlices } from './slices.js';
import { shownLocation } from './page-address.js';
import { Visit } from './visit.js';

/** How long changes are gathered before a scan, in milliseconds; longer for changes of style alone, which are many. */
const SOON = 60;
const LAZILY = 500;
/** Scans take at most 1/SHARE of the time. */
const SHARE = 5;
/** How often the address is compared, in milliseconds; and how long the page may take to draw after it changed. */
const CHECK = 300;
const DRAWN_AFTER = 1500;
/** A photo whose connection failed is asked for again a minute later (crate/core/src/service/photos.rs), in milliseconds. */
const CONNECTED_AGAIN = 61_000;
const PICTURE_EVENTS = ['load', 'error'];
const FADING_EVENTS = ['transitionend', 'animationend'];
const STYLE = new Set(['style', 'class']);
const WATCHED = ['src', 'href', 'aria-label', 'alt', 'componentkey', 'hidden', 'style', 'class', 'data-delayed-url'];
/** Changes of style do not matter on pages where people are only passed by. */
const WATCHED_IN_PASSING = WATCHED.filter((name) => !STYLE.has(name));

const root = document.documentElement;
/** @type {Inbox | null} */
let inbox = null;
let surface = surfaceOf('');
let badges = true;
/** Whether the user has it on at all, and whether they switched it off in this tab. */
let isOn = true;
let isPaused = false;
/** Whether this script has stopped for good. */
let isOver = false;
let seesMore = false;
/** @type {Visit | null} */
let visit = null;
const people = new People();
const lookForConnections = connectionsReader();
let waiting = 0;
let dueAt = 0;
let restUntil = 0;
let sweeping = false;
let again = false;
let place = '';
let checking = 0;
/** The part of the page that is observed. @type {Element | null} */
let part = null;

async function look() {
  waiting = 0;
  if (isOver) return;
  if (!isAlive()) return stop();
  if (!isOn || isPaused) return retire();
  if (sweeping) {
    again = true;
    return;
  }
  sweeping = true;
  const start = performance.now();
  const slicesBefore = timeInSlices();
  // Without pauses between slices: on a busy page the badges must not wait.
  let taken = 0;
  try {
    const { href, pathname: path } = shownLocation();
    // Otherwise, if the user came back before the next check, it would look as if they had never left the page.
    noteAddress(href);
    const now = surfaceOf(path);
    if (now !== surface) {
      inbox?.leave();
      inbox =
        now === 'list' || now === 'preview'
          ? new Inbox({ badges, isList: now === 'list', answered: () => now === 'preview' && soon() })
          : null;
      visit?.leave();
      visit = now === 'profile' ? new Visit(badges) : null;
      surface = now;
    }
    observe(path);
    visit?.look(path);
    taken = performance.now() - start;
    if (inbox && part) await inbox.sweep(part);
    if (seesMore) await people.sweep(part, passingOf(path), (node) => Boolean(inbox?.holds(node)));
    lookForConnections(document, path);
  } finally {
    sweeping = false;
    restUntil = performance.now() + (taken + timeInSlices() - slicesBefore) * (SHARE - 1);
    if (again) soon();
    again = false;
  }
}

/** Scans after a while, once for all changes until then. */
function soon(wait = SOON) {
  const at = Math.max(performance.now() + wait, restUntil);
  if (waiting && dueAt <= at) return;
  clearTimeout(waiting);
  dueAt = at;
  waiting = window.setTimeout(look, at - performance.now());
}

/** The part of the page to read. @param {string} path @returns {Element | null} */
function partOf(path) {
  if (!inbox && !visit && !(seesMore && passingOf(path))) return null;
  const main = [...document.querySelectorAll('main')].find(isDrawn);
  // The whole body until the main part has content, and where a photo or "About this profile" lies above it.
  return main?.querySelector(`${ENTITY}, ${PHOTO}`) && !path.includes(PHOTO_OVERLAY) && !path.includes(ABOUT_OVERLAY)
    ? main
    : document.body;
}

const scrolled = () => soon();

/** Observes the part of the page that is to be read, and whether it is replaced; elsewhere nothing. @param {string} path */
function observe(path) {
  const wanted = partOf(path);
  if (wanted === part && (!part || part.isConnected)) return;
  leavePart();
  part = wanted;
  if (!part) return;
  observer.observe(part, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: inbox || visit ? WATCHED : WATCHED_IN_PASSING,
  });
  for (let at = part.parentNode; at; at = at.parentNode) observer.observe(at, { childList: true });
  // On the document: these events never reach the window.
  for (const kind of PICTURE_EVENTS) document.addEventListener(kind, loaded, true);
  for (const kind of FADING_EVENTS) document.addEventListener(kind, faded, true);
  // A list that reuses its rows may redraw without a change that is observed.
  addEventListener('scroll', scrolled, { capture: true, passive: true });
}

function leavePart() {
  observer.disconnect();
  for (const kind of PICTURE_EVENTS) document.removeEventListener(kind, loaded, true);
  for (const kind of FADING_EVENTS) document.removeEventListener(kind, faded, true);
  removeEventListener('scroll', scrolled, true);
  part = null;
}

const observer = new MutationObserver((records) => {
  let wait = Infinity;
  for (const { target, addedNodes, removedNodes, attributeName } of records) {
    // document.open() removes every listener, the shield's too: nothing is shown here any more.
    if (target === document && [...removedNodes].includes(root)) return stop();
    const nodes = [...addedNodes, ...removedNodes];
    if (nodes.length > 0 && nodes.every((node) => inbox?.isOurs(node) || visit?.isOurs(node)) && addedNodes.length > 0)
      continue;
    // In another document the shield does not protect our roots.
    if (nodes.some((node) => node.ownerDocument !== document)) {
      inbox?.reclaim();
      visit?.reclaim();
    }
    const isStyle = STYLE.has(attributeName ?? '');
    wait = Math.min(wait, isStyle ? LAZILY : SOON);
    if (!isStyle) noteChange();
    inbox?.touch(target, attributeName, isStyle);
  }
  if (wait < Infinity) soon(wait);
});

/** @param {string} href The page's address now. @returns {boolean} Whether it is another one. */
function noteAddress(href) {
  if (href === place) return false;
  place = href;
  // If nothing is observed, look once more when the page has drawn.
  setTimeout(() => {
    if (!part) soon();
  }, DRAWN_AFTER);
  return true;
}

/** Notices when the page navigates without a load. */
function check() {
  if (!isAlive()) return stop();
  if (noteAddress(shownLocation().href)) soon();
}

/** When the connection is back: asks again now, and once more when failed photos are retried. @param {Event} event */
const connected = ({ isTrusted }) => {
  if (!isTrusted) return;
  for (const wait of [0, CONNECTED_AGAIN]) {
    setTimeout(() => {
      inbox?.askAgain();
      if (isAlive()) soon();
    }, wait);
  }
};

/** @param {Event} event */
const press = (event) => inbox?.press(event);

/** A photo that has loaded is one that the page shows; one that could not be loaded is no longer waited for. @param {Event} event */
const loaded = ({ target }) => {
  if (!(target instanceof HTMLImageElement || target instanceof SVGImageElement)) return;
  inbox?.touch(target);
  soon();
};

/** What was transparent may be seen now. */
const faded = () => {
  if (inbox?.awaitsFading()) soon();
};

/** Removes everything from the page, and reads nothing until Vouchsafe is on again. */
function retire() {
  leavePart();
  inbox?.leave();
  inbox = null;
  visit?.leave();
  visit = null;
  surface = surfaceOf('');
}

/** Stops for good: the extension was removed or updated, or a newer script takes over. */
function stop() {
  isOver = true;
  retire();
  clearInterval(checking);
  clearTimeout(waiting);
  removeEventListener('click', press, true);
  removeEventListener('popstate', check);
  removeEventListener('online', connected);
}

onMessage((message) => {
  const notice = asNotice(message);
  if (notice?.name === 'views') {
    inbox?.update(notice.views);
    visit?.update(notice.views);
    return null;
  }
  if (notice?.name === 'forgotten') {
    inbox?.forget(notice.keys);
    visit?.forget(notice.keys);
    return null;
  }
  if (notice?.name === 'pause') {
    isPaused = notice.isPaused;
    if (isPaused) retire();
    soon();
    return null;
  }
  if (notice?.name === 'look-again') {
    inbox?.askAgain();
    soon();
    return null;
  }
  if (notice?.name === 'here' && window.top === window)
    return Promise.resolve({ ok: { late: guard === null || guard.late } });
  // Only the frame that has the card answers.
  if (notice?.name === 'reveal' && inbox?.reveal(notice.key)) return Promise.resolve({ ok: true });
  if (notice?.name === 'skeleton' && inbox && window.top === window) {
    return Promise.resolve({ ok: skeleton(document.querySelector('main') ?? document.body) });
  }
  return null;
});

onSaved((key, value) => {
  if (key !== 'settings') return;
  take(withDefaults(value));
  inbox?.showBadges(badges);
  visit?.showBadges(badges);
  soon();
});

/** @param {import('../requests').Settings} settings */
function take(settings) {
  // If the shield came too late, page scripts could look into our roots: nothing is shown until the page is reloaded.
  badges = settings.badges === true && guard !== null && !guard.late;
  seesMore = settings.seeMore === 'yes';
  isOn = settings.on;
}

// After a reload the first refused request says that this tab is paused.
whenPaused(() => {
  isPaused = true;
  retire();
});
runInPage();
const guard = shield();
// Badges of an earlier script, which handle no events any more.
for (const host of document.querySelectorAll('span:empty')) {
  if (host instanceof HTMLElement && innerRoot(host)?.querySelector('[data-vouchsafe]')) host.remove();
}
if (guard) guard.leave = stop;

loadSettings().then((settings) => {
  take(settings);
  addEventListener('click', press, { capture: true, passive: true });
  addEventListener('popstate', check);
  addEventListener('online', connected);
  checking = window.setInterval(check, CHECK);
  check();
  whenSettled().then(() => {
    inbox?.showAll();
    soon();
  });
});
