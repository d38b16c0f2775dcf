// What each request does. All judgement is the core's.

import { openTab, ownUrl, sendToOwnPages, showCount, showTab } from '../browser.js';
import { Refusal } from '../messages.js';
import { slugOf } from '../places.js';
import { loadSettings } from '../settings.js';
import { withCore } from './core.js';
import { forgetDeeds, noteDeed } from './deeds.js';
import { forgetOrder, noteOrder } from './order.js';
import { rest, restingTabs } from './resting.js';
import { changeSetting } from './settings.js';
import { told } from './shown.js';
import * as tally from './tally.js';
import { noteOutcome, trouble } from './trouble.js';
import { announce, askTabs, tellForgotten, watch } from './watchers.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').CardAsRead} CardAsRead */
/** @typedef {import('../shapes').Seen} Seen */

/** Tells our own pages that the list may have changed. */
const tellOwn = () => sendToOwnPages({ name: 'changed' });

/** Counts the likely fakes on the toolbar icon, accepted ones too, and tells our own pages, once for many changes in a row. */
let counting = false;
export async function count() {
  if (counting) return;
  counting = true;
  await new Promise((later) => setTimeout(later, 200));
  counting = false;
  tellOwn();
  const { items, accepted } = await withCore((core) => core.overview());
  await showCount([...items, ...accepted].filter((/** @type {View} */ view) => view.verdict === 'likely-fake').length);
}

/** @param {View[]} views The verdicts that changed. */
async function changed(views) {
  await announce(views);
  count().catch(() => {});
  return views;
}

/** Whether the user said yes to remembering people they pass by. */
const seesMore = async () => (await loadSettings()).seeMore === 'yes';

/** How long a step of an import may take, in milliseconds: to take a long one out again takes as long as to take it in. */
const IMPORT_DEADLINE = 1_800_000;
/** How long the popup waits before it says what is wrong, in milliseconds. */
const OWN_PATIENCE = 8_000;
/** After this long a card is answered as it stands, in milliseconds: its photo may be on its way for longer. */
const CARD_PATIENCE = 5_000;
/** How long the core may take over one card or page, in milliseconds: many may wait for their photos before it. */
const CARD_DEADLINE = 600_000;

/** @param {CardAsRead} card @param {Promise<Seen>} whole @returns {Promise<Seen | null>} What is known when patience ends. */
async function soFar(card, whole) {
  await Promise.race([whole.catch(() => {}), new Promise((later) => setTimeout(later, CARD_PATIENCE))]);
  return withCore((core) => core.soFar(card));
}

/** @param {string} profile A profile page's address. @returns {Promise<View | null>} The pending invitation of whose page it is. */
async function invitedBy(profile) {
  const { items } = /** @type {import('../shapes').Overview} */ (await withCore((core) => core.overview()));
  const slug = profileOf(profile);
  return (slug !== '' && items.find(({ profileUrl }) => profileOf(profileUrl) === slug)) || null;
}

/** @param {string} url @returns {string} What names the profile. */
function profileOf(url) {
  try {
    return decodeURIComponent(slugOf(new URL(url).pathname)).toLowerCase();
  } catch {
    return '';
  }
}

