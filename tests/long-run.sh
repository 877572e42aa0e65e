#!/usr/bin/env bash
# The long runs: random histories with faults, crashes and clock jumps, each compared with the pure model.
#   tests/long-run.sh            10,000 steps
#   KAP_STEPS=500 KAP_SEED=7 tests/long-run.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export KAP_STEPS=${KAP_STEPS:-10000}
dotnet test tests/KapFunctions.Proof.Tests --logger 'console;verbosity=detailed' --filter 'FullyQualifiedName~A_long_run'
