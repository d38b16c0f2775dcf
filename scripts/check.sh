#!/usr/bin/env bash
# What can be told without a browser. Called by ./build.sh check and by test.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/steps.sh

step 'Formatting' cargo fmt --all --check
step 'Lints' cargo clippy --locked --quiet --workspace --all-targets -- -D warnings
step 'Lints, WebAssembly' cargo clippy --locked --quiet -p vouchsafe-wasm --target wasm32-unknown-unknown -- -D warnings
step 'Documentation' env RUSTDOCFLAGS='-D warnings -A rustdoc::private_intra_doc_links' cargo doc --locked --quiet --no-deps -p vouchsafe-core --document-private-items
step 'Types' node_modules/.bin/tsc -p tsconfig.json
step 'Types, tests' node_modules/.bin/tsc -p tests/tsconfig.json
step 'Core' cargo test --locked --quiet -p vouchsafe-core
step 'Units' node --test tests/unit/*.test.mjs
