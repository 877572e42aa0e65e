// Everything that one site needs, in one resource group. `azd up` deploys it; docs/operations.md tells the rest.
targetScope = 'subscription'

import { siteNameOf } from 'modules/site-name.bicep'

@description('Name of the azd environment. Addresses begin with what they can take of it.')
@minLength(1)
@maxLength(64)
param name string

@description('Where everything is; a region that has Flex Consumption.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Domain that readers use. It needs Front Door, since Flex Consumption manages no certificates.')
param customDomain string = ''

@description('Front Door, a cache all over the world, in front of the app. It has a base price a month.')
param frontDoor bool = false

@description('Instances kept warm for readers; 0 costs nothing when idle, 1 spares readers the cold start.')
@minValue(0)
param alwaysReadyInstances int = 0

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('At most this many instances, which bounds what a flood of requests can cost.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('How often Azure keeps what is stored, and how far apart: three zones of one region, unless it has none.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param contentRedundancy string = 'Standard_ZRS'

@description('Days for which an overwritten or deleted file can be had back.')
@minValue(7)
@maxValue(3650)
param keepVersionsDays int = 365

@description('Logs beyond this many GB a day are dropped, which bounds what they can cost. A decimal number.')
param dailyLogQuotaGb string = '0.5'

@description('Object id of the person, or better the group, that may upload files; empty for nobody.')
param editorsId string = ''

@description('Application (client) id of the Entra registration that editors sign in to; empty where editors have keys of the site.')
param entraClientId string = ''

@description('Keys that Ghost clients may read with, separated by commas; empty to take any well-formed one.')
@secure()
param ghostContentKeys string = ''

@description('Sign preview links, name:base64 of at least 32 random bytes each, separated by commas; empty for no previews.')
@secure()
param previewKeys string = ''

@description('Sign deliveries to webhooks, in the same form; empty for no deliveries.')
@secure()
param webhookKeys string = ''

@description('Websites that may read from a browser, separated by commas; empty for every one.')
param corsOrigins string = ''

@description('OpenTelemetry collector that the app tells of itself besides Application Insights; empty for none.')
param otlpEndpoint string = ''

@description('What that collector wants in its headers, as name=value, separated by commas.')
@secure()
param otlpHeaders string = ''

@description('Who is told when something is wrong; empty for the owners of the subscription.')
param alertEmail string = ''

@description('What a month may cost before somebody is told, in the currency of the subscription; 0 for no budget.')
@minValue(0)
param monthlyBudget int = 20

@description('First day of the month in which the budget was made, as yyyy-MM-01; empty for this month. Azure refuses to change it later, so azd keeps what the first deployment says.')
param budgetStart string = ''

@description('Left as it is: Bicep tells the time only here.')
param thisMonth string = utcNow('yyyy-MM-01')

@description('A virtual network for the app; storage then takes nobody else but the addresses below and Azure itself.')
param virtualNetwork bool = false

@description('With a virtual network: addresses or ranges (CIDR) from which editors reach the content, separated by commas.')
param editorsAddresses string = ''

@description('A lock that keeps the content account from being deleted, even with its group, until the lock is taken away.')
param deleteLock bool = false

@description('GitHub repository that may deploy, as owner/name; empty for none.')
param githubRepository string = ''

@description('The GitHub environment whose jobs may deploy.')
param githubEnvironment string = 'production'

var token = uniqueString(subscription().id, name, location)
var siteName = siteNameOf(name)
var appName = '${siteName}-${take(token, 6)}'
var tags = { 'azd-env-name': name }
var startOfBudget = empty(budgetStart) ? thisMonth : budgetStart

// Known beforehand, because Front Door and the app each have to know the other.
var appHostName = '${appName}.azurewebsites.net'

var inFront = frontDoor
  ? true
  : empty(customDomain)
      ? false
      : fail('A custom domain needs Front Door: set frontDoor to true, or leave customDomain empty.')

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  // Two environments whose names differ only in what was mended do not share a group.
  name: 'rg-${siteName == name ? name : appName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { location: location, token: token, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    appPrincipalId: identity.outputs.principalId
    dailyLogQuotaGb: dailyLogQuotaGb
  }
}

