import { constants } from 'node:http2';

/**
 * The stage's answer to a request for one photo.
 * @typedef {object} PhotoAnswer
 * @property {Buffer | string | ((size: number) => Buffer | Promise<Buffer>)} [body]
 * @property {number} [status]
 * @property {string} [type] content type; image/jpeg unless told
 * @property {Record<string, string>} [headers]
 * @property {Promise<unknown>} [after] nothing is sent before this settles: see `gate`
 * @property {Buffer} [shown] what the page itself gets, at once and whatever the rest says: only photos it shows are fetched
 * @property {number} [cutAt] the connection breaks after this many bytes
 */

/**
 * A photo: bytes, bytes by the size the URL states (one upload, many renditions), or an answer in full.
 * @typedef {Buffer | ((size: number) => Buffer | Promise<Buffer>) | PhotoAnswer} Photo
 * @typedef {Map<string, Photo> | Record<string, Photo> | ((seen: import('./server.mjs').LoggedRequest) => Photo | undefined | Promise<Photo | undefined>)} Photos
 *   keyed by `<asset>/<size>`, by asset id, or by path
 */

/**
 * @param {string} path
 * @returns {{ asset: string, size: number }}
 */
export function splitPhotoUrl(path) {
  const asset = /^\/dms\/image\/(?:v2\/)?([^/?]+)\//.exec(path)?.[1] ?? '';
  const size = /photo-[a-z]+_(\d+)_\d+/.exec(path)?.[1];
  return { asset, size: Number(size ?? 0) };
}

/**
 * No CORS headers, as on the real host: a page cannot read the bytes, an extension with the permission can.
 * @param {Photos} photos
 * @param {import('./server.mjs').LoggedRequest} seen
 * @param {import('node:http2').Http2ServerResponse} response
 */
export async function answerPhoto(photos, seen, response) {
  const photo = await photoFor(photos, seen);
  const given =
    typeof photo === 'function' || Buffer.isBuffer(photo)
      ? { body: photo }
      : (photo ?? { status: 404, body: '', type: 'text/plain' });
  const answer = 'shown' in given && given.shown && seen.dest === 'image' ? { body: given.shown } : given;
  const { body = '', status = 200, type = 'image/jpeg', headers = {}, after, cutAt } = answer;
  if (after) await after;
  const bytes = typeof body === 'function' ? await body(seen.size) : Buffer.from(body);
  seen.status = status;
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('cache-control', 'public, max-age=2592000');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.setHeader('content-length', bytes.length);
  if (cutAt === undefined) return void response.end(bytes);
  // Ends this one stream as an error; the connection, and so the other photos on it, goes on.
  response.write(bytes.subarray(0, cutAt), () =>
    response.stream ? response.stream.close(constants.NGHTTP2_INTERNAL_ERROR) : response.destroy(),
  );
}

/** @param {Photos} photos @param {import('./server.mjs').LoggedRequest} seen */
async function photoFor(photos, seen) {
  if (typeof photos === 'function') return photos(seen);
  const table = photos instanceof Map ? photos : new Map(Object.entries(photos));
  return (
    table.get(`${seen.asset}/${seen.size}`) ??
    table.get(seen.asset) ??
    table.get(seen.path) ??
    table.get(seen.path.replace(/\?.*$/, ''))
  );
}
