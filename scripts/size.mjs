// The size of the core, compressed and uncompressed: `node scripts/size.mjs FILE` fails above the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1024;
/** The largest allowed sizes, in bytes (docs/decisions.md). */
const BUDGET = { size: 1690 * KB, gzipped: 875 * KB };

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/size.mjs FILE');
  process.exit(2);
}
const bytes = readFileSync(file);
const found = { size: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
for (const measure of /** @type {const} */ (['size', 'gzipped'])) {
  const most = BUDGET[measure];
  console.log(`${measure.padEnd(8)} ${Math.ceil(found[measure] / KB)} of ${most / KB} KB`);
  if (found[measure] > most) {
    console.error(`The core is too large: ${found[measure]} bytes (${measure}), the budget is ${most}.`);
    process.exitCode = 1;
  }
}
