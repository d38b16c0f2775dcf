// The background: registers all listeners at once and answers every message. It keeps no state that a restart would lose.

import {
  load,
  offerPhotoMenu,
  onCommand,
  onInstalled,
  onMessage,
  onPermissionsChanged,
  onTabClosed,
  onTabLoaded,
  openTab,
  origin,
  ownUrl,
  regularly,
  save,
  sentence,
} from '../browser.js';
import { ENGINES, checkUrl, engineOf, isAt } from '../engines.js';
import { Refusal, asRequest } from '../messages.js';
import { loadSettings } from '../settings.js';
import { updatePermission, withCore } from './core.js';
import { keepFormerBadges } from './settings.js';
import { enterOpenTabs, lookAgain } from './open-tabs.js';
import { count, viewsChanged } from './changed-views.js';
import { tidy } from './forgetting.js';
import { HANDLERS } from './requests.js';
import { automatic } from './web-checks.js';
import { isPaused } from './paused-tabs.js';
import { giveUpRefused, resumeSearches, tabClosed, tabLoaded } from './searching.js';
import { maySend } from './shown.js';
import { noteOutcome } from './current-error.js';

/** @param {chrome.runtime.MessageSender} sender @returns {import('../messages.js').Sender} Who sent a message. */
function senderOf({ url, tab }) {
  if (url?.startsWith(origin())) return 'own';
  if (!tab || !url) return 'other';
  if (url.startsWith('https://www.linkedin.com/')) return 'page';
  // The handler checks whether that tab was opened for a search.
  return ENGINES.some((engine) => isAt(url, engine)) ? 'result' : 'other';
}

/** @param {unknown} message @param {chrome.runtime.MessageSender} sender */
async function answer(message, sender) {
  try {
    const from = senderOf(sender);
    const request = asRequest(message, from);
    if (!request) throw new Refusal('bad-request');
    if (from === 'page' && (await isPaused(sender.tab?.id))) throw new Refusal('paused');
    // Refused for now; the page asks again, and may have been told of the card by then.
    if (from === 'page' && !(await maySend(request, sender))) throw new Refusal('not-shown');
    const ok =
      (await HANDLERS[/** @type {keyof typeof HANDLERS} */ (request.name)](request, sender.tab?.id, sender)) ?? null;
    noteOutcome(request.name, null);
    return { ok };
  } catch (error) {
    const code = error instanceof Refusal ? error.code : 'not-ready';
    noteOutcome('', code);
    return { error: code, detail: String(/** @type {any} */ (error)?.message ?? error) };
  }
}

/** @param {string} url A photo that was right-clicked. */
async function check(url) {
  const photo = await withCore((core) => core.largest(url));
  if (!photo) return;
  const target = checkUrl(engineOf((await loadSettings()).engine), photo.url);
  if (target) await openTab(target);
  // Only a remembered photo can be asked about afterwards.
  await HANDLERS['check-opened']({ photo: photo.id }, undefined, {}).catch(() => {});
}

onMessage(answer);
onPermissionsChanged(async () => {
  await giveUpRefused(viewsChanged).catch(() => {});
  await updatePermission();
  await enterOpenTabs();
  await lookAgain();
});
onInstalled((isFirst) => {
  if (isFirst) openTab(ownUrl('options/welcome.html'));
  else keepFormerBadges().catch(() => {});
  enterOpenTabs().catch(() => {});
});
onCommand('open-page', () => void openTab(ownUrl('page/page.html')));
onTabLoaded((tab, url) => tabLoaded(tab, url, viewsChanged).catch(() => {}));
onTabClosed((tab) => tabClosed(tab, viewsChanged).catch(() => {}));
resumeSearches(viewsChanged).catch(() => {});
offerPhotoMenu(sentence('menu_check_photo'), check);

/** How long tidying may take, in milliseconds: it may have to undo an import that was cut off. */
const TIDY_DEADLINE = 1_800_000;

/** The session key that says that the memory was tidied since this browser was started. */
const TIDIED = 'tidied';

/** Tidies the whole memory. */
async function tidied() {
  await tidy(await loadSettings(), TIDY_DEADLINE);
  await save('session', TIDIED, true);
  await count();
}

/** Runs after the first requests are answered, since it reads the memory. */
async function settled() {
  if (!(await load('session', TIDIED))) return tidied();
  await withCore((core) => core.settle(), TIDY_DEADLINE);
  await count();
}
// Also without a restart: some browsers run for weeks.
regularly('tidy', () => tidied().catch(() => {}));
// On failure the next run tries again.
regularly('automatic', () => automatic().catch(() => {}), 15);
setTimeout(() => settled().catch(() => {}), 1500); // The next request reports a store that cannot be read.
