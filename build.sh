#!/usr/bin/env bash
# Every command of the project. Each installs what it needs, if it is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

usage() {
  cat <<'EOF'
Usage: ./build.sh COMMAND
  build              the extension, in dist/vouchsafe, for Chrome and Firefox
  demo               the extension at work on stand-in LinkedIn pages, in a real browser
  check              what can be told without a browser: formatting, lints, types, core and unit tests
  watch              check, again whenever a file changes
  test [FILE...]     everything that must hold, in both browsers; or only these files of tests
  try PAGE.html [--url URL] [--photos DIR] [--browser chromium|firefox]
                     what the extension makes of a saved page, as JSON, with a screenshot
  bench              sizes and speeds, as ratios taken in one run
  package            the zips for the stores, in dist/
  reproduce          whether what is committed gives the same zips, built twice from nothing in two folders
EOF
}

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

TOOLS="$PWD/target/tools"
DIST="$PWD/dist/vouchsafe"

# rust-toolchain.toml has the version, its lint tools and its WebAssembly target.
need_rust() {
  command -v cargo >/dev/null || fail "Rust is missing: install it with rustup (https://rustup.rs)."
  rustup show active-toolchain >/dev/null 2>&1 || rustup toolchain install >&2 ||
    fail "the Rust version of rust-toolchain.toml could not be installed."
  rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown ||
    rustup target add wasm32-unknown-unknown >&2 ||
    fail "the WebAssembly target is missing: run 'rustup target add wasm32-unknown-unknown'."
}

# The tool must have exactly the version of the crate: Cargo.toml pins both.
need_wasm_bindgen() {
  local version
  version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"$/\1/p' Cargo.toml)
  BINDGEN="$TOOLS/bin/wasm-bindgen"
  [ "$("$BINDGEN" --version 2>/dev/null)" = "wasm-bindgen $version" ] && return
  say "Installing wasm-bindgen $version (a few minutes, once)"
  # Without --locked: the lock file that the crate ships names a yanked crate.
  cargo install --quiet wasm-bindgen-cli --version "$version" --root "$TOOLS" >&2 ||
    fail "wasm-bindgen-cli $version could not be installed."
}

# True if every argument is an existing file.
need_files() {
  local file
  for file in "$@"; do
    [ -f "$file" ] || fail "$file is no file."
  done
}

need_node() {
  command -v node >/dev/null || fail "Node.js is missing: install version 20.9 or newer (https://nodejs.org)."
}

need_packages() {
  need_node
  [ node_modules/.package-lock.json -nt package-lock.json ] && return
  say "Installing npm packages"
  npm ci --no-audit --no-fund --loglevel=error >&2 || fail "the npm packages could not be installed."
  touch node_modules/.package-lock.json
}

find_browser() { # VARIABLE CANDIDATE...
  local variable=$1 candidate
  shift
  [ -n "${!variable:-}" ] && return
  for candidate in "$@"; do
    if command -v "$candidate" >/dev/null; then
      export "$variable=$(command -v "$candidate")"
      return
    fi
  done
  return 1
}

find_chromium() {
  find_browser CHROMIUM chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
}
find_firefox() {
  find_browser FIREFOX firefox-esr firefox '/Applications/Firefox.app/Contents/MacOS/firefox'
}

