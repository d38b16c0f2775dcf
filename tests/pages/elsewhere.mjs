import { batches, esc, marks, page, picture, profile } from './document.mjs';
import { photoUrl } from './people.mjs';
import { facts, suggestion } from './sdui.mjs';

// Pages other than the list of received invitations; only the preview has badges, and only on its invitations.

/** @typedef {import('./people.mjs').Person} Person @typedef {import('./document.mjs').Options} Options */

/** /mynetwork/grow/: a preview of the newest invitations, above people one may know. @param {Person[]} people @param {Options & { suggested?: Person[] }} [options] */
export const preview = (people, options = {}) =>
  page(previewMain(people, options), { title: 'Grow your network', ...options });

/** @param {Person[]} people @param {Options & { suggested?: Person[] }} [options] */
export function previewMain(people, { suggested = [], ...options } = {}) {
  const cards = people.map(
    (one) =>
      `<div data-view-name="pending-invitation"><div role="listitem">${facts(one, options)}<button data-view-name="invitation-action" aria-label="Ignore an invitation to connect from ${esc(one.name)}">Ignore</button><button data-view-name="invitation-action" aria-label="Accept ${esc(one.name)}’s invitation">Accept</button></div></div>`,
  );
  return `<nav><a aria-current="page" href="/mynetwork/grow/">Grow</a><a href="/mynetwork/invitation-manager/received/">Show all</a></nav><div componentkey="MyNetwork_InvitationsPreview"><h2>Invitations (${people.length})</h2>${batches(cards, { batch: 3, ...options })}</div>
<section><h2>People you may know</h2><div>${suggested.map((one) => `<div role="listitem">${suggestion(one, options)}<button aria-label="Dismiss ${esc(one.name)}">✕</button></div>`).join('')}</div></section>`;
}

/** @param {Person[]} people @param {Options} [options] */
export const sent = (people, options = {}) =>
  page(sentMain(people, options), { title: 'Sent invitations', scroller: 'main', ...options });

/** @param {Person[]} people @param {Options} [options] */
export function sentMain(people, options = {}) {
  const cards = people.map(
    (one) =>
      `<div role="listitem"><a href="${profile(one)}">${picture(one, options)}</a><p><a href="${profile(one)}">${esc(one.name)}</a></p><p>${esc(one.headline)}</p><p>Sent ${esc(one.time)}</p><a href="/mynetwork/invitation-manager/sent/" aria-label="Withdraw invitation sent to ${esc(one.name)}">Withdraw</a>${one.note ? `<p>${esc(one.note)}</p>` : ''}</div>`,
  );
  return `<nav aria-label="Invitation direction"><a href="/mynetwork/invitation-manager/received/">Received</a><a aria-current="page" href="/mynetwork/invitation-manager/sent/">Sent</a></nav><div data-testid="lazy-column" data-component-type="LazyColumn">${batches(cards, options)}</div>`;
}

/** /search/results/people/ @param {Person[]} people @param {Options} [options] */
export const search = (people, options = {}) =>
  page(
    `<h1>About ${people.length} results</h1><div role="list">${people.map((one, index) => `<div role="listitem"><a href="${profile(one)}">${picture(one, options)}</a><p><a href="${profile(one)}"><strong>${esc(one.name)}</strong></a>${marks(one)} • ${index % 2 ? '2nd' : '3rd+'}</p><p>${esc(one.headline)}</p><p>Aarhus, Denmark</p>${one.context ? `<p>${esc(one.context)}</p>` : ''}${index % 2 ? `<button aria-label="Invite ${esc(one.name)} to connect">Connect</button>` : `<button aria-label="Follow ${esc(one.name)}">Follow</button><button aria-label="Message ${esc(one.name)}">Message</button>`}</div>`).join('')}</div>`,
    { title: 'People search', ...options },
  );

/** /mynetwork/invite-connect/connections/ @param {Person[]} people @param {Options} [options] */
export const connections = (people, options = {}) =>
  page(
    `<h1>${people.length} connections</h1><div data-testid="lazy-column" data-component-type="LazyColumn">${people.map((one) => `<div role="listitem"><a href="${profile(one)}">${picture(one, options)}</a><p><a href="${profile(one)}">${esc(one.name)}</a></p><p>${esc(one.headline)}</p><p>Connected ${esc(one.time)}</p><a href="/messaging/compose/?recipient=${encodeURIComponent(one.slug)}" aria-label="Message ${esc(one.name)}">Message</a><button aria-label="More actions for ${esc(one.name)}">…</button></div>`).join('')}</div>`,
    { title: 'Connections', scroller: 'main', ...options },
  );

