// Result pages with the names of parts that public programs for these engines use in 2026, and the expected reading:
// the state, and the links that the engine calls the same picture.

const FOUND = 'https://uk.linkedin.com/in/olga-owner';
const TITLE = 'Olga Owner - Analyst - Example | LinkedIn';
const GOOGLE = 'https://www.google.com/search?vsrid=CNCP&gsessionid=r7&lsessionid=7I&udm=48&lns_surface=26';
const BING =
  'https://www.bing.com/images/search?view=detailV2&insightstoken=bcid_qO*ccid_5R&form=SBIIRP&iss=SBIUPLOADGET&vt=2&sim=11';
const YANDEX = 'https://yandex.com/images/search?rpt=imageview&url=x&cbir_id=1%2Fa&cbir_page=sites';
const TINEYE = 'https://tineye.com/search/0123abcd?sort=score&order=desc&page=1';

const wrapped = `/url?sa=t&rct=j&q=&esrc=s&url=${encodeURIComponent(FOUND)}`;
const coded = `https://www.bing.com/ck/a?!&&p=2&u=a1${Buffer.from(FOUND).toString('base64url')}&ntb=1`;

/** @param {string} href */
const google = (href) =>
  `<div class="vEWxFf"><a class="LBcIee" href="${href}" ping="/url?sa=t"><div class="N54PNb"><img alt=""></div><div class="R8BTeb">LinkedIn</div><div class="ZhosBf" role="heading" aria-level="3">${TITLE}</div><div class="oYQBg"><span>12 May 2024</span><span>400x400</span></div></a></div>`;
/** @param {string} list @param {string} [words] */
const bing = (list, words = '') =>
  `<ul id="actionbar"><li class="t-pim" aria-label="Pages">Pages</li></ul><div class="insights rr"><div class="tab-content pim content-nohead"><div class="pginlv"><ul>${list}</ul>${words}</div></div><div class="tab-content vsi"><a class="richImgLnk" href="https://alike.example/x" aria-label="Somebody alike"><img alt=""></a></div></div>`;
/** @param {string} href */
const bingPage = (href) =>
  `<li><div class="pigc"><a class="richImgLnk" href="${href}"><img alt=""></a><div class="pirc"><a href="${href}"><div class="pritext">${TITLE}</div></a><a class="dfnc" href="${href}">uk.linkedin.com</a></div></div></li>`;

/** @typedef {{ engine: string, url: string, html: string, state: string, same?: string[] }} Known */

/** @type {Known[]} */
export const KNOWN = [
  {
    engine: 'google-lens',
    url: GOOGLE,
    html: `<div id="search">${google(FOUND)}</div>`,
    state: 'results',
    same: [FOUND],
  },
  {
    engine: 'google-lens',
    url: GOOGLE,
    html: `<div id="search">${google(wrapped)}<a href="https://support.google.com/x">Help</a></div>`,
    state: 'results',
    same: [`https://www.google.com${wrapped}`],
  },
  {
    engine: 'google-lens',
    url: GOOGLE,
    html: `<div id="search">${google('https://scholar.google.com/citations?user=1')}</div>`,
    state: 'results',
    same: ['https://scholar.google.com/citations?user=1'],
  },
  {
    engine: 'google-lens',
    url: GOOGLE.replace('48', '26'),
    html: `<div id="search">${google(FOUND)}</div>`,
    state: 'results',
  },
  { engine: 'google-lens', url: GOOGLE, html: '<div id="search"><p>Keine Treffer</p></div>', state: 'none' },
  // Not filled yet: the page's own heading says nothing.
  {
    engine: 'google-lens',
    url: GOOGLE,
    html: '<div id="search"><style>.a{}</style><h1>Search Results</h1><div id="rso"></div></div>',
    state: 'unknown',
  },
  {
    engine: 'google-lens',
    url: GOOGLE,
    html: '<div id="search"><p>Loading</p><div role="progressbar"></div></div>',
    state: 'unknown',
  },
  { engine: 'bing', url: BING, html: bing(bingPage(FOUND)), state: 'results', same: [FOUND] },
  {
    engine: 'bing',
    url: BING.replace('insightstoken', 'insightsToken'),
    html: bing(bingPage(coded.replaceAll('&', '&amp;'))),
    state: 'results',
    same: [coded],
  },
  { engine: 'bing', url: BING, html: bing('', '<p>No pages with this image</p>'), state: 'none' },
  // The tab with pages was not opened yet.
  { engine: 'bing', url: BING, html: bing(''), state: 'unknown' },
  {
    engine: 'bing',
    url: BING,
    html: '<div id="bnp_container"><button id="bnp_btn_accept">Akzeptieren</button></div>',
    state: 'consent',
  },
  {
    engine: 'yandex',
    url: YANDEX,
    html: `<section class="CbirSection CbirOtherSizes"><a class="Button2 Tags-Item" href="https://a.example/a.jpg">400×400</a></section><section class="CbirSection CbirSites"><ul><li class="CbirSites-Item"><div class="CbirSites-ItemTitle"><a class="Link" href="${FOUND}">${TITLE}</a></div><a class="Link CbirSites-ItemDomain" href="${FOUND}">uk.linkedin.com</a></li></ul></section>`,
    state: 'results',
    same: ['https://a.example/a.jpg'],
  },
  {
    engine: 'yandex',
    url: YANDEX,
    html: '<section class="CbirSection CbirOtherSizes"><div class="CbirOtherSizes-EmptyMessage">No matching images found</div></section>',
    state: 'none',
  },
  {
    engine: 'yandex',
    url: YANDEX,
    html: '<div class="CbirIntent">What is it?</div><section class="CbirSection CbirSites"></section>',
    state: 'unknown',
  },
  {
    engine: 'yandex',
    url: YANDEX,
    html: '<form id="checkbox-captcha-form" class="CheckboxCaptcha"><input type="submit"></form>',
    state: 'captcha',
  },
  {
    engine: 'tineye',
    url: TINEYE,
    html: `<main><h2>1 result</h2><div class="match"><h4><a href="${FOUND}">${TITLE}</a></h4></div></main>`,
    state: 'results',
    same: [FOUND],
  },
  {
    engine: 'tineye',
    url: TINEYE,
    html: '<main><h1>0 results</h1><p>TinEye searched over 85.7 billion images but did not find any matches.</p></main>',
    state: 'none',
  },
];
