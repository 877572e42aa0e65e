#!/bin/bash
# Measures pages of the sample site with Lighthouse: performance, accessibility, best practices and search engines, each of 100.
# Lighthouse comes from npm; it is no dependency of the project. Needs Chromium (KAP_CHROMIUM) and Node.js.
#   tests/lighthouse.sh [address of a running site]
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
site=${1:-}
stop() { kill "${host:-}" "${azurite:-}" 2>"$work/null" || true; rm -rf "$work"; }
trap stop EXIT
if [ -z "$site" ]; then
  . tests/azurite.sh
  cp -r samples/content "$work/content"
  dotnet run -c Release --project src/KapFunctions.Standalone -- --urls http://127.0.0.1:0 --connection "$connection" \
    --no-azurite --content "$work/content" >"$work/host" 2>&1 &
  host=$!
  until grep -q "complete" "$work/host"; do sleep 0.5; done
  site=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/host" | head -1)
fi
npm install --prefix "$work" --silent --no-audit --no-fund lighthouse@12
export CHROME_PATH=${KAP_CHROMIUM:-/usr/bin/chromium}
below=0
for page in / /ketamine-assisted-psychotherapy/ /archive/ /tag/sleep/; do
  "$work/node_modules/.bin/lighthouse" "$site$page" --quiet --output=json --output-path="$work/report.json" \
    --chrome-flags="--headless=new --no-sandbox"
  node -e '
    const report = JSON.parse(require("fs").readFileSync(process.argv[1]));
    const scores = Object.values(report.categories).map(one => [one.id, Math.round(one.score * 100)]);
    console.log(process.argv[2], scores.map(one => one.join(" ")).join(", "));
    for (const audit of Object.values(report.audits))
      if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative") console.log("   ", audit.id, audit.displayValue ?? "");
    process.exit(scores.every(one => one[1] === 100) ? 0 : 1);
  ' "$work/report.json" "$page" || below=1
done
exit $below
