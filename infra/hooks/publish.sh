#!/bin/sh
# Publishes the function app as Azure runs it into artifacts/functionapp.
set -eu
cd "$(dirname "$0")/../.."
rm -rf artifacts/functionapp
dotnet publish src/KapFunctions -p:FunctionsWorker=official --output artifacts/functionapp
