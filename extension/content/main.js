// The eyes and hands in LinkedIn's pages: follows the page wherever it goes, and leaves without a trace.

import { isAlive, onMessage, onSaved } from '../browser.js';
import { ask, asNotice } from '../messages.js';
import { loadSettings } from '../settings.js';
import { readConnections } from './connections.js';
import { Inbox } from './inbox.js';
import { readProfile } from './profile.js';
import { skeleton } from './skeleton.js';
import { shownLocation, surfaceOf } from './surface.js';

/** Changes are looked at together, after so many milliseconds. */
const SETTLE = 60;
const WATCHED = ['src', 'href', 'aria-label', 'alt', 'componentkey', 'hidden', 'style', 'class', 'data-delayed-url'];

/** @type {Inbox | null} */
let inbox = null;
let surface = surfaceOf('');
let badges = true;
let lastProfile = '';
let lastConnections = -1;
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
      inbox = now === 'list' || now === 'preview' ? new Inbox({ badges, isList: now === 'list' }) : null;
      surface = now;
    }
    await inbox?.sweep();
    if (surface === 'profile') lookAtProfile(path);
    lookForConnections(path);
  } finally {
    sweeping = false;
    if (again) soon();
    again = false;
  }
}

/** @param {string} path */
function lookAtProfile(path) {
  const profile = readProfile(document, path);
  const read = JSON.stringify([path, profile]);
  if (!profile || read === lastProfile) return;
  lastProfile = read;
  ask('see-photos', { profile: shownLocation().href.slice(0, 2000), ...profile }).catch(() => {
    lastProfile = '';
  });
}

/** @param {string} path */
function lookForConnections(path) {
  const count = readConnections(document, path);
  if (count === null || count === lastConnections) return;
  lastConnections = count;
  ask('see-connections', { count }).catch(() => {
    lastConnections = -1;
  });
}

function soon() {
  waiting ||= window.setTimeout(look, SETTLE);
}

const observer = new MutationObserver((records) => {
  let isTheirs = false;
  for (const { target, addedNodes, removedNodes } of records) {
    const nodes = [...addedNodes, ...removedNodes];
    if (nodes.length > 0 && nodes.every((node) => inbox?.isOurs(node)) && [...addedNodes].length > 0) continue;
    isTheirs = true;
    inbox?.touch(target);
  }
  if (isTheirs) soon();
});

/** @param {Event} event */
const press = (event) => inbox?.press(event);

function stop() {
  observer.disconnect();
  inbox?.leave();
  inbox = null;
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
  // Only the frame that has it answers.
  if (notice?.name === 'reveal' && inbox?.reveal(notice.key)) return Promise.resolve({ ok: true });
  if (notice?.name === 'skeleton' && inbox && window.top === window) {
    return Promise.resolve({ ok: skeleton(document.querySelector('main') ?? document.body) });
  }
  return null;
});

onSaved((key, value) => {
  if (key !== 'settings') return;
  badges = Boolean(/** @type {any} */ (value)?.badges ?? true);
  inbox?.showBadges(badges);
});

loadSettings().then((settings) => {
  badges = settings.badges;
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: WATCHED });
  addEventListener('click', press, { capture: true, passive: true });
  addEventListener('popstate', soon);
  // A list that recycles its rows may draw without changing the document in ways that are watched.
  addEventListener('scroll', soon, { capture: true, passive: true });
  soon();
});
