#!/bin/sh
# Publishes the function app as Azure runs it into artifacts/functionapp.
set -eu
cd "$(dirname "$0")/../.."
rm -rf artifacts/functionapp
dotnet publish src/KapFunctions --configuration Release --runtime linux-x64 --self-contained false \
  -p:FunctionsWorker=official -p:PublishReadyToRun=true --output artifacts/functionapp
