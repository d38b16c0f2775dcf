import { randomBytes } from 'node:crypto';
import http2 from 'node:http2';
import { certificate, HOSTS } from './certificate.mjs';
import { startProxy } from './proxy.mjs';
import { answerPhoto, splitPhotoUrl } from './photos.mjs';

/**
 * A request as it reached the machine's own server.
 * @typedef {object} LoggedRequest
 * @property {number} order 1, 2, 3, …
 * @property {number} time milliseconds since the epoch
 * @property {string} host
 * @property {string} path with the query
 * @property {string} url
 * @property {string} method
 * @property {Record<string, string>} headers
 * @property {string} dest the `sec-fetch-dest` header: `image` is the page, `empty` a fetch, `document` a navigation
 * @property {string} asset the photo's asset id, '' where the URL has none
 * @property {number} size the photo's edge as the URL states it, 0 where it does not
 * @property {number} status what was answered; 0 until then
 */

/**
 * A page: HTML with `__NONCE__` where the script nonce goes, or with headers and status.
 * @typedef {string | { html: string, status?: number, headers?: Record<string, string>, location?: string }} Page
 * @typedef {{ path: string, query: URLSearchParams, url: string }} Asked
 * @typedef {Map<string, Page> | Record<string, Page> | ((asked: Asked) => Page | undefined | Promise<Page | undefined>)} Pages
 * @typedef {import('./photos.mjs').Photos} Photos
 */

/**
 * @typedef {object} Server
 * @property {number} port of the HTTPS server
 * @property {number} proxyPort of the proxy browsers are started with
 * @property {LoggedRequest[]} requests to the hosts that are served, in order
 * @property {LoggedRequest[]} violations requests to any other host, each answered 403; a click's new tab lands here too
 * @property {LoggedRequest[]} browserOwn what the browser asks for by itself (updates and the like), refused as well
 * @property {(pages: Pages) => void} setPages
 * @property {(photos: Photos) => void} setPhotos
 * @property {Map<string, (asked: Asked & { method: string, body: string }) => Page | undefined | Promise<Page | undefined>>} others Hosts that are answered for besides LinkedIn's
 * @property {(asset?: string) => LoggedRequest[]} fetches the extension's requests for photos (of one asset)
 * @property {(asset?: string) => LoggedRequest[]} shown the pages' own requests for photos (of one asset)
 * @property {() => void} forget empties the records
 * @property {() => Promise<void>} close
 */

/** Hosts that Chromium and Firefox contact by themselves, even with every background service disabled that can be. */
const BROWSER_OWN =
  /^(accounts\.google\.com\/ListAccounts|clients2\.google\.com\/(time|service\/update2)|update\.googleapis\.com\/|optimizationguide-pa\.googleapis\.com\/|(safebrowsinghttpgateway|safebrowsing|content-autofill|[a-z0-9.-]+\.gvt1|dl\.google|android\.clients)\.[a-z0-9.]+\/|www\.google\.com\/async\/|(detectportal\.firefox|[a-z0-9.-]+\.services\.mozilla|[a-z0-9.-]+\.cdn\.mozilla|aus5\.mozilla|versioncheck(-bg)?\.addons\.mozilla|services\.addons\.mozilla)\.(com|net|org)\/)/;

/** With an icon of its own, else the browser asks the refused host for one and that looks like a second violation. */
const REFUSED =
  '<!doctype html><title>Refused by the stage</title><link rel="icon" href="data:,"><p>Nothing leaves this machine: the stage answers for this address.</p>';

