// The one file that uses the browser's extension API. Firefox calls it `browser`, Chromium `chrome`.

/** @type {typeof chrome} */
const api = /** @type {any} */ (globalThis).browser ?? globalThis.chrome;

/** Whether this extension's context is still valid: false in a content script after an update or removal. */
export const isAlive = () => Boolean(api?.runtime?.id);

/** @param {unknown} message @returns {Promise<unknown>} */
export const sendToBackground = (message) => api.runtime.sendMessage(message);

/** @param {number} tab @param {unknown} message @returns {Promise<unknown>} */
export const sendToTab = (tab, message) => api.tabs.sendMessage(tab, message);

/** Sends to our own pages, if any are open. @param {unknown} message */
export const sendToOwnPages = (message) => {
  // Usually none is open.
  api.runtime.sendMessage(message).catch(() => {});
};

/** The time between two calls of the API while an answer is being prepared, in milliseconds. */
const KEEP_ALIVE = 10_000;

/**
 * Both browsers end a background that is idle for 30 seconds, and Firefox does so even while an answer is pending (an import
 * of many photos). A call of the API counts as activity.
 * @template T @param {Promise<T>} task @returns {Promise<T>}
 */
export function stayAwake(task) {
  const signs = setInterval(() => api.runtime.getPlatformInfo(), KEEP_ALIVE);
  return task.finally(() => clearInterval(signs));
}

/**
 * Answers messages with what the handler's promise resolves to; no answer if it returns null.
 * @param {(message: unknown, sender: chrome.runtime.MessageSender) => Promise<unknown> | null} handler
 */
export function onMessage(handler) {
  api.runtime.onMessage.addListener((message, sender, respond) => {
    const answer = sender.id === api.runtime.id ? handler(message, sender) : null;
    if (answer) stayAwake(answer).then(respond);
    return answer !== null;
  });
}

/** @param {string} key @param {Array<string | number>} [blanks] A sentence of _locales. */
export const sentence = (key, blanks = []) => api.i18n.getMessage(key, blanks.map(String));

/** The language the browser shows, such as "de". */
export const language = () => api.i18n.getUILanguage();

/** Writing direction of our texts, which may be in another language than the browser's own. */
export const direction = () => (api.i18n.getMessage('text_direction') === 'rtl' ? 'rtl' : 'ltr');

/**
 * Copies a value into the page's scope: in Firefox a canvas refuses pixels that belong to a content script.
 * @template T @param {T} value @returns {T}
 */
export const forPage = (value) => {
  const { cloneInto } = /** @type {any} */ (globalThis);
  return typeof cloneInto === 'function' ? cloneInto(value, globalThis.window) : value;
};

/**
 * The shadow root of an element, closed ones too. @param {HTMLElement} element @returns {ShadowRoot | null}
 */
export function innerRoot(element) {
  if ('openOrClosedShadowRoot' in element) return /** @type {any} */ (element).openOrClosedShadowRoot;
  const { dom } = /** @type {any} */ (api);
  return dom ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}

export const origin = () => api.runtime.getURL('');
/** @param {string} path */
export const ownUrl = (path) => api.runtime.getURL(path);

/** @template T @param {'local' | 'session'} area @param {string} key @returns {Promise<T | undefined>} */
export const load = async (area, key) => /** @type {any} */ (await api.storage[area].get(key))[key];
/** @param {'local' | 'session'} area @param {string} key @param {unknown} value */
export const save = (area, key, value) => api.storage[area].set({ [key]: value });

/** Calls back when a stored local value changes. @param {(key: string, value: unknown) => void} callback */
export const onSaved = (callback) =>
  api.storage.onChanged.addListener((changes, area) => {
    if (area === 'local') for (const [key, { newValue }] of Object.entries(changes)) callback(key, newValue);
  });

const LINKEDIN = 'https://www.linkedin.com/*';
const PHOTO_HOST = 'https://media.licdn.com/*';
/** Whether photos may be fetched. */
export const photosAllowed = () => api.permissions.contains({ origins: [PHOTO_HOST] });
/** Whether invitations may be read: Firefox does not grant this at installation, and the user may take it back. */
export const pagesAllowed = () => api.permissions.contains({ origins: [LINKEDIN] });
/** @param {string[]} origins */
export const mayReach = (origins) => api.permissions.contains({ origins });
/** @param {string[]} origins Asks the user; to be called in a click. @returns {Promise<boolean>} */
export const askToReach = (origins) => api.permissions.request({ origins });
/** @param {string[]} origins */
export const giveUp = (origins) => api.permissions.remove({ origins });
/** Asks for both with one question; to be called in a click. */
export const askForAccess = () => api.permissions.request({ origins: [LINKEDIN, PHOTO_HOST] });

/** @returns {Promise<number[]>} Tabs that show LinkedIn, if we may see them. */
export const linkedInTabs = async () =>
  (await api.tabs.query({ url: LINKEDIN })).flatMap(({ id, status }) =>
    id !== undefined && status !== 'loading' ? [id] : [],
  );
/** @returns {Promise<number | null>} The tab in front of the user, if it shows LinkedIn. */
export const linkedInInFront = async () =>
  (await api.tabs.query({ active: true, currentWindow: true, url: LINKEDIN }))[0]?.id ?? null;
