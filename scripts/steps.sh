# What check.sh and test.sh share: one step with its name above it, and how long it took below.
step() {
  printf '\n\033[1m== %s\033[0m\n' "$1"
  shift
  local began=$SECONDS
  "$@"
  printf 'took %d s\n' $((SECONDS - began))
}
