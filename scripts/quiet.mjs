// A panic ends in a trap, and nobody sees its message: this removes the code that formats it from a
// WebAssembly file that still has its functions' names. `node scripts/quiet.mjs FROM TO`
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

/** Functions of Rust's libraries that only panic: they never return. */
const PANICS = [
  /^core::panicking::/,
  /^core::(option|result)::(unwrap|expect)_failed$/,
  /^core::(slice|str)::.*_fail(_rt)?$/,
  /^core::cell::panic_already_(mutably_)?borrowed$/,
  /^alloc::raw_vec::(capacity_overflow|handle_error)$/,
  /^alloc::alloc::handle_alloc_error$/,
  /^core::cell::lazy::panic_poisoned$/,
  /^core::slice::sort::shared::smallsort::panic_on_ord_violation$/,
  /^<hashbrown::raw::Fallibility>::capacity_overflow$/,
  /^<?std::panicking::(panic_with_hook|panic_handler|begin_panic)/,
  /^std::sys::backtrace::__rust_end_short_backtrace/,
  /^__rustc::rust_panic$/,
];

const [from, to] = process.argv.slice(2);
const file = binaryen.readBinary(readFileSync(from));
const functions = Array.from({ length: file.getNumFunctions() }, (_, i) =>
  binaryen.getFunctionInfo(file.getFunctionByIndex(i)),
);
// The name without the hashes that distinguish crates and instances.
const panics = functions.filter(({ name }) =>
  PANICS.some((panic) => panic.test(name.replace(/\[[0-9a-f]+\]|::h[0-9a-f]{16}$/g, ''))),
);
if (panics.length === 0) {
  throw new Error(`${from} names no function that panics`);
}
for (const { name, params, results } of panics) {
  file.removeFunction(name);
  file.addFunction(name, params, results, [], file.unreachable());
}
writeFileSync(to, file.emitBinary());
