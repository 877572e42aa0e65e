#!/usr/bin/env bash
# Looks for a regular expression that reads some text for ever: each is tried with the attacks that recheck finds for it
# (https://makenowjust-labs.github.io/recheck/). One of exponential time fails; those of polynomial time are printed with what
# makes them slow, so that it can be tried with a whole file. Two minutes. recheck comes from npm; it is no dependency of the project.
#   tests/patterns.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
npm install --prefix "$work" --silent --no-audit --no-fund recheck@4.5.0
dotnet run -c Release --project tests/KapFunctions.Benchmarks -- content patterns >"$work/patterns.json"
cp tests/patterns.mjs "$work/look.mjs"
node "$work/look.mjs" "$work/patterns.json"
