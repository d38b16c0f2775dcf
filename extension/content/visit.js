// A visit to a profile page: its photos are read, and a notice says if they are known under other names. The page of a
// pending inviter also has the badge here.

import { createBadge } from '../badge/badge.js';
import { createGuide } from '../badge/guide.js';
import { createNotice } from '../badge/notice.js';
import { schemeBehind } from '../badge/scheme.js';
import { createSealed } from '../badge/sealed.js';
import { shield } from '../badge/raised-shield.js';
import { ask } from '../messages.js';
import { profileIn } from '../places.js';
import { readAbout } from './about.js';
import { nameOf, ownerHeading, readProfile } from './profile.js';
import { reportEntry } from './report-entry.js';
import { ABOUT_OVERLAY, UPLOAD } from './selectors.js';
import { PUT_BACK_AT_MOST, settled } from './page-settled.js';
import { shownLocation } from './page-address.js';

/** @typedef {import('../requests').ProfileNotice} ProfileNotice */

/** @param {string} url */
const uploadOf = (url) => UPLOAD.exec(url)?.[1] ?? url;

/** Whether scripts of another page may hear the user's events: then only sealed badges are shown. */
const isReached = () => shield()?.reached ?? true;

export class Visit {
  #read = '';
  /** The last reading of "About this profile". */
  #about = '';
  /** @type {string[]} The uploads read last, and those of the profile before. */
  #uploads = [];
  /** @type {string[]} */
  #before = [];
  /** The profile that the page shows: its path up to the profile's name. */
  #profile = '';
  /** @type {{ notice: ProfileNotice, name: string } | null} */
  #known = null;
  /** The invitation from the person whose profile this is. @type {import('../shapes').View | null} */
  #view = null;
  /** @type {import('../badge/badge.js').Badge | null} */
  #badge = null;
  /** @type {HTMLElement | null} */
  #host = null;
  #isClosed = false;
  #putBack = 0;
  #badges;
  /** The guide for a report: what it shows, once it was asked for; null: none is wanted here. @type {import('../shapes').View | null | undefined} */
  #reported;
  /** @type {ReturnType<typeof createGuide> | null} */
  #guide = null;

  /** @param {boolean} badges */
  constructor(badges) {
    this.#badges = badges;
  }

