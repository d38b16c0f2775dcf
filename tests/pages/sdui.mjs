import { batches, contextIcon, entity, esc, marks, page, picture, profile } from './document.mjs';

/** @typedef {import('./people.mjs').Person} Person @typedef {import('./document.mjs').Options} Options */

/** Picture, sentence, headline, context, time: the same in all server-driven generations. @param {Person} one @param {Options} options */
export function facts(one, options) {
  const name = esc(one.name);
  const invited = entity(one);
  const href = one.kind === 'person' ? profile(one) : invited.href;
  const words = one.follows ? 'follows you and is inviting you to connect' : 'is inviting you to connect';
  const sentence =
    one.kind === 'person'
      ? `<p class="_4a91c2"><a class="_77d0b1" href="${profile(one)}"><strong>${name}</strong></a>${marks(one)} <span>${words}</span></p>`
      : `<p class="_4a91c2"><a class="_77d0b1" href="${profile(one)}"><strong>${name}</strong></a> <span>${invited.words} <a href="${invited.href}"><strong>${esc(invited.name)}</strong></a></span></p>`;
  return `<a class="_77d0b1" href="${href}">${picture(one, options)}</a>${sentence}
${one.kind === 'person' ? `<p class="_4a91c2 _d19e03">${esc(one.headline)}</p>` : ''}${one.context ? `<p class="_4a91c2 _55b8aa">${contextIcon(one)}${esc(one.context)}</p>` : ''}<p class="_4a91c2 _0c37fe">${esc(one.time)}</p>`;
}

/** @param {Person} one */
const labels = (one) => ({
  ignore: `Ignore an invitation to connect from ${esc(one.name)}`,
  accept: `Accept ${esc(one.name)}’s invitation`,
});

/** @param {Person} one */
const note = (one) => (one.note ? `<blockquote><p>${esc(one.note)}</p></blockquote><button>Reply</button>` : '');

/** Mid-2025: which of list item and view name is outermost differs from card to card. @param {Person[]} people @param {Options} [options] */
export const sdui2025 = (people, options = {}) =>
  page(sdui2025Main(people, options), { title: 'Invitations (2025)', ...options });

/** @param {Person[]} people @param {Options} [options] */
export function sdui2025Main(people, options = {}) {
  const cards = people.map((one, index) => {
    const { ignore, accept } = labels(one);
    const wrapped = index % 2 === 0;
    const button = (/** @type {string} */ label, /** @type {string} */ text) =>
      wrapped
        ? `<div data-view-name="invitation-action"><button class="_9b2c" aria-label="${label}"><span><span>${text}</span></span></button></div>`
        : `<button class="_9b2c" data-view-name="invitation-action" aria-label="${label}">${text}</button>`;
    const inner = `${facts(one, options)}${button(ignore, 'Ignore')}${button(accept, 'Accept')}`;
    return wrapped
      ? `<div componentkey="auto-component-${index}"><div role="listitem" class="_18dd44"><div data-view-name="pending-invitation">${inner}</div>${note(one)}</div></div>`
      : `<div componentkey="auto-component-${index}"><div data-view-name="pending-invitation"><div role="listitem">${inner}</div>${note(one)}</div></div>`;
  });
  return `<div data-sdui-screen="com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationReceivedWithType"><nav><ul><li><a aria-current="page" href="/mynetwork/invitation-manager/received/">All (${people.length})</a></li><li><a href="/mynetwork/invitation-manager/received/PEOPLE_WITH_MUTUAL_CONNECTION/">Mutual connections</a></li><li><a href="/mynetwork/invitation-manager/sent/">Sent</a></li></ul></nav>
<div componentkey="InvitationManagerPage_InvitationsList">${batches(cards, options)}</div>${people.length > (options.batch ?? 10) ? '<button data-more="">Load more</button>' : ''}</div>`;
}

/** March 2026: the invitation's URN as component key, on the item, and on a wrapper of every third. @param {Person[]} people @param {Options} [options] */
export const march2026 = (people, options = {}) =>
  page(march2026Main(people, options), { title: 'Invitations (March 2026)', scroller: 'main', ...options });

/** @param {Person[]} people @param {Options} [options] */
export function march2026Main(people, options = {}) {
  const cards = people.map((one, index) => {
    const urn = `urn:li:invitation:${one.urn}`;
    const inner = `${facts(one, options)}${actions(one)}${note(one)}`;
    return index % 3 === 2
      ? `<div componentkey="${urn}"><div><div data-display-contents="true"><div role="listitem">${inner}</div></div></div></div>`
      : `<div><div data-display-contents="true"><div role="listitem" componentkey="${urn}">${inner}</div></div></div>`;
  });
  return `${direction}<div data-testid="lazy-column" data-component-type="LazyColumn" role="list">${batches(cards, options)}</div>`;
}

/** @param {Person} one */
function actions(one) {
  const { ignore, accept } = labels(one);
  return `<div><button class="_9b2c" aria-label="${ignore}"><span>Ignore</span></button></div><div>${
    one.follows
      ? `<a class="_9b2c" href="/mynetwork/invitation-manager/received/" aria-label="${accept}">Accept</a>`
      : `<button class="_9b2c" aria-label="${accept}"><span>Accept</span></button>`
  }</div>`;
}