/** @param {number} tab Injects the content scripts into a tab opened before they were registered. */
export const enterTab = (tab) =>
  api.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    files: ['content/shield.js', 'content/main.js'],
  });
/** @param {number} tab */
export const reloadTab = (tab) => api.tabs.reload(tab);

/** @param {() => void} callback */
export function onPermissionsChanged(callback) {
  api.permissions.onAdded.addListener(callback);
  api.permissions.onRemoved.addListener(callback);
}

const A_DAY = 24 * 60;
/**
 * Calls back once a day, or every `minutes`, while the browser runs, even if the background was ended.
 * @param {string} name @param {() => void} callback @param {number} [minutes]
 */
export function regularly(name, callback, minutes = A_DAY) {
  api.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) callback();
  });
  // An alarm that is set keeps its time, since the background starts many times a day; unless the clock was set back
  // since, which would make it wait longer than its period.
  api.alarms.get(name).then((known) => {
    if (known?.periodInMinutes !== minutes || known.scheduledTime > Date.now() + minutes * 60_000)
      void api.alarms.create(name, { periodInMinutes: minutes });
  });
}

/** @param {number} count Shown on the toolbar icon; nothing for 0. */
export async function showCount(count) {
  await api.action.setBadgeBackgroundColor({ color: '#b3261e' });
  await api.action.setBadgeText({ text: count > 0 ? String(count) : '' });
}

/** @param {(isFirst: boolean) => void} callback The extension was installed, for the first time or as an update. */
export const onInstalled = (callback) =>
  api.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install' || reason === 'update') callback(reason === 'install');
  });

/** @param {string} name Of a command in the manifest. @param {() => void} callback */
export const onCommand = (name, callback) =>
  // Firefox for Android has no commands.
  api.commands?.onCommand.addListener((command) => {
    if (command === name) callback();
  });

/** @param {string} url */
export const openTab = (url) => api.tabs.create({ url });
/**
 * A tab beside the one it is opened from, so that closing it leads back there.
 * @param {string} url @param {number | undefined} from @param {boolean} active @returns {Promise<number | undefined>} The tab.
 */
export const openBeside = async (url, from, active) =>
  (await api.tabs.create({ url, active, ...(from === undefined ? {} : { openerTabId: from }) })).id;
/** @param {number} tab @param {string} url */
export const leadTab = (tab, url) => api.tabs.update(tab, { url });
/** @param {number} tab Shows the tab that it was opened from. @returns {Promise<boolean>} Whether there is one. */
export const showOpener = async (tab) => {
  const { openerTabId } = await api.tabs.get(tab);
  if (openerTabId === undefined) return false;
  await api.tabs.update(openerTabId, { active: true });
  return true;
};
/** @param {number} tab Closes it, unless the user is looking at it. */
export const closeUnseen = async (tab) => {
  if (!(await api.tabs.get(tab)).active) await api.tabs.remove(tab);
};
/** @param {number} tab @returns {Promise<string | undefined>} Its address, once it is loaded, as far as it may be seen. */
export const loadedUrl = async (tab) => {
  const { status, url } = await api.tabs.get(tab);
  return status === 'complete' ? url : undefined;
};
/** @param {(tab: number, url: string | undefined) => void} callback A tab has loaded; without its address where that may not be seen. */
export const onTabLoaded = (callback) =>
  api.tabs.onUpdated.addListener((tab, { status }, { url }) => {
    if (status === 'complete') callback(tab, url);
  });
/** @param {(tab: number) => void} callback */
export const onTabClosed = (callback) => api.tabs.onRemoved.addListener(callback);
/** @param {number} tab Injects the reader of result pages. */
export const enterResultPage = (tab) =>
  api.scripting.executeScript({ target: { tabId: tab }, files: ['search/reader.js'] });
/** @param {number} tab */
export const showTab = (tab) => api.tabs.update(tab, { active: true });
/** Whether the browser has a bar beside the page for us: Chromium's side panel, Firefox's sidebar. */
export const hasSidebar = () => Boolean(api.sidePanel?.open ?? /** @type {any} */ (api).sidebarAction);
/** Opens it in this window; to be called in a click. */
export async function openSidebar() {
  const { sidebarAction } = /** @type {any} */ (api);
  // After an await Firefox no longer counts this as part of the click.
  if (sidebarAction) return sidebarAction.open();
  const { id } = await api.windows.getCurrent();
  if (id !== undefined) await api.sidePanel.open({ windowId: id });
}
export const openOptions = () => api.runtime.openOptionsPage();

/**
 * Offers a right-click on LinkedIn photos.
 * @param {string} title @param {(photoUrl: string) => void} chosen
 */
export function offerPhotoMenu(title, chosen) {
  api.runtime.onInstalled.addListener(() => {
    api.contextMenus.create({
      id: 'check-photo',
      title,
      contexts: ['image'],
      documentUrlPatterns: ['https://www.linkedin.com/*'],
      targetUrlPatterns: ['https://media.licdn.com/*'],
    });
  });
  api.contextMenus.onClicked.addListener(({ menuItemId, srcUrl }) => {
    if (menuItemId === 'check-photo' && srcUrl) chosen(srcUrl);
  });
}
