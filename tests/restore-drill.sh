#!/usr/bin/env bash
# Loses what a site is made of, part by part, over a storage emulator; has it made again, and compares all answers with what
# they were before. Prints the minutes that each restore took, and fails where an answer differs.
#   tests/restore-drill.sh            200 posts beside the samples
#   tests/restore-drill.sh 2000
# The emulator keeps no versions of blobs. What versions do in Azure is done here by snapshots, which are put back by the same
# call, for files that were overwritten, and by a copy for those that were deleted: the drill shows that a site whose files
# come back is the same site, not that storage gives them back.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run --configuration Release --project tests/KapFunctions.Benchmarks -- restore "$PWD/samples/content" "${1:-200}"
