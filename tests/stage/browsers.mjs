import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from './chromium.mjs';
import { inClosedRoots } from './closed-roots.mjs';
import { firefox } from './firefox.mjs';
import { pointAt, readBadges } from './in-page.mjs';
import { waitFor, within } from './waiting.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./in-page.mjs').Badge} Badge
 * @typedef {import('./in-page.mjs').Sought} Sought
 * @typedef {'light' | 'dark'} Scheme
 * @typedef {{ type: string, text: string, from: string }} Heard a line on a page's console; `from` names world and script where known
 *
 * @typedef {object} Setup
 * @property {string} [extensionDir]
 * @property {number} proxyPort
 * @property {boolean} headless
 * @property {string} lang
 * @property {string} profileDir
 * @property {Scheme} scheme
 *
 * @typedef {object} Driver what differs between the browsers
 * @property {'chromium' | 'firefox'} kind
 * @property {import('puppeteer-core').Browser} browser
 * @property {string} extensionId
 * @property {string} origin
 * @property {() => Promise<boolean>} workerRuns
 * @property {() => Promise<void>} killWorker
 * @property {(page: Page, url: string) => Promise<void>} open
 * @property {(page: Page, scheme: Scheme) => Promise<void>} setScheme
 * @property {(page: Page) => Promise<void>} paste
 * @property {(page: Page, heard: (line: Heard) => void) => Promise<void>} listen
 * @property {(body: string) => Promise<any>} [chrome] Firefox only
 *
 * @typedef {object} LaunchOptions
 * @property {string} [extensionDir] unpacked extension; none for a browser without it
 * @property {{ proxyPort: number }} server
 * @property {boolean} [headless] false opens a window, if there is a display
 * @property {Scheme} [scheme]
 * @property {string} [lang]
 * @property {string} [profileDir] kept afterwards; without it a temporary one goes with the stage
 */

/** How long an element that is replaced again and again is looked for, in milliseconds. */
const CLICK_WITHIN = 5_000;

/**
 * Makes clicks repeat where the page replaced the element after the driver had found it: such a click fails before
 * anything is pressed.
 * @param {Page} page
 */
function clickWhatStays(page) {
  const click = page.click.bind(page);
  page.click = async (selector, options) => {
    const end = Date.now() + CLICK_WITHIN;
    for (;;)
      try {
        return await click(selector, options);
      } catch (error) {
        if (Date.now() > end || !/detached|not clickable/.test(String(error))) throw error;
      }
  };
}

/**
 * Starts a real browser with the unpacked extension, which can reach only the local server.
 * @param {'chromium' | 'firefox'} kind
 * @param {LaunchOptions} options
 * @returns {Promise<Stage>}
 */
export async function launch(kind, options) {
  const { server, headless = true, scheme = 'light', lang = 'en-US' } = options;
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'stage-')));
  const extensionDir = options.extensionDir && resolve(options.extensionDir);
  const display = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  const start = kind === 'chromium' ? chromium : firefox;
  const driver = await within(
    start({ extensionDir, proxyPort: server.proxyPort, headless: headless || !display, lang, profileDir, scheme }),
    60_000,
    `${kind} to start`,
  );
  const manifest = extensionDir ? JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8')) : {};
  return new Stage(driver, manifest, { ...options, profileDir }, options.profileDir === undefined);
}

export class Stage {
  /** @type {string[]} addresses of tabs that the extension or a page opened, in order */
  newTabs = [];
  /** @type {WeakMap<Page, Heard[]>} */
  #heard = new WeakMap();
  /** @type {WeakSet<object>} */
  #own = new WeakSet();
  #opening = 0;
  #closed = false;