  /** @param {Node} node */
  isOurs = (node) =>
    node === this.#host ||
    (this.#badge !== null && node === this.#badge.host) ||
    (this.#guide?.hosts.includes(/** @type {HTMLElement} */ (node)) ?? false);

  /** Reads the page. @param {string} path */
  look(path) {
    const profile = profileIn(path);
    if (profile !== this.#profile) this.#leave(profile);
    const found = readProfile(document, path);
    const read = JSON.stringify([path, found]);
    const uploads = (found?.urls ?? []).map(uploadOf);
    // The address changes before the page does. An upload belongs to one profile, so this is still the page before.
    const isStale = uploads.some((upload) => this.#before.includes(upload));
    if (found && !isStale && read !== this.#read) {
      this.#read = read;
      this.#uploads = uploads;
      this.#ask(profile, found);
    }
    if (path.includes(ABOUT_OVERLAY)) this.#readAbout(profile);
    if (this.#reported === undefined && profile !== '') this.#askReported(profile);
    this.#show();
  }

  /** Whether the user came to report this profile. @param {string} profile */
  async #askReported(profile) {
    this.#reported = null;
    try {
      const view = /** @type {import('../shapes').View | null} */ (
        await ask('report-guide', { profile: shownLocation().href.slice(0, 2000) })
      );
      if (profile !== this.#profile) return;
      this.#reported = view;
      this.#show();
    } catch {
      // Without the guide the popup still says what to do.
    }
  }

  /** Puts the guide for a report into the page, or takes it away. */
  #showGuide() {
    if (!this.#reported || !this.#badges || isReached()) return this.#endGuide();
    if (!settled() || this.#guide?.hosts.every((host) => host.isConnected)) return;
    if (this.#putBack >= PUT_BACK_AT_MOST) return;
    this.#putBack += 1;
    const profile = this.#profile;
    this.#guide ??= createGuide({
      view: this.#reported,
      scheme: schemeBehind(document.querySelector('main') ?? document.body),
      entry: () => reportEntry(profile),
      onClose: () => {
        this.#reported = null;
        this.#endGuide();
      },
    });
    document.body.append(...this.#guide.hosts);
    this.#guide.show();
  }

  #endGuide() {
    this.#guide?.end();
    this.#guide = null;
  }

  /** Sends the content of "About this profile", where the user opened it. @param {string} profile */
  async #readAbout(profile) {
    const heading = ownerHeading(document, profile.toLowerCase());
    const about = readAbout(document, heading ? nameOf(heading) : '');
    const read = JSON.stringify([profile, about]);
    if (!about || read === this.#about) return;
    this.#about = read;
    try {
      await ask('account-seen', { profile: shownLocation().href.slice(0, 2000), ...about });
    } catch {
      this.#about = '';
    }
  }

  /** @param {string} profile @param {{ holder: string, urls: string[] }} found */
  async #ask(profile, found) {
    try {
      const notice = await ask('see-photos', { profile: shownLocation().href.slice(0, 2000), ...found });
      if (profile !== this.#profile) return;
      this.#view = notice.view;
      // A larger rendition may be looked up while the first notice is shown.
      const isNew = JSON.stringify(notice.twins) !== JSON.stringify(this.#known?.notice.twins ?? []);
      if (!isNew) return this.#show();
      this.#take();
      this.#known = notice.twins.length > 0 ? { notice, name: found.holder } : null;
      this.#show();
    } catch {
      this.#read = '';
    }
  }

  /** Verdicts changed. @param {import('../shapes').View[]} views */
  update(views) {
    const view = views.find(({ key }) => key === this.#view?.key);
    if (!view) return;
    this.#view = view.handled === null ? view : null;
    this.#show();
  }

  /** Drops what is shown of people who were forgotten. @param {string[] | null} keys null: everybody. */
  forget(keys) {
    if (this.#view && (keys === null || keys.includes(this.#view.key))) this.#view = null;
    this.#show();
  }

  /** @param {boolean} badges */
  showBadges(badges) {
    this.#badges = badges;
    this.#show();
  }

  /** Removes a notice that the page moved to another document. */
  reclaim() {
    if (this.#host && this.#host.ownerDocument !== document) this.#take();
    if (this.#badge && this.#badge.host.ownerDocument !== document) this.#takeBadge();
    if (this.#guide?.hosts.some((host) => host.ownerDocument !== document)) this.#endGuide();
  }

  /** Puts badge, notice and guide into the page where they belong, and removes them where they do not. */
  #show() {
    this.#showBadge();
    this.#showGuide();
    this.#showNotice();
  }

  #showBadge() {
    if (!this.#view || !this.#badges) return this.#takeBadge();
    this.#badge?.update(this.#view);
    if (!settled()) return;
    const heading = ownerHeading(document, this.#profile.toLowerCase());
    if (!heading || this.#badge?.host.isConnected || this.#putBack >= PUT_BACK_AT_MOST) return;
    this.#putBack += 1;
    const what = { view: this.#view, scheme: schemeBehind(heading) };
    this.#badge ??= isReached() ? createSealed(what) : createBadge(what);
    heading.after(this.#badge.host);
  }

  #takeBadge() {
    this.#badge?.remove();
    this.#badge = null;
  }

  /** Puts the notice below the name, or takes it away. */
  #showNotice() {
    if (!this.#known || !this.#badges || this.#isClosed || isReached()) return this.#take();
    if (!settled()) return;
    const heading = ownerHeading(document, this.#profile.toLowerCase());
    if (!heading || this.#host?.isConnected || this.#putBack >= PUT_BACK_AT_MOST) return;
    this.#putBack += 1;
    this.#host ??= createNotice({
      ...this.#known,
      scheme: schemeBehind(heading),
      onClose: () => {
        this.#isClosed = true;
        this.#take();
      },
    });
    (this.#badge?.host.isConnected ? this.#badge.host : heading).after(this.#host);
  }

  #take() {
    this.#host?.remove();
    this.#host = null;
  }

  /** @param {string} profile The profile of the next page; empty: none. */
  #leave(profile) {
    this.#take();
    this.#takeBadge();
    this.#view = null;
    this.#endGuide();
    this.#reported = undefined;
    this.#known = null;
    this.#isClosed = false;
    this.#putBack = 0;
    this.#read = '';
    this.#about = '';
    this.#before = this.#uploads;
    this.#uploads = [];
    this.#profile = profile;
  }

  /** The user leaves the page. */
  leave() {
    this.#leave('');
  }
}
