#!/usr/bin/env bash
# All checks that need no browser. Called by ./build.sh check and by test.sh, which sets VOUCHSAFE_LONG: then the long
# tests of the core, the command line's and the simulated inbox run too, and the extension is built.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/steps.sh

# The steps of JavaScript run in parallel with those of Rust; their output is shown at their end. Cargo does not make the
# build wait for the tests, since each profile has its own folder and lock.
javascript() {
  step 'Formatting and lints, JavaScript' node_modules/.bin/biome check --error-on-warnings
  step 'Units' node --test tests/unit/*.test.mjs
  # Building the core generates the types of its functions.
  if [ -n "${VOUCHSAFE_LONG:-}" ] || [ ! -f target/core/vouchsafe.d.ts ]; then
    step 'Build' ./build.sh build
  fi
  step 'Types' node_modules/.bin/tsc -p tsconfig.json
  step 'Types, tests' node_modules/.bin/tsc -p tests/tsconfig.json
}
mkdir -p target
javascript > target/check-javascript.log 2>&1 &
beside=$!

rust() {
  step 'Formatting' cargo fmt --all --check
  step 'Lints' cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
  step 'Lints, WebAssembly' cargo clippy --locked --quiet -p vouchsafe-wasm --target wasm32-unknown-unknown -- -D warnings
  step 'Documentation' env RUSTDOCFLAGS='-D warnings -A rustdoc::private_intra_doc_links' cargo doc --locked --quiet --no-deps -p vouchsafe-photo -p vouchsafe-core --document-private-items
  if [ -n "${VOUCHSAFE_LONG:-}" ]; then
    # In one run: separately, crates would select other features of their dependencies, and the core would be compiled twice.
    step 'Core, command line, simulated inbox' cargo test --locked --quiet --workspace
  else
    step 'Core' cargo test --locked --quiet -p vouchsafe-photo -p vouchsafe-core --lib
  fi
}

# Not `rust || …`: that would switch off `set -e` inside, and a failing step would be ignored.
set +e
(set -e; rust)
failed=$?
wait "$beside" || failed=1
cat target/check-javascript.log
exit "$failed"
