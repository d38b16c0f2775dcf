// Bing shows pages with the same picture in a part of their own, and similar pictures beside it.

import { hitsIn, instead, saysNone } from './hits.js';

const OWN = /(^|\.)(bing\.com|bing\.net|microsoft\.com|msn\.com|live\.com)$/i;
/**
 * The part with pages that show the picture itself: "pim" is "pages with this image", "pginlv" the list in it, as public
 * programs that read this page know them in 2026; the rest are its longer names.
 */
const PAGES = '.pim, [class*="pgin" i], [id*="pgin" i], [class*="pagesinc" i], [class*="pages-inc" i]';

/** @type {import('./readers.js').Reader} */
export const bing = {
  placeOf({ pathname, searchParams }) {
    if (/^\/images\/searchbyimage$/.test(pathname)) return 'way';
    if (!/^\/images\/(search|kblob|detail)/.test(pathname)) return null;
    // Bing writes their names and values in both cases: "insightsToken", "insightstoken"; "sbi", "SBIUPLOADGET".
    const asked = new Map([...searchParams].map(([name, value]) => [name.toLowerCase(), value]));
    const words = asked.get('q') ?? '';
    if (words !== '' && !words.startsWith('imgurl:')) return null;
    const isOfPicture =
      words !== '' || asked.has('imgurl') || asked.has('insightstoken') || /^sbi/i.test(asked.get('iss') ?? '');
    return isOfPicture ? 'exact' : null;
  },
  exactOf: () => null,
  read(page) {
    const isOfPages = (/** @type {Element} */ link) => link.closest(PAGES) !== null;
    const hits = hitsIn(page.querySelector('main, [role="main"]') ?? page, OWN, isOfPages);
    if (hits.some(({ same }) => same)) return { state: 'results', hits };
    // The part with the pages is loaded when its tab is opened; similar pictures say nothing.
    return { state: saysNone(page.querySelector(PAGES)) ? 'none' : instead(page), hits: [] };
  },
};
