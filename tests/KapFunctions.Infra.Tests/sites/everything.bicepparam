using '../../../infra/main.bicep'

param name = 'practice'
param location = 'swedencentral'
param customDomain = 'www.example.org'
param frontDoor = true
param alwaysReadyInstances = 1
param instanceMemoryMB = 4096
param maximumInstanceCount = 100
param contentRedundancy = 'Standard_GZRS'
param editorsId = '11111111-1111-1111-1111-111111111111'
param entraClientId = '22222222-2222-2222-2222-222222222222'
param ghostContentKeys = '22444f78447824223cefc48062'
param previewKeys = 'example:bm90IGEga2V5OiBhbiBleGFtcGxlIG9mIHRoaXJ0eS10d28='
param webhookKeys = 'example:bm90IGEga2V5OiBhbiBleGFtcGxlIG9mIHRoaXJ0eS10d28='
param corsOrigins = 'https://www.example.org'
param otlpEndpoint = 'https://otlp.example.org'
param otlpHeaders = 'authorization=example'
param alertEmail = 'operator@example.org'
param monthlyBudget = 60
param budgetStart = '2026-11-01'
param virtualNetwork = true
param editorsAddresses = '203.0.113.7, 198.51.100.0/24'
param deleteLock = true
param githubRepository = 'example/practice'
