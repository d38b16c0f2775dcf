import { esc, page } from './document.mjs';

// Cards that are easily misread, one of each kind, with the expected result: badged or not, and the facts that may
// count.

/** @typedef {import('./document.mjs').Options} Options */
/**
 * @typedef {object} Odd
 * @property {string} slug
 * @property {boolean} badged
 * @property {string} [name] as it must be read
 * @property {boolean} [verified]
 * @property {number} [mutual]
 * @property {string} html
 */

const UNSEEN = 'style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)"';

/** @param {string} slug @param {string} name */
const face = (slug, name) =>
  `<a href="/in/${slug}/"><figure><svg id="person-accent-4" viewBox="0 0 48 48" aria-hidden="true"></svg></figure></a><!-- ${esc(name)} -->`;
/** @param {string} name */
const two = (name) =>
  `<div><button aria-label="Ignore an invitation to connect from ${esc(name)}">Ignore</button><button aria-label="Accept ${esc(name)}’s invitation">Accept</button></div>`;

/** @param {string} slug @param {string} name @param {{ shown?: string, beside?: string, row?: string, words?: string, lines?: string, actions?: string, after?: string, attributes?: string }} [parts] */
const card = (
  slug,
  name,
  {
    shown = esc(name),
    beside = '',
    row = '',
    words = 'is inviting you to connect',
    lines = '<p>Nurse</p>',
    actions = two(name),
    after = '',
    attributes = '',
  } = {},
) =>
  `<div><div data-display-contents="true"><div role="listitem" ${attributes}>${face(slug, name)}${row || '<p>'}<a href="/in/${slug}/"><strong>${shown}</strong></a>${beside} ${row ? '</div><p>' : ''}<span>${words}</span></p>${lines}${actions}${after}</div></div></div>`;

