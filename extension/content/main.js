// The eyes and hands in LinkedIn's pages: follows the page wherever it goes, and leaves without a trace.

import { shield } from '../badge/shield.js';
import { innerRoot, isAlive, onMessage, onSaved } from '../browser.js';
import { asNotice } from '../messages.js';
import { loadSettings, withDefaults } from '../settings.js';
import { beGuest } from '../shared/dom.js';
import { connectionsReader } from './connections.js';
import { Inbox } from './inbox.js';
import { People } from './people.js';
import { skeleton } from './skeleton.js';
import { passingOf, shownLocation, surfaceOf } from './surface.js';
import { Visit } from './visit.js';

/** Changes are looked at together, after so many milliseconds. */
const SETTLE = 60;
/** How often it is asked whether the extension still stands, in milliseconds. */
const PULSE = 1000;
const WATCHED = ['src', 'href', 'aria-label', 'alt', 'componentkey', 'hidden', 'style', 'class', 'data-delayed-url'];

const root = document.documentElement;
/** @type {Inbox | null} */
let inbox = null;
let surface = surfaceOf('');
let badges = true;
let seesMore = false;
/** @type {Visit | null} */
let visit = null;
const people = new People();
const lookForConnections = connectionsReader();
let waiting = 0;
let sweeping = false;
let again = false;

async function look() {
  waiting = 0;
  if (!isAlive()) return stop();
  if (sweeping) {
    again = true;
    return;
  }
  sweeping = true;
  try {
    const path = shownLocation().pathname;
    const now = surfaceOf(path);
    if (now !== surface) {
      inbox?.leave();
      inbox = now === 'list' || now === 'preview' ? new Inbox({ badges, isList: now === 'list', answered: () => now === 'preview' && soon() }) : null;
      visit?.leave();
      visit = now === 'profile' ? new Visit(badges) : null;
      surface = now;
    }
    visit?.look(path);
    await inbox?.sweep();
    if (seesMore) await people.sweep(passingOf(path), (node) => Boolean(inbox?.holds(node)));
    lookForConnections(document, path);
  } finally {
    sweeping = false;
    if (again) soon();
    again = false;
  }
}

function soon() {
  waiting ||= window.setTimeout(look, SETTLE);
}

const observer = new MutationObserver((records) => {
  let isTheirs = false;
  for (const { target, addedNodes, removedNodes } of records) {
    // document.open() takes every listener away, the shield's too: nothing is shown here any more.
    if (target === document && [...removedNodes].includes(root)) return stop();
    const nodes = [...addedNodes, ...removedNodes];
    if (nodes.length > 0 && nodes.every((node) => inbox?.isOurs(node) || visit?.isOurs(node)) && [...addedNodes].length > 0) continue;
    isTheirs = true;
    // In another document our roots would be without a shield.
    if (nodes.some((node) => node.ownerDocument !== document)) {
      inbox?.reclaim();
      visit?.reclaim();
    }
    inbox?.touch(target);
  }
  if (isTheirs) soon();
});

/** @param {Event} event */
const press = (event) => inbox?.press(event);

/** A photo that has come is one the page shows. @param {Event} event */
const loaded = ({ target }) => {
  if (seesMore && target instanceof HTMLImageElement) soon();
};

/** Falls silent: the extension was removed or updated, or a newer script takes over. */
function stop() {
  clearInterval(pulse);
  clearTimeout(waiting);
  observer.disconnect();
  inbox?.leave();
  inbox = null;
  visit?.leave();
  visit = null;
  document.removeEventListener('load', loaded, true);
  removeEventListener('click', press, true);
  removeEventListener('popstate', soon);
  removeEventListener('scroll', soon, true);
}

onMessage((message) => {
  const notice = asNotice(message);
  if (notice?.name === 'views') {
    inbox?.update(notice.views);
    return null;
  }
  if (notice?.name === 'forgotten') {
    inbox?.forget(notice.keys);
    return null;
  }
  if (notice?.name === 'look-again') {
    inbox?.askAgain();
    soon();
    return null;
  }
  if (notice?.name === 'here' && window.top === window) return Promise.resolve({ ok: { late: guard === null || guard.late } });
  // Only the frame that has it answers.
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

/** @param {import('../shapes').Settings} settings */
function take(settings) {
  // Where scripts of the page may hear more than they should, nothing is shown until it is loaded anew.
  badges = settings.badges && guard !== null && !guard.late;
  seesMore = settings.seeMore === 'yes';
}

beGuest();
const guard = shield();
// Badges that a script before this one left behind: nobody hears what is done in them.
for (const host of document.querySelectorAll('span:empty')) {
  if (host instanceof HTMLElement && innerRoot(host)?.querySelector('[data-vouchsafe]')) host.remove();
}
if (guard) guard.leave = stop;
const pulse = setInterval(() => isAlive() || stop(), PULSE);

loadSettings().then((settings) => {
  take(settings);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: WATCHED });
  addEventListener('click', press, { capture: true, passive: true });
  // On the document: the window never hears of it.
  document.addEventListener('load', loaded, true);
  addEventListener('popstate', soon);
  // A list that recycles its rows may draw without changing the document in ways that are watched.
  addEventListener('scroll', soon, { capture: true, passive: true });
  soon();
});
