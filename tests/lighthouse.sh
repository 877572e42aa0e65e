#!/usr/bin/env bash
# Measures pages of the sample site with Lighthouse, on a telephone of 390 pixels and in a window of 1,280: performance,
# accessibility, best practices and search engines, each of 100. Prints what falls short, and the bytes of each page.
# Lighthouse comes from npm when it is wanted; it is no dependency of the project. Needs Chromium (KAP_CHROMIUM) and Node.js.
#   tests/lighthouse.sh [address of a running site]
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
site=${1:-}
stop() { kill "${host:-}" "${azurite:-}" 2>"$work/null" || true; rm -rf "$work"; }
trap stop EXIT
if [ -z "$site" ]; then
  # shellcheck source=tests/azurite.sh
  . tests/azurite.sh
  cp -r samples/content "$work/content"
  dotnet build -c Release src/KapFunctions.Standalone --verbosity quiet -nologo -clp:ErrorsOnly
  dotnet run -c Release --no-build --project src/KapFunctions.Standalone -- --urls http://127.0.0.1:0 --connection "$connection" \
    --no-azurite --content "$work/content" >"$work/host" 2>&1 3>&- &
  host=$!
  until grep -q "complete" "$work/host"; do
    kill -0 "$host" || { cat "$work/host"; exit 1; }
    sleep 0.5
  done
  site=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/host" | head -1)
fi
npm install --prefix "$work" --silent --no-audit --no-fund lighthouse@12.8.2
export CHROME_PATH=${KAP_CHROMIUM:-/usr/bin/chromium}
telephone=(--form-factor=mobile --screenEmulation.mobile --screenEmulation.width=390 --screenEmulation.height=844 --screenEmulation.deviceScaleFactor=3)
desk=(--preset=desktop --screenEmulation.width=1280 --screenEmulation.height=800)

# look PIXELS PAGE OPTION…: one page, one size; fails where a score is below 100.
look() {
  "$work/node_modules/.bin/lighthouse" "$site$2" --quiet --output=json --output-path="$work/report.json" \
    --chrome-flags="--headless=new --no-sandbox" "${@:3}"
  node - "$work/report.json" "$1" "$2" <<'JS'
const [, , file, pixels, page] = process.argv;
const report = JSON.parse(require("fs").readFileSync(file));
const scores = Object.values(report.categories).map(one => [one.id, Math.round(one.score * 100)]);
const { audits } = report;
const told = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "total-byte-weight"]
  .map(id => `${audits[id].title} ${(audits[id].displayValue ?? "").replace("Total size was ", "")}`);
console.log(`${pixels} px ${page}: ${scores.map(one => one.join(" ")).join(", ")} (${told.join(", ")})`);
const counted = new Set(Object.values(report.categories).flatMap(one => one.auditRefs).filter(one => one.weight > 0).map(one => one.id));
for (const audit of Object.values(audits))
  if (counted.has(audit.id) && audit.score !== null && audit.score < 1) console.log("   ", audit.id, audit.score, audit.displayValue ?? "");
process.exit(scores.every(one => one[1] === 100) ? 0 : 1);
JS
}

below=0
for page in / /ketamine-assisted-psychotherapy/ /archive/ /tag/sleep/; do
  look 390 "$page" "${telephone[@]}" || below=1
  look 1280 "$page" "${desk[@]}" || below=1
done
exit $below
