#!/usr/bin/env bash
# Reads, renders and checks the corpus in one process, start included, beside hugo building the same posts.
# Needs hugo (Debian: apt-get install hugo) and KAP_CORPUS, or shared/corpus/18f beside the repository.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# As it is deployed: compiled ahead of time. The profile for the second compilation pays off later than in one second.
dotnet publish tests/KapFunctions.Benchmarks -c Release --use-current-runtime --self-contained true \
  -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true -o "$work/kap" -v q
export DOTNET_TieredPGO=0
"$work/kap/KapFunctions.Benchmarks" content export "$work/site"
TIMEFORMAT='%R s'
for _ in 1 2 3 4 5; do
  rm -rf "$work/site/public"
  printf 'hugo         '; time (cd "$work/site" && hugo --quiet)
  printf 'KapFunctions '; time "$work/kap/KapFunctions.Benchmarks" content once >/dev/null
done
