// What each request does. All judgement is the core's.

import { openBeside, openTab, ownUrl, sendToOwnPages, showCount, showTab } from '../browser.js';
import { Refusal } from '../messages.js';
import { slugOf } from '../places.js';
import { loadSettings } from '../settings.js';
import { PROVIDERS } from '../providers.js';
import { automaticStatus, automaticTrouble, forgetSent, forgetTrouble, searchAll } from './automatic.js';
import { withCore } from './core.js';
import { forgetDeeds, noteDeed } from './deeds.js';
import { dropKey, keepKey } from './keys.js';
import { forgetOrder, noteOrder } from './order.js';
import { pngOf } from './picture.js';
import { reportOpened, reportedAt } from './reporting.js';
import { rest, restingTabs } from './resting.js';
import { openSearch, resultRead, withReading, withReadings } from './searching.js';
import { changeSetting } from './settings.js';
import { told } from './shown.js';
import * as tally from './tally.js';
import { noteOutcome, trouble } from './trouble.js';
import { announce, askTabs, tellForgotten, watch } from './watchers.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {import('../shapes').CardAsRead} CardAsRead */
/** @typedef {import('../shapes').Seen} Seen */

/** What stands for an engine where the user brought the links. */
const OWN_LINKS = 'links';

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
export async function viewsChanged(views) {
  const dressed = await withReadings(views);
  await announce(dressed);
  count().catch(() => {});
  return dressed;
}

/** @param {Seen} seen @returns {Promise<Seen>} */
const dressed = async (seen) => (seen.kind === 'invitation' ? { ...seen, view: (await withReadings([seen.view]))[0] } : seen);

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

/**
 * Takes in what a search of the web found: of a page that was understood, or of a provider's answer.
 * @param {string} photo @param {string} engine @param {'results' | 'none'} outcome @param {import('../shapes').Hit[]} hits
 */
export const searchFound = async (photo, engine, outcome, hits) =>
  viewsChanged(await withCore((core) => core.recordSearch(photo, engine, outcome, hits)));

/** Takes in what a provider says of whether a picture is generated. @param {string} photo @param {string} provider @param {number} score From 0 to 1. */
export const generatedFound = async (photo, provider, score) =>
  viewsChanged(await withCore((core) => core.recordGenerated(photo, provider, score)));

/** @param {number} limit @returns {Promise<import('../shapes').ToSearch[]>} The photos to search next, the worthwhile before the others. */
export const nextToSearch = (limit) => withCore((core) => core.nextToSearch(limit));

