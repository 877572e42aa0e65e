#!/usr/bin/env bash
# Publishes the function app as it is deployed, on the official worker's packages, and holds it to what the tests say of
# it: functions, extensions, size, refusal of wrong settings. Ends with 77, as a skip, where a registry has not these packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! infra/hooks/publish.sh >"$log" 2>&1; then
  cat "$log"
  if grep -q 'NU110[12].*Microsoft\.Azure\.Functions' "$log"; then exit 77; fi
  exit 1
fi
if grep -v NU1603 "$log" | grep 'warning'; then
  echo "FAILED: the build for Azure warns." >&2
  exit 1
fi
KAP_PUBLISHED=$PWD/artifacts/functionapp dotnet test tests/KapFunctions.Standalone.Tests \
  --filter FullyQualifiedName~PublishedAppTests
