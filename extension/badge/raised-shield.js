// The shield that content/shield.js raised before the page's scripts ran.

/** @typedef {import('../content/shield.js').Shield} Shield */

const world = /** @type {Record<string, Shield | undefined>} */ (/** @type {unknown} */ (globalThis));

/** @returns {Shield | null} null: it is not there, and nothing may be shown. */
export const shield = () => world.vouchsafeShield ?? null;
