// Yandex also lists sites with other pictures: for a face, people who look alike. Only its "other
// sizes" are certainly the same picture; the user has to compare the rest.

import { hitsIn, instead, isWithin, saysNone } from './hits.js';

const OWN = /(^|\.)(yandex(\.\w{2,3}){1,2}|ya\.ru|yandex\.net|yastatic\.net|turbopages\.org)$/i;
const SAME = /CbirOtherSizes|cbir-other-sizes/i;
/** The element that says that there is no other size, as public programs that read this page know it in 2026. */
const NONE = '[class*="OtherSizes-Empty" i], [class*="other-sizes-empty" i]';

/** @type {import('./readers.js').Reader} */
export const yandex = {
  placeOf({ pathname, searchParams }) {
    if (/^\/(showcaptcha|checkcaptcha|tmgrdfrend)/.test(pathname)) return 'captcha';
    if (!/^\/images\//.test(pathname) || searchParams.get('text')) return null;
    return searchParams.get('rpt') === 'imageview' || searchParams.has('cbir_id') ? 'exact' : null;
  },
  exactOf: () => null,
  read(page) {
    const hits = hitsIn(page, OWN, (link) => isWithin(link, SAME));
    if (hits.length > 0) return { state: 'results', hits };
    return { state: saysNone(page.querySelector(NONE)) ? 'none' : instead(page), hits };
  },
};
