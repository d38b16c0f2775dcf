import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createAvatar } from '@dicebear/core';
import * as lorelei from '@dicebear/lorelei';
import * as notionists from '@dicebear/notionists';
import * as openPeeps from '@dicebear/open-peeps';
import sharp from 'sharp';

// Drawn people, so that no private person is shown. All three styles are CC0 1.0 (their code is MIT):
// Lorelei by Lisa Wischofsky, Notionists by Zoish, Open Peeps by Pablo Stanley.

export * from './alterations.mjs';
export * from './hostile.mjs';

const EDGE = 400;
const SKIN = ['f8d3b0', 'eebf99', 'd69d72', 'b0794d', '87542f', '5b3a24'];
/** Expressions that suit a profile photo: no monsters, no hearts for eyes. */
const FACES = /** @type {const} */ ([
  'calm',
  'cute',
  'driven',
  'eatingHappy',
  'smile',
  'smileBig',
  'smileLOL',
  'smileTeethGap',
  'solemn',
  'serious',
  'explaining',
]);
/** Raised with every change of how portraits look, so that none of the old ones is taken from the cache. */
const LOOK = 2;
const CACHE = new URL('../pictures/', import.meta.url).pathname;

/** @type {Map<string, Promise<Buffer>>} */
const made = new Map();

/**
 * A drawn portrait: the same seed gives the same picture, another seed a clearly different one.
 * @param {string} seed
 * @param {{ style?: 'lorelei' | 'notionists' | 'open-peeps' }} [options]
 * @returns {Promise<Buffer>} JPEG, 400×400
 */
export function portrait(seed, { style } = {}) {
  const key = `${seed}\n${style ?? ''}`;
  let picture = made.get(key);
  if (!picture) made.set(key, (picture = cached(key, () => draw(seed, style))));
  return picture;
}

/** @param {string} key @param {() => Promise<Buffer>} make */
async function cached(key, make) {
  const file = join(CACHE, `${createHash('sha256').update(`${LOOK}\n${key}`).digest('hex').slice(0, 24)}.jpg`);
  try {
    return await readFile(file);
  } catch {
    const bytes = await make();
    await mkdir(CACHE, { recursive: true });
    // Written to a temporary file and renamed, since test files run at the same time.
    const beside = `${file}.${process.pid}`;
    await writeFile(beside, bytes);
    await rename(beside, file);
    return bytes;
  }
}