const direction =
  '<nav aria-label="Invitation direction"><a aria-current="page" href="/mynetwork/invitation-manager/received/">Received</a><a href="/mynetwork/invitation-manager/sent/">Sent</a></nav>';

/**
 * August 2026: no keys at all, two buckets of which one is hidden, suggestions at the end of the column.
 * @param {Person[]} people @param {Options & { other?: Person[], suggested?: Person[] }} [options]
 */
export const august2026 = (people, options = {}) =>
  page(august2026Main(people, options), { title: 'Invitations (August 2026)', scroller: 'main', ...options });

/** @param {Person[]} people @param {Options & { other?: Person[], suggested?: Person[] }} [options] */
export function august2026Main(people, { other = [], suggested = [], ...options } = {}) {
  const wrap = (/** @type {string} */ inner) =>
    `<div><div><div data-display-contents="true"><div role="listitem">${inner}</div></div></div></div>`;
  const column = (/** @type {Person[]} */ list, /** @type {string} */ hidden, /** @type {string} */ end) =>
    `<div data-testid="lazy-column" data-component-type="LazyColumn"${hidden}><hr role="presentation">${batches(
      list.map((one) => wrap(`${facts(one, options)}${actions(one)}${note(one)}`)),
      options,
    )}${end}</div>`;
  const suggestions = suggested.map((one) => `<hr role="presentation">${wrap(suggestion(one, options))}`).join('');
  return `${direction}<div role="button" aria-expanded="false" tabindex="0"><input aria-hidden="true" type="checkbox" checked><span>Focused (${people.length})</span></div>
<div role="menu" hidden><div role="menuitem" tabindex="0"><p>Focused (${people.length})</p></div><div role="menuitem" tabindex="0"><p>Other (${other.length})</p></div></div>
${['Verified', 'Mutual connections'].map((text) => `<div role="radio" aria-checked="false" tabindex="0"><input aria-hidden="true" type="checkbox">${text}</div>`).join('')}
${column(people, '', suggestions)}${column(other, ' hidden', '')}`;
}

/** @param {Person} one @param {Options} options */
export function suggestion(one, options) {
  const name = esc(one.name);
  return `<a href="${profile(one)}">${picture(one, options)}</a><p><a href="${profile(one)}"><strong>${name}</strong></a></p><p>${esc(one.headline)}</p><p>Drew Ashgrove is a mutual connection</p><button aria-label="Invite ${name} to connect">Connect</button>`;
}

/** October 2026 in German: Accept is a link. @param {Person[]} people @param {Options & { suggested?: Person[] }} [options] */
export const german = (people, options = {}) =>
  page(germanMain(people, options), { title: 'Einladungen', scroller: 'main', lang: 'de', ...options });

/** @param {Person[]} people @param {Options & { suggested?: Person[] }} [options] */
export function germanMain(people, { suggested = [], ...options } = {}) {
  const cards = people.map((one) => {
    const name = esc(one.name);
    const invited = entity(one);
    const urn = `urn:li:invitation:${one.urn}`;
    const sentence =
      one.kind === 'person'
        ? 'möchte Kontakt mit Ihnen aufnehmen'
        : `hat Sie eingeladen, <a href="${invited.href}"><strong>${esc(invited.name)}</strong></a> zu folgen`;
    return `<div componentkey="${urn}"><div><div data-display-contents="true"><div role="listitem" componentkey="${urn}"><a href="${one.kind === 'person' ? profile(one) : invited.href}">${picture(one, options, `Profilbild von ${one.name}`)}</a>
<p><a href="${profile(one)}"><strong>${name}</strong></a>${marks(one)} <span>${sentence}</span></p>${one.kind === 'person' ? `<p>${esc(one.headline)}</p>` : ''}${one.context ? `<p>${contextIcon(one)}${esc(one.context)}</p>` : ''}<p>${esc(one.time)}</p>
<div><button aria-label="Einladung von ${name} ignorieren">Ignorieren</button></div><div><a href="/mynetwork/invitation-manager/received/" aria-label="Einladung von ${name} annehmen">Annehmen</a></div>${one.note ? `<blockquote><p>${esc(one.note)}</p></blockquote>` : ''}</div></div></div></div>`;
  });
  return `<nav aria-label="Richtung"><a aria-current="page" href="/mynetwork/invitation-manager/received/">Eingegangen</a><a href="/mynetwork/invitation-manager/sent/">Gesendet</a></nav><div data-testid="lazy-column" data-component-type="LazyColumn" role="list">${batches(cards, options)}</div>
${suggested.length ? `<h3>Vorschläge für Sie</h3>${suggested.map((one) => `<div><a href="${profile(one)}">${esc(one.name)}</a><p>${esc(one.headline)}</p><button aria-label="${esc(one.name)} als Kontakt einladen">Vernetzen</button></div>`).join('')}` : ''}`;
}