need_browsers() {
  local missing=()
  find_chromium || missing+=(chromium)
  find_firefox || missing+=(firefox-esr)
  if [ ${#missing[@]} -gt 0 ] && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing ${missing[*]} from the system's packages"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      "${missing[@]}" fonts-dejavu-core fonts-noto-color-emoji; } >&2 || true
  fi
  find_chromium || fail "Chromium is missing: install Chromium or Chrome, or set CHROMIUM to its program."
  find_firefox || fail "Firefox is missing: install Firefox 140 or newer, or set FIREFOX to its program."
}

# The core as WebAssembly, with its JavaScript glue, in target/core.
build_core() {
  # Without the paths of sources on this machine, which would otherwise be in the file for every statement that may
  # panic. Set for this target only, so that native builds are not repeated.
  local plain="'--remap-path-prefix=$PWD=.', '--remap-path-prefix=$(crate_sources)='"
  cargo build --locked --quiet --profile wasm --target wasm32-unknown-unknown -p vouchsafe-wasm \
    --config "target.wasm32-unknown-unknown.rustflags=[$plain]"
  local built=target/wasm32-unknown-unknown/wasm/vouchsafe_wasm.wasm
  [ target/core/vouchsafe_bg.wasm -nt "$built" ] && return
  say "Making the core small"
  "$BINDGEN" --target web --keep-debug --experimental-reset-state-function \
    --out-name vouchsafe --out-dir target/core "$built"
  node scripts/quiet.mjs target/core/vouchsafe_bg.wasm target/core/quiet.wasm
  node_modules/.bin/wasm-opt -Oz --flatten --rereloop -Oz -Oz --strip-debug --strip-producers --enable-bulk-memory \
    --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals --enable-reference-types \
    --enable-multivalue --enable-simd target/core/quiet.wasm -o target/core/small.wasm
  rm target/core/quiet.wasm
  mv target/core/small.wasm target/core/vouchsafe_bg.wasm
}

# Where cargo keeps the sources of crates: a folder whose name contains a hash.
crate_sources() {
  local folders=("${CARGO_HOME:-$HOME/.cargo}"/registry/src/*)
  printf '%s' "${folders[0]}"
}

build() {
  need_rust
  need_packages
  need_wasm_bindgen
  build_core
  node scripts/assemble.mjs "$DIST"
}

# The matcher's times, natively and in Chromium; the made-up photos are kept in target/bench.
bench_matcher() {
  mkdir -p target/bench
  cargo run --locked --quiet --release -p vouchsafe-bench --bin vouchsafe-bench -- target/bench/textured.fingerprints
  cargo build --locked --quiet --profile wasm --target wasm32-unknown-unknown -p vouchsafe-bench --lib
  "$BINDGEN" --target no-modules --out-name bench --out-dir target/bench \
    target/wasm32-unknown-unknown/wasm/vouchsafe_bench.wasm
  node tests/bench/matcher.mjs target/bench target/bench/textured.fingerprints
}

# The share of photos found, by alteration: on the benchmark of photos that may not be shipped, if it is
# next to the project, else on drawn portraits.
bench_recall() {
  local photos=../shared/photos queries=../shared/photo-bench at=target/bench/recall
  if [ ! -f "$queries/make_queries.py" ] || [ ! -d "$photos" ]; then
    say "No benchmark of photos in ../shared: recall on drawn portraits"
  elif ! python3 -c 'import PIL, numpy' 2>/dev/null; then
    say "The benchmark of photos needs python3 with pillow and numpy: recall on drawn portraits instead"
  else
    say "Recall on the benchmark of photos (two or three minutes)"
    rm -rf "$at"
    python3 "$queries/make_queries.py" "$photos" "$at"
    cargo build --locked --quiet --release -p vouchsafe
    # Paths as in the truth table. Unreadable files are named, and count as not found.
    (cd "$at" && ../../release/vouchsafe match --memory memory --queries queries > matches.csv) || [ $? = 1 ]
    python3 "$queries/score.py" "$at" "$at/matches.csv"
    return
  fi
  cargo test --locked --quiet --release -p vouchsafe --test recall -- --ignored --nocapture
}

# The contribution of each part of the matcher, compared with published hashes: on the benchmark's photos if bench_recall made
# them, else on drawn portraits.
bench_ablation() {
  local memory=target/bench/recall/memory
  if [ ! -d "$memory" ]; then
    say "Ablation on drawn portraits: no photos of the benchmark"
    memory=
  fi
  cargo run --locked --quiet --release -p vouchsafe-bench --bin ablation -- ${memory:+"$memory"}
}

# The storage that a remembered photo takes in the browsers. Real portraits, if there are any next to the project, take more than
# drawn ones.
bench_storage() {
  local folder folders=()
  for folder in ../shared/photos/{congress118,congress_gray2014,staff18f,sd3_faker}; do
    [ ! -d "$folder" ] || folders+=("$folder")
  done
  node tests/bench/storage.mjs ${folders[@]+"${folders[@]}"}
}

# The simulated inbox: the verdicts on each class of inviters, and whether they are right.
bench_inbox() {
  VOUCHSAFE_INBOX=more cargo test --locked --quiet --release -p vouchsafe --test inbox -- --include-ignored --nocapture
}

# Two clones of the commit, in folders of different depth and length, each compiled from nothing. Only the tools
# and the npm packages are shared: they are pinned.
reproduce() {
  local at one other zip
  at=$(mktemp -d)
  # Expanded now, since the variable no longer exists when the trap runs.
  trap "rm -rf '$at'" EXIT
  one="$at/one" other="$at/a longer name/in/other"
  for clone in "$one" "$other"; do
    git clone --quiet . "$clone"
    mkdir -p "$clone/target"
    ln -s "$TOOLS" "$clone/target/tools"
    ln -s "$PWD/node_modules" "$clone/node_modules"
    # Older than the packages, so that none is installed again.
    touch -t 200001010000 "$clone/package-lock.json"
    say "Building in $clone"
    (cd "$clone" && ./build.sh package >&2)
    sha256sum "$clone"/dist/*.zip "$clone/dist/vouchsafe/core/vouchsafe_bg.wasm"
  done
  cmp "$one/dist/vouchsafe/core/vouchsafe_bg.wasm" "$other/dist/vouchsafe/core/vouchsafe_bg.wasm"
  for zip in "$one"/dist/*.zip; do cmp "$zip" "$other/dist/${zip##*/}"; done
  say "The same bytes."
}

# Checks again whenever a file changes that git tracks or does not ignore.
watch() {
  local before='' now
  while true; do
    now=$(git ls-files --cached --others --exclude-standard -z | xargs -0 ls -l --time-style=full-iso 2>/dev/null | cksum)
    if [ "$now" != "$before" ]; then
      before=$now
      bash scripts/check.sh || say "Not yet."
    fi
    sleep 1
  done
}

# No `&&` after these functions: it would switch off `set -e` inside them, and a failing step would be ignored.
case "${1:-}" in
  build) build; say "Built $DIST" ;;
  demo|try) need_node; node tests/demo/arguments.mjs "$@"; build; need_browsers; command=$1; shift; exec node "tests/demo/$command.mjs" "$@" ;;
  bench) build; need_browsers; node tests/bench/bench.mjs; node tests/bench/pages.mjs; node tests/bench/day-one.mjs; bench_storage; node tests/bench/waking.mjs; bench_recall; bench_ablation; bench_matcher; bench_inbox ;;
  package) build; exec node scripts/package.mjs "$DIST" ;;
  reproduce) need_rust; need_packages; need_wasm_bindgen; reproduce ;;
  check) need_rust; need_packages; exec bash scripts/check.sh ;;
  watch) need_rust; need_packages; watch ;;
  test) shift; need_files "$@"; need_rust; need_packages; need_wasm_bindgen; need_browsers; exec bash scripts/test.sh "$@" ;;
  help|--help|-h|"") usage ;;
  *) printf 'build.sh: there is no command "%s"\n\n' "$1" >&2; usage >&2; exit 2 ;;
esac
