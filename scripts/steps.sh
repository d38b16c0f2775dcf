# What check.sh and test.sh share: one step with its name above it.
step() {
  printf '\n\033[1m== %s\033[0m\n' "$1"
  shift
  "$@"
}
