#!/usr/bin/env bash
# Keeps what this release writes, for the tests of every later one: its rows, its log and a snapshot, over the samples.
#   tests/keep-formats.sh NAME       # a folder of that name in tests/KapFunctions.Storage.Tests/Formats/Kept
# A release keeps its formats once, before it goes out; a folder that is there is never made anew.
set -euo pipefail
cd "$(dirname "$0")/.."
kept="$PWD/tests/KapFunctions.Storage.Tests/Formats/Kept/${1:?the name of the release}"
[ ! -e "$kept" ] || { echo "$kept is kept already."; exit 1; }
mkdir -p "$kept"
KAP_KEEP_FORMATS="$kept" dotnet test tests/KapFunctions.Proof.Tests --filter FullyQualifiedName~KeepFormats --nologo
ls -l "$kept"
