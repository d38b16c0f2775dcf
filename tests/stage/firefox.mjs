import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { binary } from './binaries.mjs';
import { bidi, contextOf } from './closed-roots.mjs';
import { waitFor } from './waiting.mjs';

/** Fixed, so that the extension's pages have a known address. */
const UUID = '5ad4f7c1-3b0e-4d55-9c7d-2f6b8a1e0c43';

/**
 * @param {import('./browsers.mjs').Setup} setup
 * @returns {Promise<import('./browsers.mjs').Driver>}
 */
export async function firefox({ extensionDir, proxyPort, headless, lang, profileDir, scheme }) {
  const manifest = extensionDir ? JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) : {};
  const id = manifest.browser_specific_settings?.gecko?.id ?? 'vouchsafe@vouchsafe.invalid';
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: binary('firefox'),
    headless,
    acceptInsecureCerts: true,
    userDataDir: profileDir,
    defaultViewport: null,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'network.http.http3.enable': false,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // An unpacked extension is installed for one run; what it stored must outlive the run as it would for a user.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextOptionalPermissionPrompts': false,
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'intl.accept_languages': lang,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'browser.safebrowsing.malware.enabled': false,
      'browser.safebrowsing.phishing.enabled': false,
      'extensions.getAddons.cache.enabled': false,
      'extensions.update.enabled': false,
      'services.settings.server': 'data:,stage',
      'app.normandy.enabled': false,
      'browser.startup.homepage_override.mstone': 'ignore',
      'datareporting.policy.dataSubmissionEnabled': false,
    },
  });
  const { contexts } = await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  /** Runs in the browser's own scope: the only one that can end a background page. @param {string} body @returns {Promise<any>} */
  const chrome = async (body) => {
    const answer = await bidi(browser, 'script.evaluate', {
      expression: `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`,
      target: { context: contexts[0].context },
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(`In Firefox's own scope: ${answer.exceptionDetails.text}`);
    return JSON.parse(answer.result.value);
  };
  if (lang !== 'en-US') {
    // The browser's language decides the extension's, and language packs are not installed everywhere.
    await chrome(
      `Services.locale.availableLocales = [${JSON.stringify(lang)}, 'en-US']; Services.locale.requestedLocales = [${JSON.stringify(lang)}];`,
    );
  }
  if (extensionDir) await browser.installExtension(extensionDir);
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(id)})?.extension`;
  const workerRuns = () => chrome(`return ${extension}?.backgroundState === 'running'`);
  if (manifest.background) {
    await waitFor(
      async () => (await chrome(`return ${extension}?.backgroundState ?? 'not installed'`)) !== 'not installed',
      { what: 'Firefox to install the extension' },
    );
  }
  return {
    kind: 'firefox',
    browser,
    extensionId: id,
    origin: `moz-extension://${UUID}`,
    workerRuns,
    killWorker: async () => {
      // Another one may run by then.
      const pages = () =>
        chrome(
          `return [...(${extension}?.views ?? [])].filter(({ viewType }) => viewType === 'background').map(({ contextId }) => contextId)`,
        );
      const doomed = await pages();
      const isGone = async () => !(await pages()).some((/** @type {unknown} */ id) => doomed.includes(id));
      // A background that is just starting may refuse, so this is repeated.
      await waitFor(
        async () => {
          await chrome(`await ${extension}.terminateBackground({ ignoreDevToolsAttached: true })`);
          return isGone();
        },
        { what: "the extension's background page to be gone", every: 500 },
      );
    },
    open: async (page, url) => {
      // Firefox never reports such a page as loaded, so the page itself is polled.
      await bidi(page, 'browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
      await waitFor(
        () => page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
        { what: `${url} to be loaded` },
      );
    },
    setScheme: async (_page, wanted) => {
      await chrome(
        `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${wanted === 'dark' ? 0 : 1})`,
      );
    },
    paste: async (page) => {
      await page.keyboard.down('Control');
      await page.keyboard.press('KeyV');
      await page.keyboard.up('Control');
    },
    listen: async (page, heard) => {
      page.on('console', (message) =>
        heard({ type: message.type(), text: message.text(), from: message.location().url ?? '' }),
      );
      page.on('pageerror', (error) =>
        heard({
          type: 'exception',
          text: String(/** @type {Error} */ (error).message ?? error),
          from: String(/** @type {Error} */ (error).stack ?? ''),
        }),
      );
    },
    chrome,
  };
}