/** Searches by itself what may be, where the user switched that on. */
export const automatic = () => searchAll({ next: nextToSearch, found: searchFound, generated: generatedFound });
/** Once for many cards in a row, after they were answered, in milliseconds. */
const AUTOMATIC_AFTER = 1500;
let automaticWaits = false;
function automaticSoon() {
  if (automaticWaits) return;
  automaticWaits = true;
  setTimeout(() => {
    automaticWaits = false;
    automatic().catch(() => {});
  }, AUTOMATIC_AFTER);
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
        await viewsChanged(isAnswered ? [seen.view, ...seen.others] : seen.others);
      }
      return seen;
    });
    // Also where the page was answered before.
    whole.catch(({ code }) => noteOutcome('see-card', code));
    if (recalled) return dressed(recalled);
    const seen = await Promise.race([whole, soFar(card, whole).then((early) => {
      if (early === null) return whole;
      isAnswered = true;
      return early;
    })]);
    if (seen.kind === 'invitation') await told(tab, [seen.view]);
    return dressed(seen);
  },
  'see-page': async ({ page }, tab) => {
    if (tab !== undefined) await watch(tab);
    await withCore((core) => core.seePage(page));
    await noteOrder(page.keys);
    count().catch(() => {});
    automaticSoon();
  },
  'see-photos': async ({ profile, holder, urls }, tab) => {
    const everybody = await seesMore();
    const { views, ...notice } = await withCore((core) => core.seeProfile(profile, holder, urls, everybody), CARD_DEADLINE);
    await viewsChanged(views);
    const view = await invitedBy(profile);
    await told(tab, view ? [view] : [], [notice.photo ?? '', ...notice.twins.map((twin) => twin.photo)]);
    return { ...notice, view };
  },
  'see-people': async ({ place, people }) => {
    // Asked here too: a page may be of before the user said no.
    if (await seesMore()) await viewsChanged(await withCore((core) => core.seePeople(place, people), CARD_DEADLINE));
  },
  'mark-handled': async ({ key, language, label }) => {
    const view = /** @type {View | null} */ (await withCore((core) => core.view(key)));
    const isAccepted = await withCore((core) => core.markHandled(key, language, label));
    if (isAccepted === true && view?.worth.some(({ code }) => code === 'recruiter')) await tally.count([key], 'recruiters');
    count().catch(() => {});
  },
  overrule: async ({ key, says }) => viewsChanged(await withCore((core) => core.overrule(key, says))),
  'compare-photos': async ({ one, other, says }) => viewsChanged(await withCore((core) => core.comparePhotos(one, other, says))),
  'small-copies': ({ photos }) =>
    withCore(async (core) => {
      /** @type {Record<string, import('../shapes').SmallCopy | null>} */
      const copies = {};
      for (const photo of photos) copies[photo] = await core.smallCopy(photo);
      return copies;
    }),
  'check-opened': async ({ photo }) => viewsChanged(await withCore((core) => core.checkOpened(photo))),
  'check-answered': async ({ photo, answer, profile }) => {
    const views = await withCore((core) => core.checkAnswered(photo, answer, profile));
    tally.count(views.filter((view) => view.photo?.id === photo).map(({ key }) => key), 'checked', answer !== 'undo').catch(() => {});
    return viewsChanged(views);
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
  'search-open': ({ key, engine, where }, tab, { url }) => {
    if ((where === 'here' || where === 'back') && !url?.startsWith(ownUrl(''))) throw new Refusal('bad-request');
    return openSearch({ key, engine, where }, tab, viewsChanged);
  },
  'result-read': ({ state, hits }, _, sender) => resultRead(state, hits, sender, { found: searchFound, changed: viewsChanged }),
  'links-found': ({ photo, urls }) =>
    searchFound(photo, OWN_LINKS, 'results', urls.map((/** @type {string} */ url) => ({ url, title: '', same: true }))),
  'answer-found': async ({ photo, url, says }) => viewsChanged(await withCore((core) => core.answerFound(photo, url, says))),
  searches: ({ text, after }) => withCore((core) => core.searches(text, after)),
  'account-seen': async ({ profile, joined, photoUpdated, verified }) => {
    await viewsChanged(await withCore((core) => core.recordAccount(profile, { joined, photoUpdated, verified })));
  },
  'photo-png': async ({ key }) => {
    const view = await withCore((core) => core.view(key));
    if (!view?.photo) throw new Refusal('search-no-photo');
    return pngOf(view.photo.url);
  },
  'photo-save': async ({ key }, tab) => {
    await openBeside(ownUrl(`search/photo.html#${new URLSearchParams({ key })}`), tab, true);
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
    return { ...rest, items: await withReadings(items), accepted: await withReadings(accepted), trouble: trouble() ?? (await automaticTrouble()) };
  },
  reveal: async ({ key }) => {
    const found = await askTabs('reveal', { key });
    if (found) await showTab(found.tab);
    return found !== null;
  },
  skeleton: async () => (await askTabs('skeleton', {}))?.answer ?? null,
  'change-setting': async ({ setting, value }) => {
    const { keepDays, keepPhotos } = await changeSetting(setting, value);
    if (setting === 'providers' || setting.startsWith('budget')) automaticSoon();
    if (setting === 'keepDays' || setting === 'keepPhotos') await withCore((core) => core.tidy(keepDays, keepPhotos));
  },
  'see-connections': ({ count: connections }) => withCore((core) => core.seeConnections(connections)),
  goals: () => withCore((core) => core.goals()),
  seek: async ({ goals }) => viewsChanged(await withCore((core) => core.seek(goals))),
  automatic: () => automaticStatus(),
  'keep-key': async ({ provider, parts }) => {
    const { asks } = /** @type {import('../providers.js').Provider} */ (PROVIDERS.find(({ key }) => key === provider));
    const trimmed = parts.map((/** @type {string} */ part) => part.trim());
    if (trimmed.length === 0) await dropKey(provider);
    else if (trimmed.length !== asks.length || trimmed.some((/** @type {string} */ part) => !/^[\x21-\x7e]+$/.test(part))) throw new Refusal('key-not-a-key');
    else await keepKey(provider, trimmed);
    await forgetTrouble(provider);
    automaticSoon();
  },
  held: () => withCore((core) => core.held()),
  'forget-person': async ({ profile }) => {
    const { keys, views } = await withCore((core) => core.forgetPerson(profile));
    await tellForgotten(keys);
    await Promise.all([forgetDeeds(keys), forgetOrder(keys), tally.forgetCounted(keys)]);
    await viewsChanged(views);
    tellOwn();
  },
  'forget-all': async () => {
    await withCore((core) => core.forgetAll());
    await Promise.all([forgetDeeds(null), forgetOrder(null), tally.forgetTally(), forgetSent()]);
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
