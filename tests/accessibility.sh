#!/bin/bash
# Goes through pages of the sample site as docs/accessibility.md says, where axe sees nothing: by keys, in narrow windows, with larger
# spacing, without motion, in forced colours. Prints what falls short. Playwright comes from npm; it is no dependency of the project.
# Needs Chromium (KAP_CHROMIUM) and Node.js.
#   tests/accessibility.sh [address of a running site [path…]]
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
site=${1:-}
[ $# -gt 0 ] && shift
stop() { kill "${host:-}" "${azurite:-}" 2>"$work/null" || true; rm -rf "$work"; }
trap stop EXIT
if [ -z "$site" ]; then
  . tests/azurite.sh
  cp -r samples/content "$work/content"
  Editor__OwnerKey=$(openssl rand -hex 16) dotnet run -c Release --project src/KapFunctions.Standalone -- --urls http://127.0.0.1:0 \
    --connection "$connection" --no-azurite --content "$work/content" >"$work/host" 2>&1 &
  host=$!
  until grep -q "complete" "$work/host"; do sleep 0.5; done
  site=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/host" | head -1)
fi
npm install --prefix "$work" --silent --no-audit --no-fund playwright-core@1.65.1
cp tests/accessibility.mjs "$work/look.mjs"
node "$work/look.mjs" "$site" "${@:-}"