const POLICY = (/** @type {string} */ nonce) =>
  [
    "default-src 'none'",
    'img-src https://media.licdn.com https://static.licdn.com data:',
    "style-src 'unsafe-inline'",
    `script-src 'nonce-${nonce}'`,
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');

/**
 * @param {{ pages?: Pages, photos?: Photos }} [content]
 * @returns {Promise<Server>}
 */
export async function startServer({ pages = {}, photos = {} } = {}) {
  /** @type {LoggedRequest[]} */ const requests = [];
  /** @type {LoggedRequest[]} */ const violations = [];
  /** @type {LoggedRequest[]} */ const browserOwn = [];
  /** @type {Server['others']} */ const others = new Map();
  let order = 0;
  let current = { pages, photos };

  /** @param {Omit<LoggedRequest, 'order' | 'time' | 'dest' | 'asset' | 'size' | 'status'>} facts */
  const record = (facts) => {
    const { asset, size } = splitPhotoUrl(facts.path);
    const seen = {
      ...facts,
      order: ++order,
      time: Date.now(),
      dest: facts.headers['sec-fetch-dest'] ?? '',
      asset,
      size,
      status: 0,
    };
    if (HOSTS.includes(facts.host) || others.has(facts.host)) requests.push(seen);
    else if (BROWSER_OWN.test(facts.host + facts.path)) browserOwn.push(seen);
    else violations.push(seen);
    return seen;
  };

  /** @param {http2.Http2ServerRequest} request @param {http2.Http2ServerResponse} response */
  const answer = async (request, response) => {
    const host = String(request.headers[':authority'] ?? request.headers.host ?? '').replace(/:443$/, '');
    const path = request.url;
    const url = `https://${host}${path}`;
    const seen = record({ host, path, url, method: request.method, headers: plain(request.headers) });
    const other = others.get(host);
    if (other) {
      const {
        html,
        status = 200,
        headers = {},
        location,
      } = asPage(
        await other({
          path: new URL(url).pathname,
          query: new URL(url).searchParams,
          url,
          method: request.method,
          body: await bodyOf(request),
        }),
      );
      if (location) response.setHeader('location', location);
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      return end(seen, response, status, headers['content-type'] ?? 'text/html; charset=utf-8', html);
    }
    if (!HOSTS.includes(host)) return end(seen, response, 403, 'text/html; charset=utf-8', REFUSED);
    if (host !== 'www.linkedin.com') return answerPhoto(current.photos, seen, response);
    const asked = { path: decodeURI(new URL(url).pathname), query: new URL(url).searchParams, url };
    const page = await pageFor(current.pages, asked);
    if (page === undefined) return end(seen, response, 404, 'text/html', '<!doctype html><title>Not found</title>');
    const { html, status = 200, headers = {}, location } = asPage(page);
    if (location) response.setHeader('location', location);
    const nonce = randomBytes(16).toString('base64');
    response.setHeader('content-security-policy', POLICY(nonce));
    response.setHeader('cache-control', 'no-store');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    end(seen, response, status, 'text/html; charset=utf-8', html.replaceAll('__NONCE__', nonce));
  };

  // Enough for several photos of 20 MB at once: above the default of 10 MB Node refuses every other stream of the
  // connection.
  const server = http2.createSecureServer(
    { ...(await certificate()), allowHTTP1: true, maxSessionMemory: 500 },
    (request, response) => {
      response.on('error', () => {});
      answer(request, response).catch((error) => {
        // A page that cannot be rendered must show up in the test, not as an empty page.
        console.error(`stage: ${request.url}: ${error.stack}`);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('sessionError', () => {});
  server.on('tlsClientError', () => {});
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const port = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
  const proxy = await startProxy(port, ({ host, url, headers }) => {
    record({
      host: host.replace(/:80$/, ''),
      path: URL.canParse(url) ? new URL(url).pathname + new URL(url).search : '',
      url,
      method: 'CONNECT',
      headers: plain(headers),
    });
  });

  const photoRequests = (/** @type {string} */ dest, /** @type {string | undefined} */ asset) =>
    requests.filter(
      (seen) => seen.host !== 'www.linkedin.com' && seen.dest === dest && (asset === undefined || seen.asset === asset),
    );
  return {
    port,
    proxyPort: proxy.port,
    requests,
    violations,
    browserOwn,
    others,
    setPages: (next) => {
      current = { ...current, pages: next };
    },
    setPhotos: (next) => {
      current = { ...current, photos: next };
    },
    fetches: (asset) => photoRequests('empty', asset),
    shown: (asset) => photoRequests('image', asset),
    forget: () => {
      for (const list of [requests, violations, browserOwn]) list.length = 0;
    },
    close: async () => {
      await proxy.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => {
        server.close(() => resolve(undefined));
      });
    },
  };
}

/** @param {LoggedRequest} seen @param {http2.Http2ServerResponse} response @param {number} status @param {string} type @param {string} text */
function end(seen, response, status, type, text) {
  seen.status = status;
  response.setHeader('content-type', type);
  response.statusCode = status;
  response.end(text);
}

/** @param {Page | undefined} page */
const asPage = (page) =>
  typeof page === 'string'
    ? { html: page }
    : (page ?? { html: '<!doctype html><title>Not found</title>', status: 404 });

/** @param {http2.Http2ServerRequest} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}

/** @param {Pages} pages @param {Asked} asked */
async function pageFor(pages, asked) {
  if (typeof pages === 'function') return pages(asked);
  const table = pages instanceof Map ? pages : new Map(Object.entries(pages));
  return table.get(asked.path) ?? table.get(asked.path.replace(/\/$/, '')) ?? table.get(`${asked.path}/`);
}

/** @param {import('node:http').IncomingHttpHeaders} headers @returns {Record<string, string>} */
function plain(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
