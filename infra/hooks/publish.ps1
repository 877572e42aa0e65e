# Publishes the function app as Azure runs it into artifacts/functionapp.
$ErrorActionPreference = 'Stop'
Set-Location "$PSScriptRoot/../.."
Remove-Item artifacts/functionapp -Recurse -Force -ErrorAction SilentlyContinue
dotnet publish src/KapFunctions --configuration Release --runtime linux-x64 --self-contained false `
  -p:FunctionsWorker=official -p:PublishReadyToRun=true --output artifacts/functionapp
exit $LASTEXITCODE
