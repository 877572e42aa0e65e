#!/usr/bin/env bash
# What readers and editors rely on, tried for longer than a test may take. Each trial prints its table and fails where a
# promise was broken; what it was broken with is kept in artifacts/trust, and the seed makes it again.
#   tests/trust.sh hostile [seed=1] [each=200] [minutes=…]   generated posts, templates, pictures and site.yaml beside readers,
#                                                            in 512 MiB and on one core
#   tests/trust.sh exports [seed=1] [each=200] [minutes=…]   generated exports for kap import, within the same bounds
#   tests/trust.sh twins [seed=1] [minutes=10]               random writers and readers over two instances of one account
#   tests/trust.sh kills [seed=1] [minutes=4] [kills=10]     the same, while one of them is killed
#   tests/trust.sh releases REVISION [seed=1] [minutes=4] [kills=6]   the same, where the one that is killed is built from
#                                                            another revision every other time
#   tests/trust.sh full-disk                                 a temporary folder of 20 MB, filled and freed
#   tests/trust.sh soak [minutes=60]                         200 posts, ten edits a second, six readers of everything
# Bounds of memory want a control group, so root, or else are those of the heap; a disk of 20 MB wants a namespace for mounts.
set -euo pipefail
cd "$(dirname "$0")/.."
benchmarks=tests/KapFunctions.Benchmarks
dotnet build "$benchmarks" --configuration Release --verbosity quiet -nologo -clp:ErrorsOnly
run=(dotnet "$benchmarks/bin/Release/net10.0/KapFunctions.Benchmarks.dll" trust)
case ${1:-} in
  releases)
    other=$(mktemp -d)
    trap 'git worktree remove --force "$other"' EXIT
    git worktree add --quiet --detach "$other" "${2:?which revision?}"
    dotnet build "$other/src/KapFunctions.Standalone" --configuration Release --verbosity quiet -nologo -clp:ErrorsOnly
    "${run[@]}" releases "$other/src/KapFunctions.Standalone/bin/Release/net10.0/KapFunctions.Standalone.dll" "${@:3}"
    ;;
  full-disk)
    # In a namespace of its own the disk goes with the trial.
    disk=$(mktemp -d)
    trap 'rmdir "$disk"' EXIT
    unshare=(unshare --mount)
    [ "$(id -u)" -eq 0 ] || unshare+=(--user --map-root-user)
    # shellcheck disable=SC2016 # The inner shell's own arguments.
    "${unshare[@]}" bash -c 'mount -t tmpfs -o size=20m tmpfs "$0" && exec "$@" "$0"' "$disk" "${run[@]}" full-disk
    ;;
  *)
    "${run[@]}" "$@"
    ;;
esac
