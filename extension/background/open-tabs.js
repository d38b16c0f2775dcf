// LinkedIn tabs that were open before the extension was, or before it might read them.

import { enterTab, linkedInTabs } from '../browser.js';
import { tell } from '../messages.js';

/** Puts the content scripts where they are not yet. A tab that does not let them in has to be loaded anew: the popup says so. */
export async function enterOpenTabs() {
  for (const tab of await linkedInTabs()) if ((await tell(tab, 'here')) === null) await enterTab(tab).catch(() => {});
}

/** What may be read or fetched is more than before: the pages ask about all they show again. */
export async function lookAgain() {
  for (const tab of await linkedInTabs()) await tell(tab, 'look-again');
}
