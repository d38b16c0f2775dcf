// The notice on a profile whose photo is also on other profiles: both photos, and no verdict.

import { direction } from '../browser.js';
import { NOTICE_STYLE } from './style.js';
import { canvasesFor } from '../shared/twins.js';
import { cover } from './cover.js';
import { frameOf } from './frame.js';
import { deliverEvents } from './event-delivery.js';
import { pressGuard } from './press-guard.js';
import { applyStyles, el } from '../shared/dom.js';
import { profileLink } from '../shared/links.js';
import { cross } from '../shared/icons.js';
import { person, say, shortDay } from '../sentences.js';

/** @typedef {import('../requests').ProfileNotice} ProfileNotice */

/** The most other profiles it names. */
const MOST = 3;

/**
 * Makes the notice. It is not on the page until its host is put there.
 * @param {{ notice: ProfileNotice, name: string, scheme: import('./scheme.js').Scheme, onClose: () => void }} what
 * `name`: whose profile page it is.
 * @returns {HTMLElement} Its host, which tells the page nothing.
 */
export function createNotice({ notice: { twins, photo }, name, scheme, onClose }) {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  applyStyles(root, NOTICE_STYLE);
  const canvases = canvasesFor();
  const shown = twins.slice(0, MOST);
  const owner = person(name);
  /** @param {string} id @param {string} of @param {...(Node | string)} words */
  const figure = (id, of, ...words) => el('figure', {}, canvases.of(id, of), el('figcaption', {}, ...words));
  const box = el(
    'div',
    { class: 'notice', dir: direction(), role: 'group', 'aria-labelledby': 'says' },
    el('p', { id: 'says' }, say('notice_photo', shown.map((twin) => person(twin.name)).join(', '))),
    el('button', { type: 'button', class: 'close', 'aria-label': say('close'), click: onClose }, cross()),
    el(
      'div',
      { class: 'photos' },
      figure(
        photo ?? '',
        owner,
        el('span', { class: 'name' }, owner),
        el('span', { class: 'fact' }, say('this_profile')),
      ),
      ...shown.map((twin) =>
        figure(
          twin.photo,
          person(twin.name),
          profileLink(twin.profileUrl, person(twin.name)),
          el(
            'span',
            { class: 'fact' },
            twin.setAt === null ? say('first_seen', shortDay(twin.firstSeen)) : say('photo_set', shortDay(twin.setAt)),
          ),
        ),
      ),
    ),
  );
  const guard = pressGuard(box, null);
  guard.disturb();
  deliverEvents(host, root, { mayAct: () => guard.mayAct() });
  root.append(frameOf(scheme, cover(), box));
  void canvases.fill();
  return host;
}
