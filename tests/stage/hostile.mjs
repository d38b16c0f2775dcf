import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

// Files that are not photos, or must not be decoded: each must leave a badge "unchecked" and harm nothing.

/** One colour: nothing in it to compare. @param {string} [colour] @param {number} [size] */
export const flat = (colour = '#c8d2dc', size = 400) =>
  sharp({ create: { width: size, height: size, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

/** Letters on one colour, as address books make them for people without a photo. @param {string} letters @param {{ colour?: string, size?: number }} [options] */
export const initialsAvatar = (letters, { colour = '#0f6a8b', size = 400 } = {}) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="${colour}"/><text x="50%" y="64%" font-family="sans-serif" font-size="${size * 0.42}" fill="#fff" text-anchor="middle">${letters.replace(/[<&]/g, '')}</text></svg>`,
    ),
  )
    .jpeg({ quality: 90 })
    .toBuffer();

/** The grey figure shown where there is no photo. @param {number} [size] */
export const ghost = (size = 400) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100"><rect width="100" height="100" fill="#dfe4e9"/><circle cx="50" cy="38" r="18" fill="#8f9ba6"/><path d="M14 100q4-38 36-38t36 38z" fill="#8f9ba6"/></svg>`,
    ),
  )
    .png()
    .toBuffer();

/** Breaks off in the middle. @param {Buffer} picture @param {number} [keep] */
export const truncated = (picture, keep = 0.4) => picture.subarray(0, Math.floor(picture.length * keep));

/** A sign-in page where a picture was asked for. */
export const html = () =>
  Buffer.from('<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>');

export const empty = () => Buffer.alloc(0);

/** Begins as a good picture and goes on for 20 MB. @param {Buffer} picture @param {number} [bytes] */
export const huge = (picture, bytes = 20 * 1024 * 1024) =>
  Buffer.concat([picture, Buffer.alloc(Math.max(0, bytes - picture.length), 0x20)]);

/** A PNG of some bytes that claims to be enormous; its checksums are right, so only limits stop a decoder. @param {number} [width] @param {number} [height] */
export function claimsToBe(width = 60_000, height = 60_000) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(64_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

/** PNG's CRC-32; written out, since Node 20.0–20.14 has none. @param {Buffer} bytes */
function checksum(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
