// The handlers of all requests but those about searches of the web (web-checks.js). All judgement is the core's.

import { openTab, ownUrl, showTab } from '../browser.js';
import { Refusal } from '../messages.js';
import { slugIn } from '../places.js';
import { loadSettings } from '../settings.js';
import { automaticTrouble, chooseAgain } from './automatic.js';
import { count, tellOwn, viewsChanged } from './changed-views.js';
import { withCore } from './core.js';
import { meanwhile } from './deadlines.js';
import { noteActions } from './actions.js';
import { forgetAllInvitations, forgetInvitations, tidy } from './forgetting.js';
import { noteOrder } from './order.js';
import { pauseTab, pausedTabs } from './paused-tabs.js';
import { reportOpened, reportedAt } from './reporting.js';
import { withReading, withReadings } from './searching.js';
import { changeListed, changeSetting } from './settings.js';
import { told } from './shown.js';
import * as statistics from './statistics.js';
import { currentError, noteOutcome } from './current-error.js';
import { askTabs, tellForgotten, watch } from './watchers.js';
import { WEB_CHECKS, automaticSoon } from './web-checks.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').CardSeen} CardSeen */

/** @param {CardSeen} seen @returns {Promise<CardSeen>} The same, with the search whose result page is being read, if any. */
const withItsReading = async (seen) =>
  seen.kind === 'invitation' ? { ...seen, view: (await withReadings([seen.view]))[0] } : seen;

/** Whether the user agreed to remembering the people they pass by. */
const seesMore = async () => (await loadSettings()).seeMore === 'yes';

/** How long a step of an import may take, in milliseconds: undoing a long import takes as long as storing it. */
const IMPORT_DEADLINE = 1_800_000;
/** How long the popup waits before it says what is wrong, in milliseconds. */
const OWN_PATIENCE = 8_000;
/** After this long a card is answered without its photo, in milliseconds. */
const CARD_PATIENCE = 5_000;
/** How long the core may take for one card or page, in milliseconds: many others may wait for photos before it. */
const CARD_DEADLINE = 600_000;

/** @param {string} profile A profile page's address. @returns {Promise<View | null>} The pending invitation from this profile. */
async function invitedBy(profile) {
  const { items } = /** @type {import('../shapes').Overview} */ (await withCore((core) => core.overview()));
  const slug = slugIn(profile);
  return (slug !== '' && items.find(({ profileUrl }) => slugIn(profileUrl) === slug)) || null;
}

