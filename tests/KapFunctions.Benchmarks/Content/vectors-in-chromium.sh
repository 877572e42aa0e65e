#!/usr/bin/env bash
# Renders every vector of tests/KapFunctions.Content.Tests/Safety/vectors.txt and opens the result in headless Chromium:
# the page's title says "RAN" if a script of any of them ran.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet run -c Release --project tests/KapFunctions.Benchmarks -- content bodies "$work" "$PWD/tests/KapFunctions.Content.Tests/Safety/vectors.txt"
chromium=${KAP_CHROMIUM:-$(command -v chromium-headless-shell || command -v chromium)}
title() {
  "$chromium" --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" --virtual-time-budget=5000 --dump-dom "file://$1" 2>/dev/null |
    grep -o '<title>[A-Za-z]*</title>' | head -1
}
# A page that does run something first: else silence would prove nothing.
sed 's|<section>|<section><img src=x onerror="alert(1)">|' "$work/vectors.html" >"$work/control.html"
[ "$(title "$work/control.html")" = '<title>RAN</title>' ] || { echo 'The control page did not run its script.'; exit 1; }
[ "$(title "$work/vectors.html")" = '<title>quiet</title>' ] || { echo 'A vector ran.'; exit 1; }
echo "$(grep -c '<section>' "$work/vectors.html") bodies, nothing ran"