  /** @param {Driver} driver @param {any} manifest @param {LaunchOptions & { profileDir: string }} options @param {boolean} temporary */
  constructor(driver, manifest, options, temporary) {
    this.driver = driver;
    this.manifest = manifest;
    this.options = options;
    this.temporary = temporary;
    this.kind = driver.kind;
    this.browser = driver.browser;
    this.extensionId = driver.extensionId;
    const note = (/** @type {import('puppeteer-core').Target} */ target) => {
      // Firefox lists frames as targets too.
      if (target.type() !== 'page' || target.constructor.name === 'BidiFrameTarget' || this.#own.has(target)) return;
      if (this.#opening > 0) return void this.#own.add(target);
      const place = this.newTabs.push(target.url()) - 1;
      const follow = (/** @type {import('puppeteer-core').Target} */ changed) => {
        if (changed === target && !/^(about:blank|chrome-error:.*|)$/.test(target.url()))
          this.newTabs[place] = target.url();
      };
      this.browser.on('targetchanged', follow);
    };
    for (const target of this.browser.targets()) this.#own.add(target);
    this.browser.on('targetcreated', note);
  }

  /**
   * @param {string} [url] a path stands for one on www.linkedin.com
   * @returns {Promise<Page>}
   */
  async newPage(url) {
    this.#opening++;
    /** @type {Page} */
    let page;
    try {
      page = await this.browser.newPage();
      this.#own.add(page.target());
    } finally {
      this.#opening--;
    }
    /** @type {Heard[]} */
    const heard = [];
    this.#heard.set(page, heard);
    clickWhatStays(page);
    await this.driver.listen(page, (line) => heard.push(line));
    await page.setViewport({ width: 1280, height: 900 });
    if (this.kind === 'chromium') await this.driver.setScheme(page, this.options.scheme ?? 'light');
    if (url) await page.goto(new URL(url, 'https://www.linkedin.com').href, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** A page of the extension in a tab of its own. @param {string} path @param {{ width: number, height: number }} [size] */
  async extensionPage(path, size) {
    const page = await this.newPage();
    if (size) await page.setViewport(size);
    await this.driver.open(page, `${this.driver.origin}/${path.replace(/^\//, '')}`);
    return page;
  }

  /** The popup's page, in a tab as wide as popups are. */
  popup() {
    return this.extensionPage(this.manifest.action.default_popup, { width: 420, height: 600 });
  }

  optionsPage() {
    return this.extensionPage(this.manifest.options_ui?.page ?? this.manifest.options_page);
  }

  /** The lines of a page's console, from the page and from every extension. @param {Page} page @returns {Heard[]} */
  console(page) {
    return this.#heard.get(page) ?? [];
  }

  /** @param {Page} page @returns {Promise<Badge[]>} in document order */
  badges(page) {
    return within(inClosedRoots(this.kind, page, readBadges, null), 20_000, 'the badges of the page');
  }

  /**
   * Waits until the badges are as wanted.
   * @param {Page} page @param {(badges: Badge[]) => unknown} wanted @param {string} what @param {number} [timeout]
   * @returns {Promise<Badge[]>}
   */
  async badgesWhen(page, wanted, what, timeout) {
    /** @type {Badge[]} */
    let last = [];
    await waitFor(async () => wanted((last = await this.badges(page))), {
      what,
      timeout,
      lastSeen: () => last.map(({ name, profile, visible, panel }) => ({ name, profile, visible, panel })),
    });
    return last;
  }

  /** A real mouse click on an element in a closed shadow root. @param {Page} page @param {Sought} sought */
  async click(page, sought) {
    const point = await this.#find(page, sought, false);
    await page.mouse.click(point.x, point.y);
  }

  /** Moves the keyboard's focus to an element, as the Tab key would. @param {Page} page @param {Sought} sought */
  async focus(page, sought) {
    await this.#find(page, sought, true);
  }

  /** @param {Page} page @param {Sought} sought @param {boolean} focus */
  async #find(page, { name, ...rest }, focus) {
    const wanted =
      name instanceof RegExp ? { pattern: name.source, flags: name.flags.replace(/[gy]/g, '') } : { exact: name };
    const what = `one ${rest.css ?? 'control'} ${name === undefined ? '' : `named ${name} `}in a closed shadow root${rest.profile ? ` of the card of ${rest.profile}` : ''}`;
    await page.bringToFront();
    /** @type {any[]} */
    let found = [];
    let before = '';
    await waitFor(
      async () => {
        found = await inClosedRoots(this.kind, page, pointAt, { ...wanted, ...rest, focus });
        // Waits for the same position twice: a click on a moving element misses it.
        const still = JSON.stringify(found) === before;
        before = JSON.stringify(found);
        return still && found.length === 1 && !found[0].covered;
      },
      { what, lastSeen: () => found },
    );
    return found[0];
  }

  /** Ends the background as the browser does when it is idle; the next event starts it again. */
  killWorker() {
    return this.driver.killWorker();
  }

  workerRuns() {
    return this.driver.workerRuns();
  }

  /** @param {Page} page @param {Scheme} scheme */
  setScheme(page, scheme) {
    return this.driver.setScheme(page, scheme);
  }

  /** The clipboard's content, read by pasting, so that no permission need be granted. @returns {Promise<string>} */
  async clipboard() {
    const page = await this.newPage();
    await page.setContent('<textarea autofocus></textarea>');
    await page.bringToFront();
    await page.focus('textarea');
    await this.driver.paste(page);
    const text = await waitFor(() => page.$eval('textarea', (area) => area.value), {
      what: 'text on the clipboard',
      timeout: 5_000,
    });
    await page.close();
    return text;
  }

  /** Ends the browser and starts it again with the same profile. @returns {Promise<Stage>} */
  async restart() {
    const { options, temporary } = this;
    this.temporary = false;
    await this.close();
    const next = await launch(this.kind, options);
    next.temporary = temporary;
    return next;
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    const running = this.browser.process();
    await within(this.browser.close(), 15_000, 'the browser to close').catch(() => running?.kill('SIGKILL'));
    if (this.temporary)
      await rm(this.options.profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }).catch(
        () => {},
      );
  }
}
