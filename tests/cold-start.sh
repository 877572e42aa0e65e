#!/usr/bin/env bash
# How long the app's own code takes from process start to its first list of posts, over a storage emulator with the
# sample site: ReadyToRun and not, in the least of ASP.NET Core apps, in Standalone, and that app alone beside them. Prints times.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
finish() {
  [ -z "${azurite:-}" ] || kill "$azurite" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

# The benchmarks refer to Standalone, which brings its own program along: either of the two will do.
publish() { dotnet publish "$1" --configuration Release --runtime linux-x64 --self-contained false --output "$2" --verbosity quiet -nologo -clp:ErrorsOnly -p:ErrorOnDuplicatePublishOutputFiles=false "${@:3}"; }

publish tests/KapFunctions.Benchmarks "$work/jit"
publish tests/KapFunctions.Benchmarks "$work/own" -p:PublishReadyToRun=true
publish src/KapFunctions.Standalone "$work/standalone" -p:PublishReadyToRun=true

source tests/azurite.sh
export ContentStorage=$connection Editor__OwnerKey=0123456789abcdef0123456789abcdef
# The sample site is published first.
(exec dotnet "$work/standalone/KapFunctions.Standalone.dll" --no-azurite --content samples/content --urls http://127.0.0.1:0 >"$work/out" 3>&-) &
first=$!
until [ "$(grep -c 'Published' "$work/out" || true)" -ge 9 ]; do sleep 0.2; done
kill -TERM "$first"
wait "$first"
python3 tests/KapFunctions.Benchmarks/Start/measure.py "$work"
