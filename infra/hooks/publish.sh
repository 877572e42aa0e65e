#!/bin/sh
# Publishes the function app as Azure runs it into artifacts/functionapp. Takes what `dotnet publish` takes besides.
set -eu
cd "$(dirname "$0")/../.."
rm -rf artifacts/functionapp
dotnet publish src/KapFunctions.Azure --output artifacts/functionapp "$@"
