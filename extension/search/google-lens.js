// Google Lens. A search opens on all results (udm=26), which mixes equal and merely similar pictures without
// saying which is which; "Exact matches" (udm=48) is a page of its own.

import { hitsIn, instead, saysNone } from './hits.js';

/** Google's own hosts, except those that hold other people's pages. */
const OWN =
  /^(?!(sites|scholar)\.google\.)(.+\.)?(google(\.\w{2,3}){1,2}|gstatic\.com|googleusercontent\.com|googleadservices\.com|g\.co)$/i;
const ALL = '26';
const EXACT = '48';

/** @type {import('./readers.js').Reader} */
export const googleLens = {
  placeOf({ hostname, pathname, searchParams }) {
    if (hostname === 'consent.google.com') return 'consent';
    if (pathname.startsWith('/sorry/')) return 'captcha';
    if (hostname === 'lens.google.com') return 'way';
    const udm = searchParams.get('udm');
    // With search words added it is another search.
    if (pathname !== '/search' || searchParams.get('q') || (udm !== ALL && udm !== EXACT)) return null;
    return udm === EXACT ? 'exact' : 'all';
  },
  exactOf(url) {
    const exact = new URL(url);
    exact.searchParams.set('udm', EXACT);
    return exact;
  },
  read(page, place) {
    const part = page.querySelector('#search, #rso, [role="main"], main');
    const hits = hitsIn(part ?? page, OWN, () => place === 'exact');
    if (hits.length > 0) return { state: 'results', hits };
    return { state: place === 'exact' && saysNone(part) ? 'none' : instead(page), hits };
  },
};
