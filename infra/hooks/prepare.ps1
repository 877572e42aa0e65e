# Gives the azd environment what a site needs once and keeps for good. What is set already stays.
$ErrorActionPreference = 'Stop'
$values = azd env get-values

function Set-Once([string] $name, [string] $value) {
  if (-not ($values -match "^$name=")) {
    azd env set $name $value
  }
}

$random = [byte[]]::new(32)
[System.Security.Cryptography.RandomNumberGenerator]::Fill($random)
Set-Once BUDGET_START ([DateTime]::UtcNow.ToString('yyyy-MM-01', [CultureInfo]::InvariantCulture))
Set-Once PREVIEW_KEY ([Convert]::ToBase64String($random))
