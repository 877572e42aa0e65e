#!/usr/bin/env bash
# Whether tests pass by chance: the whole suite again and again, on a busy machine and with one core, and a line for each run.
#   tests/again.sh                     10 runs beside a process for each core that only burns, 3 with one core
#   tests/again.sh 2 0 tests/KapFunctions.Tests --filter …    two busy runs of one project; the rest goes to dotnet test
# It fails where a run failed; what that run printed is kept in artifacts/again.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
busy=${1:-10} single=${2:-3}
shift $(($# < 2 ? $# : 2))
kept=artifacts/again
mkdir -p "$kept"
burners=()
stop_burning() {
  [ ${#burners[@]} -eq 0 ] || kill "${burners[@]}" 2>/dev/null
  burners=()
}
trap stop_burning EXIT
trap 'exit 130' INT TERM

failures=0
# once NAME COMMAND…: one run of the suite.
once() {
  local log="$kept/$1" begun=$SECONDS outcome=passed
  shift
  "$@" >"$log" 2>&1 || outcome=failed
  echo "$(basename "$log"): $outcome after $((SECONDS - begun)) s"
  if [ "$outcome" = passed ]; then
    rm "$log"
  else
    failures=$((failures + 1))
    grep -E '^ +Failed |error' "$log" | sort -u | head -20
  fi
}

dotnet build "${@:1:1}" --verbosity quiet -nologo || exit
for _ in $(seq "$(nproc)"); do
  (while :; do :; done) &
  burners+=($!)
done
for run in $(seq "$busy"); do once "busy-$run" dotnet test "$@" --no-build; done
stop_burning
for run in $(seq "$single"); do once "one-core-$run" taskset --cpu-list 0 dotnet test "$@" --no-build; done
echo "$((busy + single)) runs, $failures failed"
[ "$failures" -eq 0 ]
