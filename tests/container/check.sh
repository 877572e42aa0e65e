#!/usr/bin/env bash
# Builds the container image on an empty base of its own, without Docker and without a network, looks into it, and runs
# what is in it as the image's user over an Azurite: ready, and gone when asked. The real base image is not run here.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap finish EXIT
fail() {
  echo "FAILED: $1" >&2
  exit 1
}

python3 tests/container/registry.py >"$work/port" 3>&- &
pids+=($!)
until [ -s "$work/port" ]; do sleep 0.1; done
dotnet publish src/KapFunctions.Standalone --configuration Release --runtime linux-x64 --self-contained false \
  -t:PublishContainer -p:ContainerBaseImage="localhost:$(cat "$work/port")/base:1" \
  -p:ContainerArchiveOutputPath="$work/image.tar" --verbosity quiet -nologo
mkdir "$work/image" "$work/root"
tar -xf "$work/image.tar" -C "$work/image"
for layer in "$work"/image/*/layer.tar; do tar -xf "$layer" -C "$work/root"; done

python3 - "$work/image" "$work/root" <<'PYTHON'
import json, os, sys
image, root = sys.argv[1:]
[manifest] = json.load(open(f"{image}/manifest.json"))
config = json.load(open(f"{image}/{manifest['Config']}"))["config"]
print(json.dumps({name: config[name] for name in ("User", "Entrypoint", "Cmd", "ExposedPorts")}))
assert config["User"] == "1654", "the image runs as root"
assert config["Entrypoint"][0] == "dotnet" and config["Entrypoint"][2:] == ["--no-azurite"]
assert os.path.exists(root + config["Entrypoint"][1]), f"there is no {config['Entrypoint'][1]} in the image"
assert config["Cmd"] == ["--urls", "http://*:8080"] and list(config["ExposedPorts"]) == ["8080/tcp"]
PYTHON

# As in the image: another user, who may write nowhere but in the temporary folder.
chmod -R a+rX "$work"
mkdir --mode 1777 "$work/tmp"
as_user=()
if [ "$(id -u)" = 0 ]; then as_user=(setpriv --reuid 1654 --regid 1654 --clear-groups); fi
# run NAME=VALUE…: to be called in a subshell, which it takes over.
run() {
  cd "$work/root/app"
  exec env HOME=/nonexistent TMPDIR="$work/tmp" "$@" "${as_user[@]}" \
    "$(command -v dotnet)" KapFunctions.Standalone.dll --no-azurite --urls http://127.0.0.1:0 3>&-
}

if [ ${#as_user[@]} -gt 0 ]; then
  if (run FunctionKeys__Master= >"$work/out" 2>"$work/err"); then fail "it started without a key"; fi
  grep -q "Set FunctionKeys__Master" "$work/err" || fail "without a key it says: $(cat "$work/err")"
fi

source tests/azurite.sh
pids+=("$azurite")

run FunctionKeys__Master=0123456789abcdef0123456789abcdef ContentStorage="$connection" >"$work/out" 2>"$work/err" &
app=$!
pids+=("$app")
for _ in $(seq 100); do
  site=$(grep -oE 'http://127[0-9.:]+' "$work/out" | head -1 || true)
  if [ -n "$site" ] && curl --silent --fail --output /dev/null "$site/api/health/ready"; then break; fi
  kill -0 "$app" 2>/dev/null || fail "it ended: $(cat "$work/err")"
  sleep 0.2
done
curl --silent --fail --output /dev/null "$site/api/health/live" || fail "it is not alive: $(cat "$work/err")"
curl --silent --fail --output /dev/null "$site/api/health/ready" || fail "it is not ready: $(cat "$work/err")"
kill -TERM "$app"
wait "$app" || fail "asked to end, it left with $?: $(cat "$work/err")"
echo "The container is as it should be: $(du -sh "$work/root/app" | cut -f1) on the base image."
