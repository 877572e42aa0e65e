# Publishes the function app as Azure runs it into artifacts/functionapp.
$ErrorActionPreference = 'Stop'
Set-Location "$PSScriptRoot/../.."
Remove-Item artifacts/functionapp -Recurse -Force -ErrorAction SilentlyContinue
dotnet publish src/KapFunctions.Azure --output artifacts/functionapp
exit $LASTEXITCODE
