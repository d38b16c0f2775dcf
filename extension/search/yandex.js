// Yandex lists sites under a picture that may be another one: of faces it also finds people who look alike. Only other
// sizes of the picture are the same picture for sure; for the rest it takes the user's eyes.

import { hitsIn, instead, isWithin, saysNone } from './hits.js';

const OWN = /(^|\.)(yandex(\.\w{2,3}){1,2}|ya\.ru|yandex\.net|yastatic\.net|turbopages\.org)$/i;
const SAME = /CbirOtherSizes|cbir-other-sizes/i;
/** The parts with what is the same, or may be. */
const PARTS =
  '[class*="CbirSites" i], [class*="CbirOtherSizes" i], [class*="cbir-sites" i], [class*="cbir-other-sizes" i]';

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
    return { state: [...page.querySelectorAll(PARTS)].some(saysNone) ? 'none' : instead(page), hits };
  },
};