/** @type {import('../requests').Handlers} */
export const HANDLERS = {
  'see-card': async ({ card }, tab) => {
    if (tab !== undefined) await watch(tab);
    // A worker just woken answers from a few records; what the whole memory makes of it follows as a notice.
    const recalled = await withCore((core) => core.recall(card));
    if (recalled?.kind === 'invitation') await told(tab, [recalled.view]);
    let isAnswered = recalled !== null;
    const whole = withCore((core) => core.seeCard(card), CARD_DEADLINE).then(async (seen) => {
      if (seen.kind === 'invitation') {
        tally.count([seen.view.key], 'seen').catch(() => {});
        await changed(isAnswered ? [seen.view, ...seen.others] : seen.others);
      }
      return seen;
    });
    // Also where the page was answered before.
    whole.catch(({ code }) => noteOutcome('see-card', code));
    if (recalled) return recalled;
    const seen = await Promise.race([whole, soFar(card, whole).then((early) => {
      if (early === null) return whole;
      isAnswered = true;
      return early;
    })]);
    if (seen.kind === 'invitation') await told(tab, [seen.view]);
    return seen;
  },
  'see-page': async ({ page }, tab) => {
    if (tab !== undefined) await watch(tab);
    await withCore((core) => core.seePage(page));
    await noteOrder(page.keys);
    count().catch(() => {});
  },
  'see-photos': async ({ profile, holder, urls }, tab) => {
    const everybody = await seesMore();
    const { views, ...notice } = await withCore((core) => core.seeProfile(profile, holder, urls, everybody), CARD_DEADLINE);
    await changed(views);
    const view = await invitedBy(profile);
    await told(tab, view ? [view] : [], [notice.photo ?? '', ...notice.twins.map((/** @type {import('../shapes').Twin} */ twin) => twin.photo)]);
    return { ...notice, view };
  },
  'see-people': async ({ place, people }) => {
    // Asked here too: a page may be of before the user said no.
    if (await seesMore()) await changed(await withCore((core) => core.seePeople(place, people), CARD_DEADLINE));
  },
  'mark-handled': async ({ key, language, label }) => {
    const view = /** @type {View | null} */ (await withCore((core) => core.view(key)));
    const isAccepted = await withCore((core) => core.markHandled(key, language, label));
    if (isAccepted === true && view?.worth.some(({ code }) => code === 'recruiter')) await tally.count([key], 'recruiters');
    count().catch(() => {});
  },
  overrule: async ({ key, says }) => changed(await withCore((core) => core.overrule(key, says))),
  'compare-photos': async ({ one, other, says }) => changed(await withCore((core) => core.comparePhotos(one, other, says))),
  'small-copies': ({ photos }) =>
    withCore(async (core) => {
      /** @type {Record<string, import('../shapes').SmallCopy | null>} */
      const copies = {};
      for (const photo of photos) copies[photo] = await core.smallCopy(photo);
      return copies;
    }),
  'check-opened': async ({ photo }) => changed(await withCore((core) => core.checkOpened(photo))),
  'check-answered': async ({ photo, answer, profile }) => {
    const views = /** @type {View[]} */ (await withCore((core) => core.checkAnswered(photo, answer, profile)));
    tally.count(views.filter((view) => view.photo?.id === photo).map(({ key }) => key), 'checked', answer !== 'undo').catch(() => {});
    return changed(views);
  },
  note: async ({ key, deed, done }) => {
    await noteDeed(key, deed, done);
    if (deed === 'reported') await tally.count([key], 'reported', done);
    tellOwn();
  },
  statistics: () => tally.statistics(),
  rest: ({ tab, rests }) => rest(tab, rests),
  resting: () => restingTabs(),
  'open-page': ({ key }) => openTab(ownUrl(`page/page.html#${encodeURIComponent(key)}`)).then(() => null),
  view: ({ key }) => withCore((core) => core.view(key)),
  overview: async () => ({ ...(await withCore((core) => core.overview(), OWN_PATIENCE)), trouble: trouble() }),
  reveal: async ({ key }) => {
    const found = await askTabs('reveal', { key });
    if (found) await showTab(found.tab);
    return found !== null;
  },
  skeleton: async () => (await askTabs('skeleton', {}))?.answer ?? null,
  'change-setting': async ({ setting, value }) => {
    const { keepDays, keepPhotos } = await changeSetting(setting, value);
    if (setting === 'keepDays' || setting === 'keepPhotos') await withCore((core) => core.tidy(keepDays, keepPhotos));
  },
  'see-connections': ({ count: connections }) => withCore((core) => core.seeConnections(connections)),
  goals: () => withCore((core) => core.goals()),
  seek: async ({ goals }) => changed(await withCore((core) => core.seek(goals))),
  held: () => withCore((core) => core.held()),
  'forget-person': async ({ profile }) => {
    const { keys, views } = await withCore((core) => core.forgetPerson(profile));
    await tellForgotten(keys);
    await Promise.all([forgetDeeds(keys), forgetOrder(keys), tally.forgetCounted(keys)]);
    await changed(views);
    tellOwn();
  },
  'forget-all': async () => {
    await withCore((core) => core.forgetAll());
    await Promise.all([forgetDeeds(null), forgetOrder(null), tally.forgetTally()]);
    await tellForgotten(null);
    count().catch(() => {});
  },
  // The memory goes in parts of some lines; to be taken in as text, one object a line.
  'export-part': ({ after }) => withCore((core) => core.exportPart(after === '' ? undefined : after)),
  'import-begin': () => withCore((core) => core.importBegin()),
  'import-part': async ({ job, text }) => {
    let lines;
    try {
      lines = text.split('\n').filter((/** @type {string} */ line) => line.trim() !== '').map((/** @type {string} */ line) => JSON.parse(line));
    } catch {
      await withCore((core) => core.importCancel(job));
      throw new Refusal('import-not-json');
    }
    await withCore((core) => core.importPart(job, lines), IMPORT_DEADLINE);
  },
  'import-finish': ({ job }) => withCore((core) => core.importFinish(job), IMPORT_DEADLINE).finally(count),
  'import-cancel': ({ job }) => withCore((core) => core.importCancel(job), IMPORT_DEADLINE).finally(count),
};