/** @param {string} at Makes the slugs new. @returns {Odd[]} */
export function oddCards(at) {
  /** @type {Odd[]} */
  const all = [];
  /** @param {string} slug @param {Omit<Odd, 'slug' | 'html'>} wanted @param {string} name @param {Parameters<typeof card>[2]} [parts] */
  const add = (slug, wanted, name, parts) =>
    all.push({ slug: `${slug}-${at}`, ...wanted, html: card(`${slug}-${at}`, name, parts) });
  const badged = { badged: true, verified: false };
  add('two-lines', badged, 'Dev Example', { lines: '<p>Student | Data</p><p>12 mutual connections</p>' });
  add('pronouns', badged, 'Dev Sample', { lines: '<p>She/Her</p><p>12 mutual connections</p><p>3 days ago</p>' });
  add('quoted', badged, 'Jan Probe', {
    lines: '<p>CEO</p><blockquote><p>12 mutual connections</p></blockquote><p>2 days ago</p>',
  });
  add('empty-mark', { ...badged, verified: true, name: 'Udai Example' }, 'Udai Example', {
    shown: 'Udai Example <span aria-label="Verified"></span>',
  });
  add('unseen-words', { ...badged, verified: true, name: 'Udai Sample' }, 'Udai Sample', {
    shown: `Udai Sample<span ${UNSEEN}> Verified</span>`,
  });
  const drawing = '<svg width="10" height="10"></svg>';
  add('pressed-mark', { ...badged, verified: true, name: 'Udai Knopf' }, 'Udai Knopf', {
    beside: `<button aria-label="Udai Knopf is verified">${drawing}</button>`,
  });
  add('mark-in-a-row', { ...badged, verified: true, name: 'Udai Reihe' }, 'Udai Reihe', {
    row: '<div style="display:flex">',
    beside: '<svg data-test-icon="verified-small" width="10" height="10"></svg><span>· 2nd</span>',
  });
  add('offered-mark', { ...badged, name: 'Udai Angebot' }, 'Udai Angebot', {
    beside: `<button aria-label="Ask to get verified">${drawing}</button>`,
  });
  add('unseen-labels', { ...badged, name: 'Udai Still' }, 'Udai Still', {
    actions: `<div><button><span>Ignore</span><span ${UNSEEN}>Ignore Udai Still</span></button><button><span>Accept</span><span ${UNSEEN}>Accept Udai Still’s invitation</span></button></div>`,
  });
  add('degree', { ...badged, name: 'Udai Muster' }, 'Udai Muster', { shown: 'Udai Muster <span>• 2nd</span>' });
  add('view-profile', { ...badged, name: 'Vera View' }, 'Vera View', {
    shown: `Vera View<span ${UNSEEN}>View Vera View’s profile</span>`,
  });
  add('double', { ...badged, name: 'Ann Ann' }, 'Ann Ann');
  add('letters', { ...badged, name: 'T T' }, 'T T');
  add('theirs', { ...badged, mutual: 13 }, 'Uma Other', {
    lines:
      '<p>Nurse</p><p><a href="/in/josey-other/">Josey Sample</a> <svg id="verified-small" aria-label="Verified" width="10" height="10"></svg> and 12 other mutual connections</p>',
  });
  add('companys', badged, 'Uma Company', {
    lines:
      '<p>Nurse</p><p><svg id="verified-company" aria-label="Verified" width="10" height="10"></svg> Works at a verified company</p>',
  });
  add('one-control', badged, 'One Control', {
    actions: '<div><button aria-label="Accept One Control’s invitation">Accept</button></div>',
  });
  add('noted', badged, 'Nina Note', {
    after:
      '<blockquote><p>I work at <a href="/company/sampleco/">SampleCo</a>.</p></blockquote><p><a href="/messaging/compose/?x=1">Reply to Nina</a></p>',
  });
  add('follow', { badged: false }, 'Massimo Test', {
    words: 'invited you to follow Studio Test',
    lines: '<p>2 days ago</p>',
  });
  add('subscribe', { badged: false }, 'Massimo Sample', {
    words: 'invited you to subscribe to Weekly Notes',
    lines: '<p>Published weekly</p>',
    attributes: 'componentkey="urn:li:invitation:77"',
  });
  add('suggested', { badged: false }, 'Sug Number', {
    words: '',
    actions:
      '<button aria-label="Invite Sug Number to connect">Connect</button><button aria-label="Sug Number accepts messages">Message</button>',
  });
  add('answered', { badged: false }, 'Ada Answered', {
    words: '',
    actions: '<button aria-label="Message Ada Answered">Message</button>',
    attributes: 'componentkey="urn:li:invitation:78"',
  });
  return all;
}

/** @param {Odd[]} cards @param {Options} [options] */
export const odd = (cards, options = {}) =>
  page(
    `<div role="button" aria-expanded="false">Focused (${cards.length})</div><div data-testid="lazy-column" data-component-type="LazyColumn">${cards.map(({ html }) => html).join('\n')}</div>`,
    { title: 'Odd cards', ...options },
  );

/** Suggestions with two controls on a page in a language, or without one. @param {string} at @param {Options} [options] */
export const oddSuggestions = (at, options = {}) =>
  page(
    `<div data-testid="lazy-column">${[
      ['Ayşe Yılmaz', 'Ayşe Yılmaz adlı kişiyi bağlantı kurmaya davet et', 'Ayşe Yılmaz önerisini kapat'],
      ['田中太郎', '田中太郎さんにつながりを申請', '田中太郎さんの提案を閉じる'],
      ['Jan Kowalski', 'Zaproś: Jan Kowalski', 'Odrzuć: Jan Kowalski'],
    ]
      .map(
        ([name, one, two], index) =>
          `<div data-display-contents="true"><div role="listitem">${face(`sug-${index}-${at}`, name)}<a href="/in/sug-${index}-${at}/"><strong>${name}</strong></a><p>Baker</p><button aria-label="${one}">+</button><button aria-label="${two}">x</button></div></div>`,
      )
      .join('')}</div>`,
    { title: 'Suggestions', ...options },
  );
