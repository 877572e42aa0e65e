#!/usr/bin/env bash
# How well the search finds, beside minisearch and lunr over the same posts:
#   tests/relevance/measure.sh CORPUS [--each]      # a folder of the posts of https://github.com/18F/18f.gsa.gov
# judgements.tsv says which posts answer which question; it was written before any of the three was asked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
corpus=$(cd "${1:?a folder of Markdown files}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$here/judge.mjs" "$here/judgements.tsv" "$work"
npm ci --prefix "$work" --no-audit --no-fund --silent
dotnet run -c Release --project "$here/../KapFunctions.Benchmarks" -- query relevance "$corpus" "$here/judgements.tsv" "$work/found.json"
node "$work/judge.mjs" "$work/found.json" "${2:-}"
