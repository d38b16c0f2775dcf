// How large the core is to download and to keep: `node scripts/size.mjs FILE` fails above the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1024;
/** What each part may weigh; docs/decisions.md says how it was measured and why. */
const PARTS = {
  core: { size: 752 * KB, gzipped: 310 * KB },
  judgement: { size: 105 * KB, gzipped: 40 * KB },
  value: { size: 74 * KB, gzipped: 34 * KB },
  names: { size: 287 * KB, gzipped: 139 * KB },
};

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/size.mjs FILE');
  process.exit(2);
}
const bytes = readFileSync(file);
const found = { size: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
for (const measure of /** @type {const} */ (['size', 'gzipped'])) {
  const most = Object.values(PARTS).reduce((sum, part) => sum + part[measure], 0);
  console.log(`${measure.padEnd(8)} ${Math.ceil(found[measure] / KB)} of ${most / KB} KB`);
  if (found[measure] > most) {
    console.error(`The core is too large: ${found[measure]} bytes (${measure}), the budget is ${most}.`);
    process.exitCode = 1;
  }
}
