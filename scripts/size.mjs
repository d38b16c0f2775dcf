// How large the core is to download and to keep: `node scripts/size.mjs FILE` fails above the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const BUDGET = { size: 650 * KB, gzipped: 270 * KB };

const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/size.mjs FILE');
  process.exit(2);
}
const bytes = readFileSync(file);
const found = { size: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
console.log(`${file}: ${found.size} bytes, ${found.gzipped} gzipped`);
for (const [name, most] of Object.entries(BUDGET)) {
  if (found[name] > most) {
    console.error(`The core is too large: its ${name === 'size' ? 'size' : 'gzipped size'} is ${found[name]} bytes, the budget ${most}.`);
    process.exitCode = 1;
  }
}
