#!/usr/bin/env bash
# Renders each file made to stall or fill a renderer in a process of its own, whose memory is bound to 256 MB, and prints
# a table: kilobytes, what became of it, milliseconds of the processor, and the most memory held in MB, the runtime's own
# included. It fails where one took more than 2 seconds or did not end well.
set -euo pipefail
cd "$(dirname "$0")/../../.."
dotnet build tests/KapFunctions.Benchmarks -c Release -v q >/dev/null
bomb() { DOTNET_GCHeapHardLimit=0x10000000 DOTNET_TieredPGO=0 dotnet tests/KapFunctions.Benchmarks/bin/Release/net*/KapFunctions.Benchmarks.dll content "$@" </dev/null; }
failed=0
echo '| file | KB | outcome | ms | MB |'
echo '|---|---|---|---|---|'
while read -r name; do
  row=$(bomb bomb "$name" 2>/dev/null) || row="| $name | | died | 9999 | |"
  echo "$row"
  [ "$(echo "$row" | cut -d'|' -f5 | tr -d ' ')" -le 2000 ] || failed=1
done < <(bomb bombs)
exit $failed
