# Subscribes the function app to the events of the content container, unless it is already.
# After the app's key for events was renewed: infra/hooks/subscribe.ps1 -Renew
param([switch] $Renew)
Set-Location "$PSScriptRoot/../.."

foreach ($name in 'AZURE_SUBSCRIPTION_ID', 'AZURE_RESOURCE_GROUP', 'CONTENT_ACCOUNT', 'EVENT_TOPIC', 'FUNCTION_APP', 'FUNCTION_APP_HOST') {
  if (-not [Environment]::GetEnvironmentVariable($name)) {
    Write-Error "$name is not set. Run this through azd (azd hooks run postdeploy), or set it from 'azd env get-values'."
    exit 1
  }
}
if (-not (Get-Command az -ErrorAction SilentlyContinue)) {
  Write-Error 'The Azure CLI (az) is not installed: https://aka.ms/azure-cli. Then: azd hooks run postdeploy'
  exit 1
}

function Test-Subscribed {
  foreach ($name in 'created-to-publish-content', 'deleted-to-content-events') {
    $state = az eventgrid system-topic event-subscription show --subscription $env:AZURE_SUBSCRIPTION_ID `
      --resource-group $env:AZURE_RESOURCE_GROUP --system-topic-name $env:EVENT_TOPIC --name $name `
      --query provisioningState --output tsv 2>$null
    if ($state -ne 'Succeeded') { return $false }
  }
  return $true
}

if (-not $Renew -and (Test-Subscribed)) {
  Write-Output "The app is subscribed to the content container's events."
  exit 0
}

# The host makes its key for events when the blob extension first starts, and rights need minutes to reach everywhere.
foreach ($try in 1..10) {
  az deployment group create --subscription $env:AZURE_SUBSCRIPTION_ID --resource-group $env:AZURE_RESOURCE_GROUP `
    --name subscriptions --template-file infra/subscriptions.bicep --output none `
    --parameters contentAccount=$env:CONTENT_ACCOUNT topicName=$env:EVENT_TOPIC appName=$env:FUNCTION_APP `
    appHostName=$env:FUNCTION_APP_HOST
  if ($LASTEXITCODE -eq 0) {
    Write-Output "Subscribed the app to the content container's events."
    exit 0
  }
  Write-Warning "Try $try of 10 failed; the app may still be starting. The next one follows in 30 seconds."
  Start-Sleep -Seconds 30
}
Write-Error "The app could not be subscribed. Uploads appear within five minutes, by the reconcile, until it is: see 'Events do not arrive' in docs/operations.md, then run: azd hooks run postdeploy"
exit 1
