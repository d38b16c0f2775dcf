// A photo as PNG, for the clipboard or a file: some engines cannot fetch its address, but take the picture.

import { Refusal } from '../messages.js';
import { base64 } from './base64.js';
import { pictureAt } from './providers/net.js';

/** The longest side of the PNG, in pixels. */
const LARGEST = 1024;

/** @param {string} url On LinkedIn's photo host. @returns {Promise<string>} PNG, base64. @throws {Refusal} */
export async function pngOf(url) {
  try {
    const bitmap = await createImageBitmap(new Blob([await pictureAt(url)]));
    const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(bitmap.width * scale)),
      Math.max(1, Math.round(bitmap.height * scale)),
    );
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    return base64(new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer()));
  } catch (error) {
    throw new Refusal('picture-not-read', String(/** @type {any} */ (error)?.message ?? error));
  }
}
