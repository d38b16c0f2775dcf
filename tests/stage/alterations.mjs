import sharp from 'sharp';

// Alterations of a photo between one profile and the next. Each takes picture bytes and returns JPEG bytes by default.

/**
 * The same picture in another size, quality or encoding, as every host serves it.
 * @param {Buffer} picture
 * @param {{ size?: number, quality?: number, format?: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' }} [options]
 */
export function rendition(picture, { size, quality = 82, format = 'jpeg' } = {}) {
  const sized = size ? sharp(picture).resize(size, size, { fit: 'cover' }) : sharp(picture);
  return sized.toFormat(format, format === 'png' || format === 'gif' ? {} : { quality }).toBuffer();
}

/** One upload as the photo host holds it: asked for a size, it answers that rendition. @param {Buffer | Promise<Buffer>} picture @param {{ quality?: number, format?: 'jpeg' | 'png' | 'webp' }} [options] */
export function upload(picture, options = {}) {
  /** @type {Map<number, Promise<Buffer>>} */
  const renditions = new Map();
  return (/** @type {number} */ size) => {
    let made = renditions.get(size);
    if (!made)
      renditions.set(
        size,
        (made = Promise.resolve(picture).then((bytes) => rendition(bytes, { ...options, size: size || undefined }))),
      );
    return made;
  };
}

/** @param {import('sharp').Sharp} picture */
const jpeg = (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer();

/** Turned left to right, the commonest disguise. @param {Buffer} picture */
export const mirror = (picture) => jpeg(sharp(picture).flop());

/**
 * Keeps a part of each side.
 * @param {Buffer} picture
 * @param {number} keep 0.8 keeps 80% of width and height
 * @param {{ x?: number, y?: number }} [from] where the kept part lies: 0 left/top, 1 right/bottom
 */
export async function crop(picture, keep, { x = 0.5, y = 0.5 } = {}) {
  const { width, height } = await sharp(picture).metadata();
  const [w, h] = [Math.round(width * keep), Math.round(height * keep)];
  return jpeg(
    sharp(picture)
      .extract({ left: Math.round((width - w) * x), top: Math.round((height - h) * y), width: w, height: h })
      .resize(width, height),
  );
}

/** A frame around it. @param {Buffer} picture @param {number} [width] of the frame, as a part of the edge @param {string} [colour] */
export async function border(picture, width = 0.06, colour = '#1b3a5c') {
  const edge = (await sharp(picture).metadata()).width;
  const frame = Math.round(edge * width);
  const framed = await sharp(picture)
    .extend({ top: frame, bottom: frame, left: frame, right: frame, background: colour })
    .png()
    .toBuffer();
  return jpeg(sharp(framed).resize(edge, edge));
}

/** The "open to work" ring, baked into the picture as the host does. @param {Buffer} picture @param {{ colour?: string, text?: string }} [options] */
export async function ring(picture, { colour = '#3f7f45', text = '#OPENTOWORK' } = {}) {
  const edge = (await sharp(picture).metadata()).width;
  return overlay(
    picture,
    edge,
    `<defs><path id="arc" d="M ${edge * 0.08} ${edge * 0.5} A ${edge * 0.42} ${edge * 0.42} 0 0 0 ${edge * 0.92} ${edge * 0.5}"/></defs>
    <circle cx="${edge / 2}" cy="${edge / 2}" r="${edge * 0.44}" fill="none" stroke="${colour}" stroke-width="${edge * 0.12}" stroke-dasharray="${edge * 1.7} ${edge * 1.1}" transform="rotate(20 ${edge / 2} ${edge / 2})" opacity=".95"/>
    <text font-family="sans-serif" font-weight="700" font-size="${edge * 0.075}" fill="#fff" text-anchor="middle"><textPath href="#arc" startOffset="50%">${text}</textPath></text>`,
  );
}

/** Cut out as a disc on a plain ground. @param {Buffer} picture @param {string} [ground] */
export async function circle(picture, ground = '#ffffff') {
  const edge = (await sharp(picture).metadata()).width;
  return overlay(
    picture,
    edge,
    `<path fill-rule="evenodd" fill="${ground}" d="M0 0H${edge}V${edge}H0Z M${edge / 2} 0 A${edge / 2} ${edge / 2} 0 1 0 ${edge / 2} ${edge} A${edge / 2} ${edge / 2} 0 1 0 ${edge / 2} 0Z"/>`,
  );
}

/** Four pictures as quarters of one. @param {Buffer[]} pictures From the top left, row by row. */
export async function collage(pictures) {
  const edge = (await sharp(pictures[0]).metadata()).width;
  const half = Math.round(edge / 2);
  const quarters = await Promise.all(pictures.map((picture) => sharp(picture).resize(half, half).png().toBuffer()));
  const sheet = sharp({ create: { width: half * 2, height: half * 2, channels: 3, background: '#ffffff' } });
  return jpeg(
    sheet.composite(
      quarters.map((input, index) => ({ input, left: (index % 2) * half, top: Math.floor(index / 2) * half })),
    ),
  );
}

/** A strip with words over the lower part. @param {Buffer} picture @param {{ text?: string, colour?: string, height?: number }} [options] */
export async function banner(picture, { text = "WE'RE HIRING", colour = '#6d3bb5', height = 0.16 } = {}) {
  const edge = (await sharp(picture).metadata()).width;
  return overlay(
    picture,
    edge,
    `<rect y="${edge * (1 - height)}" width="${edge}" height="${edge * height}" fill="${colour}"/>
    <text x="50%" y="${edge * (1 - height * 0.3)}" font-family="sans-serif" font-weight="700" font-size="${edge * height * 0.55}" fill="#fff" text-anchor="middle">${text}</text>`,
  );
}

/** @param {Buffer} picture @param {number} edge @param {string} drawing */
function overlay(picture, edge, drawing) {
  return jpeg(
    sharp(picture).composite([
      {
        input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${edge}" height="${edge}">${drawing}</svg>`),
      },
    ]),
  );
}

/** A colour filter over everything. @param {Buffer} picture @param {string} [colour] */
export const tint = (picture, colour = '#d9a066') => jpeg(sharp(picture).tint(colour));

/** @param {Buffer} picture */
export const grey = (picture) => jpeg(sharp(picture).greyscale());

/** @param {Buffer} picture @param {number} [by] 1 changes nothing */
export const brighter = (picture, by = 1.25) => jpeg(sharp(picture).modulate({ brightness: by }));

/** @param {Buffer} picture @param {number} [sigma] */
export const blur = (picture, sigma = 2) => jpeg(sharp(picture).blur(sigma));

/** Turned a little, and enlarged so that no corner shows. @param {Buffer} picture @param {number} [degrees] */
export async function rotate(picture, degrees = 4) {
  const { width, height } = await sharp(picture).metadata();
  const turned = await sharp(picture).rotate(degrees).png().toBuffer();
  const now = await sharp(turned).metadata();
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const keep = Math.floor(width / (Math.cos(angle) + Math.sin(angle)));
  return jpeg(
    sharp(turned)
      .extract({
        left: Math.round((now.width - keep) / 2),
        top: Math.round((now.height - keep) / 2),
        width: keep,
        height: keep,
      })
      .resize(width, height),
  );
}

/** Like a screenshot of a screenshot: scaled down, strongly compressed, enlarged again. @param {Buffer} picture @param {{ size?: number, quality?: number }} [options] */
export async function recompress(picture, { size = 100, quality = 35 } = {}) {
  const { width } = await sharp(picture).metadata();
  const small = await rendition(picture, { size, quality });
  return jpeg(sharp(small).resize(width, width));
}
