import puppeteer from 'puppeteer-core';
import { binary } from './binaries.mjs';
import { session } from './closed-roots.mjs';
import { waitFor } from './waiting.mjs';

/** @typedef {import('./browsers.mjs').Driver} Driver */

/**
 * @param {import('./browsers.mjs').Setup} setup
 * @returns {Promise<Driver>}
 */
export async function chromium({ extensionDir, proxyPort, headless, lang, profileDir, scheme }) {
  const browser = await puppeteer.launch({
    executablePath: binary('chromium'),
    headless,
    pipe: true,
    enableExtensions: extensionDir ? [extensionDir] : false,
    acceptInsecureCerts: true,
    userDataDir: profileDir,
    defaultViewport: null,
    env: { ...process.env, LANGUAGE: lang, LANG: `${lang.replace('-', '_')}.UTF-8` },
    args: [
      // Loopback is not exempt, so that nothing bypasses the proxy.
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      '--proxy-bypass-list=<-loopback>',
      '--ignore-certificate-errors',
      '--disable-quic',
      '--window-size=1280,900',
      `--lang=${lang}`,
      `--accept-lang=${lang}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-domain-reliability',
      '--no-first-run',
      '--no-default-browser-check',
      '--no-pings',
      '--disable-search-engine-choice-screen',
      '--disable-features=OptimizationHints,MediaRouter,Translate,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater,AutofillServerCommunication',
      `--blink-settings=preferredColorScheme=${scheme === 'dark' ? 0 : 1}`,
      // Chromium's sandbox does not work as root; other users keep it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const isWorker = (/** @type {import('puppeteer-core').Target} */ target) =>
    target.type() === 'service_worker' && target.url().startsWith('chrome-extension://');
  let extensionId = '';
  if (extensionDir) {
    const target = await browser.waitForTarget(isWorker, { timeout: 15_000 }).catch(() => {
      throw new Error(
        `Chromium did not start the extension's service worker from ${extensionDir}: does it load without errors?`,
      );
    });
    extensionId = new URL(target.url()).host;
  }
  const workers = () => browser.targets().filter((target) => isWorker(target) && target.url().includes(extensionId));
  return {
    kind: 'chromium',
    browser,
    extensionId,
    origin: `chrome-extension://${extensionId}`,
    workerRuns: async () => workers().length > 0,
    killWorker: async () => {
      // A worker that is just starting refuses to be closed, so this is repeated. Another one may run by then.
      const doomed = workers();
      await waitFor(
        async () => {
          const left = doomed.filter((target) => workers().includes(target));
          for (const target of left) await (await target.worker())?.close().catch(() => {});
          return left.length === 0;
        },
        { what: "the extension's service worker to be gone" },
      );
    },
    open: async (page, url) => {
      await page.goto(url);
    },
    setScheme: async (page, wanted) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: wanted }]);
    },
    paste: async (page) => {
      const client = await session(page);
      await client.send('Input.dispatchKeyEvent', {
        type: 'keyDown',
        key: 'v',
        code: 'KeyV',
        windowsVirtualKeyCode: 86,
        modifiers: 2,
        commands: ['paste'],
      });
      await client.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key: 'v',
        code: 'KeyV',
        windowsVirtualKeyCode: 86,
        modifiers: 2,
      });
    },
    listen: async (page, heard) => {
      const client = await page.createCDPSession();
      /** @type {Map<number, string>} */
      const origins = new Map();
      client.on('Runtime.executionContextCreated', ({ context }) => {
        origins.set(context.id, context.origin);
      });
      client.on('Runtime.consoleAPICalled', (event) =>
        heard({
          type: event.type,
          text: event.args.map((argument) => argument.value ?? argument.description ?? '').join(' '),
          from: `${origins.get(event.executionContextId) ?? ''} ${event.stackTrace?.callFrames[0]?.url ?? ''}`.trim(),
        }),
      );
      client.on('Runtime.exceptionThrown', ({ exceptionDetails }) =>
        heard({
          type: 'exception',
          text: exceptionDetails.exception?.description ?? exceptionDetails.text,
          from: `${origins.get(exceptionDetails.executionContextId ?? -1) ?? ''} ${exceptionDetails.url ?? ''}`.trim(),
        }),
      );
      client.on('Log.entryAdded', ({ entry }) =>
        heard({ type: `log-${entry.level}`, text: entry.text, from: entry.url ?? '' }),
      );
      await Promise.all([client.send('Runtime.enable'), client.send('Log.enable')]);
    },
  };
}
