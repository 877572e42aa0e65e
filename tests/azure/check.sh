#!/usr/bin/env bash
# Publishes the app as it is deployed, builds it as `func start` does, and holds both to what the tests say of them: what
# the Functions host is told of functions and extensions, size, refusal of wrong settings.
set -euo pipefail
cd "$(dirname "$0")/../.."
infra/hooks/publish.sh --warnaserror
rm -rf artifacts/func
dotnet build src/KapFunctions.Azure -p:ForFunctionsHost=true --output artifacts/func --warnaserror
KAP_PUBLISHED=$PWD/artifacts/functionapp KAP_FUNC=$PWD/artifacts/func dotnet test tests/KapFunctions.Standalone.Tests \
  --filter FullyQualifiedName~Published.
