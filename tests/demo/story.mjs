// The demo's story: on day one a search of the web finds a photo under another name; later a portrait is re-used in its mirror
// image and cropped. Its owner, safe invitations, one without a photo.

import { march2026, person, profilePage } from '../pages/index.mjs';
import * as results from '../pages/results.mjs';
import { crop, mirror, portrait, rendition, upload } from '../stage/pictures.mjs';
import { RECEIVED } from './arguments.mjs';

const DAY = 24 * 60 * 60 * 1000;
/** @param {number} days */
const ago = (days) => Date.now() - days * DAY;

/** The portrait's owner has had it for years; another account set its mirror image, cropped, last week. */
const OWNER = person({
  name: 'Ines Castellane',
  slug: 'ines-castellane',
  headline: 'Chief Financial Officer at Norrsken Ferries',
  time: '3 days ago',
  photo: { asset: 'D4E03AQowner', setAt: ago(1500) },
  note: 'We spoke after your panel in Gothenburg. I would like to stay in touch.',
});
const THIEF = person({
  name: 'Brandon Lockhart',
  slug: 'brandon-lockhart-7b1',
  headline: 'Digital asset adviser | Financial freedom mentor',
  time: '5 hours ago',
  photo: { asset: 'D4E03AQmirror', setAt: ago(6) },
  note: 'I came across your profile and was impressed. Let us connect!',
});
const SAFE = [
  person({
    name: 'Devika Rahmani',
    slug: 'devika-rahmani',
    headline: 'Partner, executive search at Holm & Reyes',
    context: 'Yusra Quist and 11 other mutual connections',
    verified: true,
    time: '1 day ago',
    note: 'I am looking for a COO for a client in shipping. May I call you?',
    photo: { asset: 'D4E03AQdevika', setAt: ago(700) },
  }),
  person({
    name: 'Okwudili Abara',
    slug: 'okwudili-abara',
    headline: 'Chief Executive Officer at Blaswerk Wind',
    context: 'Matteus Oduya and 3 other mutual connections',
    time: '4 days ago',
    photo: { asset: 'D4E03AQoku', setAt: ago(380) },
  }),
];
const UNKNOWN = person({
  name: 'Jarek Nowicki',
  slug: 'jarek-nowicki',
  headline: 'Operations at Lindenhof Pumps',
  time: '1 week ago',
  photo: { asset: 'D4E03AQjarek', setAt: ago(90) },
});
const FACELESS = person({
  name: 'Saoirse Thorne',
  slug: 'saoirse-thorne',
  headline: 'Student at Holmby College',
  time: '2 weeks ago',
  photo: null,
});
const PAGE = person({
  name: 'Piet Brouwer',
  slug: 'piet-brouwer',
  kind: 'company',
  entity: 'Brouwer Yachts',
  photo: null,
});

const PEOPLE = [OWNER, THIEF, ...SAFE, UNKNOWN, FACELESS, PAGE];
export const CAST = { OWNER, THIEF, SAFE: SAFE[0], UNKNOWN };

/** The goals of the demo's user. */
export const GOALS = {
  headline: 'VP Operations at Tindra Shipping',
  title: 'VP Operations',
  companies: ['Blaswerk Wind', 'Lindenhof Pumps'],
  roles: ['Chief Operating Officer'],
  topics: ['renewable energy'],
};

/** The results of a search for Jarek Nowicki's photo, the same for every engine. */
const FOUND = [
  {
    url: 'https://www.linkedin.com/in/tomasz-wrona-77/',
    title: 'Tomasz Wrona – Plant Manager – Kalbrunn Works | LinkedIn',
  },
  { url: 'https://kalbrunn-works.example/team', title: 'Our team: Tomasz Wrona, Plant Manager' },
];
/** Result pages by host. @type {Record<string, (asked: { path: string }) => import('../stage/server.mjs').Page>} */
const ENGINES = {
  'lens.google.com': () => ({ html: '', status: 303, location: 'https://www.google.com/search?vsrid=a&udm=26' }),
  'www.google.com': () => results.google(FOUND),
  'www.tineye.com': () => results.tineye(FOUND),
  'www.bing.com': ({ path }) =>
    path.endsWith('searchbyimage')
      ? { html: '', status: 302, location: '/images/search?view=detailv2&iss=sbi&q=imgurl:x' }
      : results.bing({ pages: FOUND }),
  'yandex.com': () => results.yandex({ sites: FOUND }),
};

/** Stand-in search engines beside the stand-in LinkedIn. @param {import('../stage/server.mjs').Server} server */
export function serveEngines({ others }) {
  for (const [host, answer] of Object.entries(ENGINES))
    others.set(host, (asked) => (/favicon/.test(asked.path) ? undefined : answer(asked)));
}

/** @type {import('../stage/server.mjs').Pages} */
export const pages = ({ path }) => {
  if (path === new URL(RECEIVED).pathname) return march2026(PEOPLE);
  const holder = PEOPLE.find(({ slug }) => path.startsWith(`/in/${slug}/`));
  return holder && profilePage(holder, { overlay: path.includes('/overlay/photo') });
};

/** @returns {Promise<import('../stage/photos.mjs').Photos>} */
export async function photos() {
  const own = await portrait('ines-7');
  return new Map([
    ['D4E03AQowner', upload(own)],
    // Another upload: mirrored, cropped, smaller, compressed harder.
    ['D4E03AQmirror', upload(await rendition(await crop(await mirror(own), 0.86), { size: 320, quality: 60 }))],
    ['D4E03AQdevika', upload(await portrait('devika'))],
    ['D4E03AQoku', upload(await portrait('ines-3'))],
    ['D4E03AQjarek', upload(await portrait('jarek'))],
  ]);
}
