#!/usr/bin/env bash
# Everything that must hold. Called by ./build.sh test, which has built the extension and found the browsers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

step() {
  printf '\n\033[1m== %s\033[0m\n' "$1"
  shift
  "$@"
}

rustup component list --installed 2>/dev/null | grep -q rustfmt || rustup component add rustfmt >&2
rustup component list --installed 2>/dev/null | grep -q clippy || rustup component add clippy >&2

step 'Formatting' cargo fmt --all --check
step 'Lints' cargo clippy --quiet --workspace --all-targets -- -D warnings
step 'Lints, WebAssembly' cargo clippy --quiet -p vouchsafe-wasm --target wasm32-unknown-unknown -- -D warnings
step 'Types' node_modules/.bin/tsc -p tsconfig.json
step 'Types, tests' node_modules/.bin/tsc -p tests/tsconfig.json
step 'Size of the core' node scripts/size.mjs dist/vouchsafe/core/vouchsafe_bg.wasm
step 'Lints, extension' node_modules/.bin/web-ext lint --source-dir dist/vouchsafe --no-config-discovery
step 'Core' cargo test --quiet --workspace
step 'Units' node --test tests/unit/*.test.mjs
step 'Stage' node --test tests/stage/*.test.mjs
step 'End to end' node --test --test-concurrency=1 tests/e2e/*.test.mjs
