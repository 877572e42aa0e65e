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

Set-Once BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01', [CultureInfo]::InvariantCulture))
Set-Once PREVIEW_KEYS (New-Key)
Set-Once WEBHOOK_KEYS (New-Key)