module privateNetwork 'modules/network.bicep' = if (virtualNetwork) {
  scope: group
  params: { location: location, token: token, tags: tags }
}

var network = virtualNetwork ? privateNetwork!.outputs.appSubnetId : ''

module contentStorage 'modules/content-storage.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    sku: contentRedundancy
    network: network
    editorsAddresses: editorsAddresses
    deleteLock: deleteLock
    keepVersionsDays: keepVersionsDays
    appPrincipalId: identity.outputs.principalId
    editorsId: editorsId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    sku: contentRedundancy
    network: network
    appPrincipalId: identity.outputs.principalId
  }
}

module eventTopic 'modules/event-topic.bicep' = {
  scope: group
  params: { location: location, token: token, tags: tags, contentAccount: contentStorage.outputs.name }
}

module frontDoorInFront 'modules/front-door.bicep' = if (inFront) {
  scope: group
  params: {
    token: token
    tags: tags
    originHostName: appHostName
    customDomain: customDomain
    appPrincipalId: identity.outputs.principalId
    corsOrigins: empty(corsOrigins) || corsOrigins == '*' ? [] : map(split(corsOrigins, ','), origin => trim(origin))
  }
}

var siteUrl = 'https://${inFront ? frontDoorInFront!.outputs.hostName : appHostName}'

module app 'modules/app.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    name: appName
    identity: { id: identity.outputs.id, clientId: identity.outputs.clientId }
    content: {
      blob: contentStorage.outputs.blobEndpoint
      queue: contentStorage.outputs.queueEndpoint
      table: contentStorage.outputs.tableEndpoint
    }
    host: {
      blob: hostStorage.outputs.blobEndpoint
      queue: hostStorage.outputs.queueEndpoint
      table: hostStorage.outputs.tableEndpoint
    }
    packagesUrl: hostStorage.outputs.packagesUrl
    insightsConnectionString: monitoring.outputs.insightsConnectionString
    siteUrl: siteUrl
    network: network
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    frontDoor: inFront ? { id: frontDoorInFront!.outputs.id, endpointId: frontDoorInFront!.outputs.endpointId } : null
    entraClientId: entraClientId
    ghostContentKeys: ghostContentKeys
    previewKeys: previewKeys
    webhookKeys: webhookKeys
    corsOrigins: corsOrigins
    otlpEndpoint: otlpEndpoint
    otlpHeaders: otlpHeaders
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    alertEmail: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    topicId: eventTopic.outputs.id
    appId: app.outputs.id
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0) {
  scope: group
  params: { amount: monthlyBudget, start: startOfBudget, alertEmail: alertEmail }
}

module deployer 'modules/deployer.bicep' = if (!empty(githubRepository)) {
  scope: group
  params: {
    location: location
    token: token
    tags: tags
    githubRepository: githubRepository
    githubEnvironment: githubEnvironment
    contentAccount: contentStorage.outputs.name
    topicName: eventTopic.outputs.name
    appName: app.outputs.name
  }
}

// Named as azd keeps them in its environment, where the hooks and the deploy workflow read them.
output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_SUBSCRIPTION_ID string = subscription().subscriptionId
output AZURE_TENANT_ID string = tenant().tenantId
output BUDGET_START string = startOfBudget
output CONTENT_ACCOUNT string = contentStorage.outputs.name
output EVENT_TOPIC string = eventTopic.outputs.name
output FUNCTION_APP string = appName
output FUNCTION_APP_HOST string = app.outputs.hostName
output SERVICE_APP_NAME string = appName
output SITE_URL string = siteUrl
output DEPLOY_CLIENT_ID string = empty(githubRepository) ? '' : deployer!.outputs.clientId
output DOMAIN_VALIDATION string = inFront ? frontDoorInFront!.outputs.domainValidation : ''
output ENTRA_CREDENTIAL_SUBJECT string = identity.outputs.principalId