/**
 * /in/…/, with the photo at 400, or at 800 on the overlay; with the two buttons of an invitation that waits.
 * @param {Person} one @param {Options & { overlay?: boolean, invited?: boolean, beside?: Person[] }} [options]
 */
export function profilePage(one, { overlay = false, invited = true, beside = [], ...options } = {}) {
  const name = esc(one.name);
  const image = (/** @type {number} */ size) =>
    one.photo
      ? `<img alt="${name}" src="${esc(photoUrl(one.photo, size))}" width="${size / 2}" height="${size / 2}">`
      : '<svg id="person-accent-4"></svg>';
  const first = esc(one.name.split(' ')[0]);
  return page(
    `<section><a href="${profile(one)}overlay/photo/">${image(400)}</a><h1>${name}${marks(one)}</h1><p>${esc(one.headline)}</p><p>Odense, Denmark · <a href="${profile(one)}overlay/contact-info/">Contact info</a></p><p>500+ connections</p>
${invited ? `<div><button aria-label="Accept ${name}’s request to connect">Accept</button><button aria-label="Ignore ${name}’s request to connect">Ignore</button></div>` : `<button aria-label="Invite ${name} to connect">Connect</button>`}<button aria-expanded="false" aria-label="More actions">More</button>
<div data-floating-ui-portal="" hidden><div role="menu"><a role="menuitem" href="${profile(one)}overlay/about-this-profile/">About this profile</a><a role="menuitem" href="${profile(one)}overlay/report/">Report ${first}</a></div></div></section>
<section><h2>About</h2><p>Happiest where water runs uphill.</p></section><section><h2>People also viewed</h2><ul>${beside.map((other) => `<li><a href="${profile(other)}">${picture(other, options)}<strong>${esc(other.name)}</strong></a><button aria-label="Invite ${esc(other.name)} to connect">Connect</button></li>`).join('')}</ul></section>
${overlay ? `<div role="dialog" aria-label="Profile photo"><h2>${name}</h2>${image(800)}<button aria-label="Dismiss">Dismiss</button></div>` : ''}`,
    { title: one.name, ...options },
  );
}

/**
 * /in/…/overlay/about-this-profile/: LinkedIn's own statements on an account, over the profile.
 * @param {Person} one @param {Options & { rows: Array<[string, string]>, verified?: [string, string], lang?: string }} options
 */
export function aboutPage(one, { rows, verified, ...options }) {
  const name = esc(one.name);
  return page(
    `<section><h1>${name}</h1><p>${esc(one.headline)}</p></section>
<div role="dialog" aria-label="About this profile"><h2>About this profile</h2><p>${name}</p><ul>${rows.map(([label, value]) => `<li><div><h3>${esc(label)}</h3><p>${esc(value)}</p></div></li>`).join('')}
${verified ? `<li><svg id="verified-medium"></svg><div><h3>${esc(verified[0])}</h3><p>${esc(verified[1])}</p></div></li>` : ''}</ul><a href="/verify/"><svg id="verified-small"></svg>Verify yours</a><button aria-label="Dismiss">Dismiss</button></div>`,
    { title: one.name, ...options },
  );
}

/** The received list without anyone in it. @param {Options} [options] */
export const nobody = (options = {}) =>
  page(
    '<nav aria-label="Invitation direction"><a aria-current="page" href="/mynetwork/invitation-manager/received/">Received</a><a href="/mynetwork/invitation-manager/sent/">Sent</a></nav><section><h2>No new invitations</h2><p>New invitations will show up here.</p></section>',
    { title: 'Invitations', ...options },
  );

/** An invitation page of an unknown generation: no list items, no labels, names without links. @param {Person[]} people @param {Options} [options] */
export const unknown = (people, options = {}) =>
  page(
    `<h1>Invitations</h1><div>${people.map((one) => `<x-row><x-face style="background-image:url(${one.photo ? esc(photoUrl(one.photo)) : ''})"></x-face><span>${esc(one.name)}</span><span>${esc(one.headline)}</span><x-tap tabindex="0">Accept</x-tap><x-tap tabindex="0">Ignore</x-tap></x-row>`).join('')}</div>`,
    { title: 'Invitations', ...options },
  );

/** Main content that is a frame of the same origin, as is common after in-app navigation. @param {string} [path] */
export const framed = (path = '/preload/invitations/') => `<iframe src="${esc(path)}" title="Invitations"></iframe>`;

/**
 * One document for several addresses: links lead from one to the other without a load.
 * @param {Record<string, string>} routes main content by path: what the `…Main` functions and `framed` answer
 * @param {string} start @param {Options} [options]
 */
export const app = (routes, start, options = {}) =>
  page(routes[start], { title: 'My network', scroller: 'main', ...options, routes });