/** @type {import('../requests').Handlers} */
export const HANDLERS = {
  ...WEB_CHECKS,
  'see-card': async ({ card }, tab) => {
    if (tab !== undefined) await watch(tab);
    // A worker that was just started answers from a few records; the final view follows as a notice.
    const recalled = await withCore((core) => core.recall(card));
    if (recalled?.kind === 'invitation') await told(tab, [recalled.view]);
    let isAnswered = recalled !== null;
    const whole = withCore((core) => core.seeCard(card), CARD_DEADLINE).then(async (seen) => {
      if (seen.kind === 'invitation') {
        statistics.count([seen.view.key], 'seen').catch(() => {});
        await viewsChanged(isAnswered ? [seen.view, ...seen.others] : seen.others);
      }
      return seen;
    });
    // Noted even if a first answer was sent already.
    whole.catch(({ code }) => noteOutcome('see-card', code));
    if (recalled) return withItsReading(recalled);
    const seen = await Promise.race([
      whole,
      meanwhile(whole, () => withCore((core) => core.soFar(card)), CARD_PATIENCE).then((early) => {
        if (early === null) return whole;
        isAnswered = true;
        return early;
      }),
    ]);
    if (seen.kind === 'invitation') await told(tab, [seen.view]);
    return withItsReading(seen);
  },
  'see-page': async ({ page }, tab) => {
    // First, so that a person forgotten from here on is removed from the order, too.
    const noted = noteOrder(page.keys);
    if (tab !== undefined) await watch(tab);
    await withCore((core) => core.seePage(page));
    await noted;
    count().catch(() => {});
    automaticSoon();
  },
  'see-photos': async ({ profile, holder, urls }, tab) => {
    const everybody = await seesMore();
    const { views, ...notice } = await withCore(
      (core) => core.seeProfile(profile, holder, urls, everybody),
      CARD_DEADLINE,
    );
    await viewsChanged(views);
    const view = await invitedBy(profile);
    await told(tab, view ? [view] : [], [notice.photo ?? '', ...notice.twins.map((twin) => twin.photo)]);
    return { ...notice, view };
  },
  'see-people': async ({ place, people }) => {
    // Checked here too: the page may have been loaded before the user withdrew consent.
    if (await seesMore()) await viewsChanged(await withCore((core) => core.seePeople(place, people), CARD_DEADLINE));
  },
  'mark-handled': async ({ key, language, label }) => {
    const view = /** @type {View | null} */ (await withCore((core) => core.view(key)));
    const isAccepted = await withCore((core) => core.markHandled(key, language, label));
    if (isAccepted === true && view?.worth.some(({ code }) => code === 'recruiter'))
      await statistics.count([key], 'recruiters');
    count().catch(() => {});
  },
  overrule: async ({ key, says }) => viewsChanged(await withCore((core) => core.overrule(key, says))),
  'compare-photos': async ({ one, other, says }) =>
    viewsChanged(await withCore((core) => core.comparePhotos(one, other, says))),
  'small-copies': ({ photos }) =>
    withCore(async (core) => {
      /** @type {Record<string, import('../shapes').RenditionPixels | null>} */
      const copies = {};
      for (const photo of photos) copies[photo] = await core.renditionPixels(photo);
      return copies;
    }),
  'note-deed': async ({ key, action, done }) => {
    await noteActions([key], action, done);
    if (action === 'reported') await statistics.count([key], 'reported', done);
    tellOwn();
  },
  'set-aside': async ({ keys, done }) => {
    await noteActions(keys, 'aside', done);
    tellOwn();
  },
  statistics: () => statistics.readStatistics(),
  'pause-tab': ({ tab, isPaused }) => pauseTab(tab, isPaused),
  'paused-tabs': () => pausedTabs(),
  'open-page': ({ key }) => openTab(ownUrl(`page/page.html#${encodeURIComponent(key)}`)).then(() => null),
  'account-seen': async ({ profile, rows, verified }) => {
    await viewsChanged(await withCore((core) => core.recordAccount(profile, { rows, verified })));
  },
  'report-opened': async ({ key }) => {
    const view = await withCore((core) => core.view(key));
    if (view) await reportOpened(view.profileUrl, key);
  },
  'report-guide': async ({ profile }) => {
    const key = await reportedAt(profile);
    return key === null ? null : withCore((core) => core.view(key));
  },
  view: async ({ key }) => withReading(await withCore((core) => core.view(key))),
  overview: async () => {
    const { items, accepted, ...rest } = await withCore((core) => core.overview(), OWN_PATIENCE);
    return {
      ...rest,
      items: await withReadings(items),
      accepted: await withReadings(accepted),
      trouble: currentError() ?? (await automaticTrouble()),
    };
  },
  reveal: async ({ key }) => {
    const found = await askTabs('reveal', { key });
    if (found) await showTab(found.tab);
    return found !== null;
  },
  skeleton: async () => (await askTabs('skeleton', {}))?.answer ?? null,
  'change-setting': async ({ setting, value }) => {
    const settings = await changeSetting(setting, value);
    if (setting.startsWith('budget')) automaticSoon();
    if (setting === 'keepDays' || setting === 'keepPhotos') await tidy(settings);
  },
  'change-listed': async ({ setting, key, isIn }) => {
    await changeListed(setting, key, isIn);
    if (setting !== 'providers') return;
    chooseAgain();
    automaticSoon();
  },
  'see-connections': ({ count: connections }) => withCore((core) => core.seeConnections(connections)),
  goals: () => withCore((core) => core.goals()),
  'set-goals': async ({ goals }) => viewsChanged(await withCore((core) => core.setGoals(goals))),
  people: () => withCore((core) => core.people()),
  'forget-person': async ({ profile }) => {
    const { keys, views } = await withCore((core) => core.forgetPerson(profile));
    await tellForgotten(keys);
    await forgetInvitations(keys);
    await viewsChanged(views);
    tellOwn();
  },
  'forget-all': async () => {
    await withCore((core) => core.forgetAll());
    await forgetAllInvitations();
    await tellForgotten(null);
    count().catch(() => {});
  },
  // The memory is exported and imported in parts of some lines each; an import sends text, one JSON object per line.
  'export-part': ({ after }) => withCore((core) => core.exportPart(after === '' ? undefined : after)),
  'import-begin': () => withCore((core) => core.importBegin()),
  'import-part': async ({ job, text }) => {
    let lines;
    try {
      lines = text
        .split('\n')
        .filter((/** @type {string} */ line) => line.trim() !== '')
        .map((/** @type {string} */ line) => JSON.parse(line));
    } catch {
      await withCore((core) => core.importCancel(job));
      throw new Refusal('import-not-json');
    }
    await withCore((core) => core.importPart(job, lines), IMPORT_DEADLINE);
  },
  'import-finish': ({ job }) => withCore((core) => core.importFinish(job), IMPORT_DEADLINE).finally(count),
  'import-cancel': ({ job }) => withCore((core) => core.importCancel(job), IMPORT_DEADLINE).finally(count),
};
