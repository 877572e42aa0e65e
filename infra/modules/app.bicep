import { contentConnection } from 'names.bicep'

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('Name of the function app, and with it its address.')
param name string

@description('Identity under which the app does everything.')
param identity appIdentity

@description('Where the content account is.')
param content storageEndpoints

@description('Where the host account is.')
param host storageEndpoints

@description('Address of the container of released packages.')
param packagesUrl string

@description('Where telemetry goes.')
param insightsConnectionString string

@description('Where this API answers, as the world sees it.')
param siteUrl string

@description('Subnet from which the app reaches storage; empty for none.')
param network string

@description('Memory of an instance, in MB.')
param instanceMemoryMB int

@description('At most this many instances, which bounds what a flood of requests can cost.')
param maximumInstanceCount int

@description('Instances that are kept warm for readers.')
param alwaysReadyInstances int

@description('Front Door that alone may reach the app, with the events; null where the app is reached directly.')
param frontDoor frontDoorInFront?

@description('Application (client) id of the Entra registration that editors sign in to; empty where editors have keys of the site.')
param entraClientId string

@description('Keys that Ghost clients may read with, separated by commas; empty to take any well-formed one.')
@secure()
param ghostContentKeys string

@description('Sign preview links, name:base64 each, separated by commas; empty for no previews.')
@secure()
param previewKeys string

@description('Sign deliveries to webhooks, in the same form; empty for no deliveries.')
@secure()
param webhookKeys string

@description('Websites that may read from a browser, separated by commas; empty for every one.')
param corsOrigins string

@description('OpenTelemetry collector that the app tells of itself besides Application Insights; empty for none.')
param otlpEndpoint string

@description('What that collector wants in its headers, as name=value, separated by commas.')
@secure()
param otlpHeaders string

type appIdentity = { id: string, clientId: string }
type storageEndpoints = { blob: string, queue: string, table: string }
type frontDoorInFront = { id: string, endpointId: string }

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

var managedIdentityInsteadOfSecret = 'OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID'

var onlyFrontDoorAndEvents = [
  {
    name: 'front-door'
    priority: 100
    action: 'Allow'
    tag: 'ServiceTag'
    ipAddress: 'AzureFrontDoor.Backend'
    headers: { 'x-azure-fdid': [frontDoor.?id ?? ''] }
  }
  {
    name: 'event-grid'
    priority: 200
    action: 'Allow'
    tag: 'ServiceTag'
    ipAddress: 'AzureEventGrid'
  }
]

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  kind: 'functionapp,linux'
  tags: union(tags, { 'azd-service-name': 'app' })
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    virtualNetworkSubnetId: empty(network) ? null : network
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUrl
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
        // Answers come from memory: an instance serves many readers at once.
        triggers: { http: { perInstanceConcurrency: 100 } }
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      // No cors: the platform would answer preflights itself, and the code knows the rules.
      appSettings: [
        { name: 'AzureWebJobsStorage__blobServiceUri', value: host.blob }
        { name: 'AzureWebJobsStorage__queueServiceUri', value: host.queue }
        { name: 'AzureWebJobsStorage__tableServiceUri', value: host.table }
        { name: 'AzureWebJobsStorage__credential', value: 'managedidentity' }
        { name: 'AzureWebJobsStorage__clientId', value: identity.clientId }
        // The catch-all function serves the home page.
        { name: 'AzureWebJobsDisableHomepage', value: 'true' }
        // What is larger than the app takes is told so by the app; beyond this the host answers with an empty 500. The
        // front of the platform takes no more.
        { name: 'FUNCTIONS_REQUEST_BODY_SIZE_LIMIT', value: '210000000' }
        // Said, not derived: what the host keeps under its id outlives a change of names.
        { name: 'AzureFunctionsWebHost__hostid', value: name }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insightsConnectionString }
        { name: 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING', value: 'ClientId=${identity.clientId};Authorization=AAD' }
        { name: '${contentConnection}__blobServiceUri', value: content.blob }
        { name: '${contentConnection}__queueServiceUri', value: content.queue }
        { name: '${contentConnection}__tableServiceUri', value: content.table }
        { name: '${contentConnection}__credential', value: 'managedidentity' }
        { name: '${contentConnection}__clientId', value: identity.clientId }
        { name: 'Site__Url', value: siteUrl }
        // An empty one counts as not set.
        { name: 'Ghost__ContentKeys', value: ghostContentKeys }
        { name: 'Preview__Keys', value: previewKeys }
        { name: 'Webhooks__Keys', value: webhookKeys }
        { name: 'Cors__Origins', value: corsOrigins }
        { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
        { name: 'OTEL_EXPORTER_OTLP_HEADERS', value: otlpHeaders }
        { name: 'OTEL_EXPORTER_OTLP_PROTOCOL', value: 'http/protobuf' }
        { name: 'Editor__Entra__TenantId', value: empty(entraClientId) ? '' : tenant().tenantId }
        { name: 'Editor__Entra__ClientId', value: entraClientId }
        { name: 'Cdn__FrontDoorEndpointId', value: frontDoor.?endpointId ?? '' }
        // The identity vouches for the sign-in, so that the Entra registration needs no secret:
        // https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad
        { name: managedIdentityInsteadOfSecret, value: identity.clientId }
      ]
      ipSecurityRestrictionsDefaultAction: frontDoor == null ? 'Allow' : 'Deny'
      ipSecurityRestrictions: frontDoor == null ? [] : onlyFrontDoorAndEvents
      scmIpSecurityRestrictionsUseMain: false
    }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  // It checks tokens and says in a header who called; it lets everybody pass, since readers need not sign in.
  // Who may edit is decided in the code.
  resource signIn 'config' = if (!empty(entraClientId)) {
    name: 'authsettingsV2'
    properties: {
      platform: { enabled: true }
      globalValidation: {
        requireAuthentication: false
        unauthenticatedClientAction: 'AllowAnonymous'
      }
      httpSettings: {
        requireHttps: true
        forwardProxy: { convention: frontDoor == null ? 'NoProxy' : 'Standard' }
      }
      login: { tokenStore: { enabled: false } }
      identityProviders: {
        azureActiveDirectory: {
          enabled: true
          registration: {
            openIdIssuer: '${environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0'
            clientId: entraClientId
            clientSecretSettingName: managedIdentityInsteadOfSecret
          }
          validation: { allowedAudiences: [entraClientId, 'api://${entraClientId}'] }
        }
      }
    }
  }
}

output id string = app.id
output name string = app.name
output hostName string = app.properties.defaultHostName
