// What each request does. All judgement is the core's.

import { showCount, showTab } from '../browser.js';
import { Refusal } from '../messages.js';
import { loadSettings } from '../settings.js';
import { withCore } from './core.js';
import { changeSetting } from './settings.js';
import { told } from './shown.js';
import { announce, askTabs, watch } from './watchers.js';

/** @typedef {import('../shapes').View} View */
/** @typedef {(request: any, tab: number | undefined) => Promise<unknown>} Handler */

/** Counts the likely fakes on the toolbar icon, accepted ones too, once for many changes in a row. */
let counting = false;
export async function count() {
  if (counting) return;
  counting = true;
  await new Promise((later) => setTimeout(later, 200));
  counting = false;
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

/** @type {Record<string, Handler>} */
export const HANDLERS = {
  'see-card': async ({ card }, tab) => {
    if (tab !== undefined) await watch(tab);
    // A worker just woken answers from a few records; what the whole memory makes of it follows as a notice.
    const recalled = await withCore((core) => core.recall(card));
    if (recalled) await told(tab, [recalled.view]);
    const whole = withCore((core) => core.seeCard(card)).then(async (seen) => {
      if (seen.kind === 'invitation') await changed(recalled ? [seen.view, ...seen.others] : seen.others);
      return seen;
    });
    if (recalled) {
      whole.catch(() => {});
      return recalled;
    }
    const seen = await whole;
    if (seen.kind === 'invitation') await told(tab, [seen.view]);
    return seen;
  },
  'see-page': async ({ page }, tab) => {
    if (tab !== undefined) await watch(tab);
    await withCore((core) => core.seePage(page));
    count().catch(() => {});
  },
  'see-photos': async ({ profile, holder, urls }, tab) => {
    const everybody = await seesMore();
    const { views, ...notice } = await withCore((core) => core.seeProfile(profile, holder, urls, everybody));
    await changed(views);
    await told(tab, [], [notice.photo ?? '', ...notice.twins.map((/** @type {import('../shapes').Twin} */ twin) => twin.photo)]);
    return notice;
  },
  'see-people': async ({ place, people }) => {
    // Asked here too: a page may be of before the user said no.
    if (await seesMore()) await changed(await withCore((core) => core.seePeople(place, people)));
  },
  'mark-handled': async ({ key, language, label }) => {
    await withCore((core) => core.markHandled(key, language, label));
    count().catch(() => {});
  },
  overrule: async ({ key, says }) => changed(await withCore((core) => core.overrule(key, says))),
  'compare-photos': async ({ one, other, says }) => changed(await withCore((core) => core.comparePhotos(one, other, says))),
  'small-copies': ({ photos }) =>
    withCore(async (core) => {
      /** @type {Record<string, unknown>} */
      const copies = {};
      for (const photo of photos) copies[photo] = await core.smallCopy(photo);
      return copies;
    }),
  'check-opened': async ({ photo }) => changed(await withCore((core) => core.checkOpened(photo))),
  'check-answered': async ({ photo, answer, profile }) =>
    changed(await withCore((core) => core.checkAnswered(photo, answer, profile))),
  view: ({ key }) => withCore((core) => core.view(key)),
  overview: () => withCore((core) => core.overview()),
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
  'forget-person': ({ profile }) => withCore((core) => core.forgetPerson(profile)).finally(count),
  'forget-all': () => withCore((core) => core.forgetAll()).finally(count),
  export: async () => JSON.stringify(await withCore((core) => core.export()), null, 1),
  import: ({ json }) => {
    let file;
    try {
      file = JSON.parse(json);
    } catch {
      throw new Refusal('import-not-json');
    }
    return withCore((core) => core.import(file));
  },
};
