#!/usr/bin/env bash
# The long runs: every proof in its full size, every page in every look, then random histories with faults, crashes and clock
# jumps, each compared with the pure model.
#   tests/long-run.sh            10,000 steps
#   KAP_STEPS=500 KAP_SEED=7 tests/long-run.sh
set -euo pipefail
cd "$(dirname "$0")/.."
KAP_FULL=1 dotnet test tests/KapFunctions.Proof.Tests --filter 'FullyQualifiedName!~A_long_run'
KAP_FULL=1 dotnet test tests/KapFunctions.EndToEnd --filter 'FullyQualifiedName~PageTests|FullyQualifiedName~BeforeAClickTests'
export KAP_STEPS=${KAP_STEPS:-10000}
dotnet test tests/KapFunctions.Proof.Tests --logger 'console;verbosity=detailed' --filter 'FullyQualifiedName~A_long_run'