/** @param {string} seed @param {'lorelei' | 'notionists' | 'open-peeps'} [style] */
async function draw(seed, style) {
  const random = randomFrom(`portrait ${seed}`);
  const chosen = style ?? pick(random, /** @type {const} */ (['lorelei', 'notionists', 'open-peeps']));
  const hue = Math.floor(random() * 360);
  const edge = Math.round(EDGE * (0.84 + random() * 0.2));
  const figure = await sharp(Buffer.from(person(chosen, seed, random)), { density: 144 })
    .resize(edge, edge, { fit: 'contain', background: '#0000' })
    .png()
    .toBuffer();
  const left = Math.round((EDGE - edge) / 2 + (random() - 0.5) * 70);
  const top = EDGE - edge + Math.round(random() * 24);
  // The figure may reach over the frame, which `composite` does not take: lay it on a larger sheet and cut.
  const sheet = await sharp({ create: { width: EDGE * 3, height: EDGE * 3, channels: 4, background: '#0000' } })
    .composite([{ input: figure, left: EDGE + left, top: EDGE + top }])
    .png()
    .toBuffer();
  const cut = await sharp(sheet).extract({ left: EDGE, top: EDGE, width: EDGE, height: EDGE }).png().toBuffer();
  const ground = await sharp(Buffer.from(scene(random, hue)))
    .resize(EDGE, EDGE)
    .removeAlpha()
    .png()
    .toBuffer();
  return sharp(ground)
    .composite([
      { input: grain(random), raw: { width: EDGE, height: EDGE, channels: 4 }, blend: 'over' },
      { input: cut },
    ])
    .removeAlpha()
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/** @param {'lorelei' | 'notionists' | 'open-peeps'} style @param {string} seed @param {() => number} random */
function person(style, seed, random) {
  const skin = pick(random, SKIN);
  const cloth = pick(random, [
    '2f4858',
    '7a3e48',
    '33658a',
    '5c6b45',
    '8a5a9e',
    'c2562d',
    '2a7f78',
    'b8872b',
    '3a3f6b',
  ]);
  const hair = pick(random, ['1d1a1a', '3b2417', '6b4226', '9a6a3c', 'c9a15f', '8c8c8c', '7a2f1c']);
  if (style === 'open-peeps') {
    return createAvatar(openPeeps, {
      seed,
      face: [...FACES],
      skinColor: [skin],
      clothingColor: [cloth],
      headContrastColor: [hair],
      maskProbability: 0,
      scale: 100,
    }).toString();
  }
  if (style === 'notionists') {
    // Black lines on white: white becomes the skin's colour, but not in masks, where it stands for "opaque".
    const light = pick(random, SKIN.slice(0, 4));
    const drawing = createAvatar(notionists, { seed, gestureProbability: 0, bodyIconProbability: 0 }).toString();
    return drawing
      .split(/(<mask[\s\S]*?<\/mask>)/)
      .map((part) => (part.startsWith('<mask') ? part : part.replace(/#(fff|ffffff)\b/gi, `#${light}`)))
      .join('');
  }
  const head = createAvatar(lorelei, {
    seed,
    skinColor: [skin],
    hairColor: [hair],
    frecklesProbability: 20,
  }).toString();
  const inner = head.replace(/^<svg/, '<svg x="70" y="20" width="840" height="840"');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 980 980"><path d="M60 980 Q90 760 330 720 L650 720 Q890 760 920 980 Z" fill="#${cloth}"/><path d="M400 640 h180 v120 q-90 70 -180 0 Z" fill="#${skin}"/>${inner}</svg>`;
}

/** Gradients and shapes, which to a fingerprint are like a wall, a street or a shelf behind a head. @param {() => number} random @param {number} hue */
function scene(random, hue) {
  const tone = (/** @type {number} */ shift, /** @type {number} */ light) =>
    `hsl(${(hue + shift) % 360} ${45 + Math.round(random() * 35)}% ${light}%)`;
  const light = random() < 0.5 ? [78, 42] : [40, 76];
  const shapes = [];
  for (let i = 0; i < 9; i++) {
    const [x, y, size] = [random() * EDGE, random() * EDGE, 30 + random() * 130];
    const fill = tone(pick(random, [0, 30, 150, 180, 320]), 25 + Math.round(random() * 60));
    const opacity = (0.35 + random() * 0.5).toFixed(2);
    shapes.push(
      pick(random, [
        `<circle cx="${x}" cy="${y}" r="${size / 1.6}" fill="${fill}" opacity="${opacity}"/>`,
        `<rect x="${x - size / 2}" y="${y - size}" width="${size}" height="${size * 2}" rx="${size / 12}" transform="rotate(${random() * 40 - 20} ${x} ${y})" fill="${fill}" opacity="${opacity}"/>`,
        `<path d="M${x - size} ${y + size} L${x} ${y - size} L${x + size} ${y + size} Z" fill="${fill}" opacity="${opacity}"/>`,
        `<path d="M${x - size} ${y} q${size} ${-size} ${size * 2} 0" stroke="${fill}" stroke-width="${size / 5}" fill="none" opacity="${opacity}"/>`,
      ]),
    );
  }
  const turn = Math.round(random() * 360);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${EDGE}" height="${EDGE}"><defs><linearGradient id="g" gradientTransform="rotate(${turn} .5 .5)"><stop offset="0" stop-color="${tone(0, light[0])}"/><stop offset="1" stop-color="${tone(60, light[1])}"/></linearGradient></defs><rect width="${EDGE}" height="${EDGE}" fill="url(#g)"/>${shapes.join('')}</svg>`;
}

/** A camera's noise, thinly over everything behind the figure. @param {() => number} random */
function grain(random) {
  const bytes = Buffer.alloc(EDGE * EDGE * 4);
  for (let i = 0; i < bytes.length; i += 4) {
    bytes.fill(Math.floor(random() * 256), i, i + 3);
    bytes[i + 3] = 22;
  }
  return bytes;
}

/** @template T @param {() => number} random @param {readonly T[]} list @returns {T} */
function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}

/** A small generator of our own (mulberry32): the same numbers on every machine. @param {string} seed */
export function randomFrom(seed) {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
