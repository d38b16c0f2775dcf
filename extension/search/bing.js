// Bing shows pages with the picture in a part of its own, and beside it what looks alike.

import { hitsIn, instead, isWithin } from './hits.js';

const OWN = /(^|\.)(bing\.com|bing\.net|microsoft\.com|msn\.com|live\.com)$/i;
/** The part with pages that show the picture itself. */
const PAGES = /pginc|pages?-?includ|pagesinc/i;
/** The parts of a result page. */
const PARTS =
  '[id*="pginc" i], [class*="pginc" i], [data-tab*="pginc" i], [id*="pagesinc" i], [class*="pagesinc" i], [class*="pages-includ" i], [class*="pageinclud" i], [data-name*="pagesinc" i]';

/** @type {import('./readers.js').Reader} */
export const bing = {
  placeOf({ pathname, searchParams }) {
    if (/^\/images\/searchbyimage$/.test(pathname)) return 'way';
    if (!/^\/images\/(search|kblob|detail)/.test(pathname)) return null;
    const words = searchParams.get('q') ?? '';
    if (words !== '' && !words.startsWith('imgurl:')) return null;
    return words !== '' ||
      searchParams.has('imgurl') ||
      searchParams.get('iss') === 'sbi' ||
      searchParams.has('insightsToken')
      ? 'exact'
      : null;
  },
  exactOf: () => null,
  read(page) {
    const hits = hitsIn(page.querySelector('main, [role="main"]') ?? page, OWN, (link) => isWithin(link, PAGES));
    if (hits.some(({ same }) => same)) return { state: 'results', hits };
    // The part for pages with the picture is there, and empty; what looks alike says nothing.
    const isThere = page.querySelector(PARTS) !== null;
    return { state: isThere ? 'none' : instead(page), hits: [] };
  },
};
