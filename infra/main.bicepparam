// Parameters from the environment, as azd passes them: `azd env set MONTHLY_BUDGET 50`.
using 'main.bicep'

param name = readEnvironmentVariable('AZURE_ENV_NAME')
param location = readEnvironmentVariable('AZURE_LOCATION')
param customDomain = readEnvironmentVariable('CUSTOM_DOMAIN', '')
param frontDoor = bool(readEnvironmentVariable('FRONT_DOOR', 'false'))
param alwaysReadyInstances = int(readEnvironmentVariable('ALWAYS_READY_INSTANCES', '0'))
param instanceMemoryMB = any(int(readEnvironmentVariable('INSTANCE_MEMORY_MB', '2048')))
param maximumInstanceCount = int(readEnvironmentVariable('MAXIMUM_INSTANCE_COUNT', '40'))
param contentRedundancy = readEnvironmentVariable('CONTENT_REDUNDANCY', 'Standard_ZRS')
param keepVersionsDays = int(readEnvironmentVariable('KEEP_VERSIONS_DAYS', '365'))
param dailyLogQuotaGb = readEnvironmentVariable('DAILY_LOG_QUOTA_GB', '0.5')
// Whoever deploys may upload, unless a group is named.
param editorsId = readEnvironmentVariable('EDITORS_ID', readEnvironmentVariable('AZURE_PRINCIPAL_ID', ''))
param entraClientId = readEnvironmentVariable('ENTRA_CLIENT_ID', '')
param ghostContentKeys = readEnvironmentVariable('GHOST_CONTENT_KEYS', '')
param previewKey = readEnvironmentVariable('PREVIEW_KEY', '')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL', '')
param monthlyBudget = int(readEnvironmentVariable('MONTHLY_BUDGET', '20'))
param budgetStart = readEnvironmentVariable('BUDGET_START')
param githubRepository = readEnvironmentVariable('DEPLOY_REPOSITORY', '')
param githubEnvironment = readEnvironmentVariable('DEPLOY_ENVIRONMENT', 'production')
