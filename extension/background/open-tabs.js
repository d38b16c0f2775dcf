// LinkedIn tabs that were open before the extension was installed, or was allowed to read them.

import { enterTab, linkedInTabs } from '../browser.js';
import { tell } from '../messages.js';

/** Injects the content scripts into tabs without them. A tab that refuses them has to be reloaded: the popup says so. */
export async function enterOpenTabs() {
  for (const tab of await linkedInTabs()) if ((await tell(tab, 'here')) === null) await enterTab(tab).catch(() => {});
}

/** To be called when more may be read or fetched than before: the pages ask again about all cards. */
export async function lookAgain() {
  for (const tab of await linkedInTabs()) await tell(tab, 'look-again');
}
