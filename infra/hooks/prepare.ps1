# Gives the azd environment what a site needs once and keeps for good. What is set already stays.
$ErrorActionPreference = 'Stop'
$values = azd env get-values

function Set-Once([string] $name, [string] $value) {
  if (-not ($values -match "^$name=")) {
    azd env set $name $value
  }
}

# A key's name says when it was made.
function New-Key {
  $random = [byte[]]::new(32)
  [System.Security.Cryptography.RandomNumberGenerator]::Fill($random)
  [DateTime]::UtcNow.ToString('yyyyMMdd', [CultureInfo]::InvariantCulture) + ':' + [Convert]::ToBase64String($random)
}

Set-Once PREVIEW_KEYS (New-Key)
Set-Once WEBHOOK_KEYS (New-Key)

# What would fail later, said before anything is made. Without az, or before it signed in, nobody knows.
$subscription = $env:AZURE_SUBSCRIPTION_ID
if (-not $subscription -or -not (Get-Command az -ErrorAction SilentlyContinue)) { exit 0 }
az account show --subscription $subscription --output none 2>$null
if ($LASTEXITCODE -ne 0) { exit 0 }

if ($env:AZURE_LOCATION) {
  $regions = az functionapp list-flexconsumption-locations --query '[].name' --output tsv 2>$null |
    ForEach-Object { $_.Replace(' ', '').ToLowerInvariant() }
  if ($regions -and $regions -notcontains $env:AZURE_LOCATION) {
    Write-Error "$env:AZURE_LOCATION has no Flex Consumption. Take another region with azd env set AZURE_LOCATION …: $regions"
    exit 1
  }
}

# Some kinds of subscription have no budgets, and a deployment with one fails there.
az consumption budget list --subscription $subscription --output none 2>$null
if ($LASTEXITCODE -ne 0 -and -not ($values -match '^MONTHLY_BUDGET=')) {
  Write-Warning 'This subscription does not answer about budgets, so none is made. To have one: azd env set MONTHLY_BUDGET 20'
  azd env set MONTHLY_BUDGET 0
}
exit 0
