// How large the core is to download and to keep: `node scripts/size.mjs FILE` fails above the budget.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KB = 1024;
const [file] = process.argv.slice(2);
if (!file) {
  console.error('Usage: node scripts/size.mjs FILE');
  process.exit(2);
}
const bytes = readFileSync(file);
const checks = [
  { what: 'size', found: bytes.length, budget: 650 * KB },
  { what: 'gzipped size', found: gzipSync(bytes, { level: 9 }).length, budget: 270 * KB },
];
console.log(`${file}: ${checks.map(({ what, found }) => `${what} ${found}`).join(', ')} bytes`);
for (const { what, found, budget } of checks) {
  if (found > budget) {
    console.error(`The core is too large: its ${what} is ${found} bytes, the budget ${budget}.`);
    process.exitCode = 1;
  }
}
