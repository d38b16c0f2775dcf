#!/usr/bin/env bash
# Everything that must hold, or only the files of tests that are named. Called by ./build.sh test, which has built the
# extension and found the browsers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/steps.sh

if [ $# -gt 0 ]; then
  exec node --test --test-concurrency=2 "$@"
fi

VOUCHSAFE_LONG=1 bash scripts/check.sh
step 'Size of the core' node scripts/size.mjs dist/vouchsafe/core/vouchsafe_bg.wasm
step 'Lints, extension' node_modules/.bin/web-ext lint --source-dir dist/vouchsafe --no-config-discovery
if command -v cargo-deny >/dev/null; then
  step 'Dependencies' cargo deny --locked check licenses bans sources
fi
step 'Command line, simulated inbox' cargo test --locked --quiet --workspace --exclude vouchsafe-core --exclude vouchsafe-photo
step 'Stage' node --test tests/stage/*.test.mjs
step 'End to end' node --test --test-concurrency=2 tests/e2e/*.test.mjs
