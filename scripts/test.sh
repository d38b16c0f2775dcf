#!/usr/bin/env bash
# Runs all tests, or only the named test files. Called by ./build.sh test, which has found the tools
# and the browsers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source scripts/steps.sh

if [ $# -gt 0 ]; then
  ./build.sh build
  exec node --test --test-concurrency=2 "$@"
fi

VOUCHSAFE_LONG=1 bash scripts/check.sh

step 'Size of the core' node scripts/size.mjs dist/vouchsafe/core/vouchsafe_bg.wasm
step 'Lints, extension' node_modules/.bin/web-ext lint --source-dir dist/vouchsafe --no-config-discovery
if command -v cargo-deny >/dev/null; then
  step 'Dependencies' cargo deny --locked check licenses bans sources
fi
step 'Stage, end to end' node --test --test-concurrency=2 tests/stage/*.test.mjs tests/e2e/*.test.mjs
