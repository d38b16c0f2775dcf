# Shared by check.sh and test.sh: runs one step, with its name before it and its time after it.
step() {
  printf '\n\033[1m== %s\033[0m\n' "$1"
  shift
  local began=$SECONDS
  "$@"
  printf 'took %d s\n' $((SECONDS - began))
}
