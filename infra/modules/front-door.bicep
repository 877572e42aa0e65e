// A cache all over the world. How long it keeps an answer, the answer says (s-maxage); nothing here overrides that.
import { exposedHeaders } from 'names.bicep'

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('Address of the function app.')
param originHostName string

@description('Domain that readers use; empty for the one that Front Door gives.')
param customDomain string

@description('Principal of the function app, which purges what was unpublished.')
param appPrincipalId string

@description('Websites that may read from a browser; empty where every one may.')
param corsOrigins string[]

resource profile 'Microsoft.Cdn/profiles@2025-06-01' = {
  name: 'afd-${token}'
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  properties: { originResponseTimeoutSeconds: 60 }
}

resource endpoint 'Microsoft.Cdn/profiles/afdEndpoints@2025-06-01' = {
  parent: profile
  name: 'site-${token}'
  location: 'global'
  tags: tags
  properties: { enabledState: 'Enabled' }
}

resource origins 'Microsoft.Cdn/profiles/originGroups@2025-06-01' = {
  parent: profile
  name: 'app'
  properties: {
    // No health probes: with one origin they decide nothing, and they would keep instances awake, and billed.
    loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3, additionalLatencyInMilliseconds: 50 }
  }

  resource app 'origins' = {
    name: 'app'
    properties: {
      hostName: originHostName
      originHostHeader: originHostName
      httpPort: 80
      httpsPort: 443
      priority: 1
      weight: 1000
      enforceCertificateNameCheck: true
    }
  }
}

resource domain 'Microsoft.Cdn/profiles/customDomains@2025-06-01' = if (!empty(customDomain)) {
  parent: profile
  name: empty(customDomain) ? 'none' : replace(customDomain, '.', '-')
  properties: {
    hostName: customDomain
    tlsSettings: { certificateType: 'ManagedCertificate', minimumTlsVersion: 'TLS12' }
  }
}

var domains = empty(customDomain) ? [] : [{ id: domain.id }]

// The cache keeps one answer for all websites, whatever its Vary says: which of them may read it is said here.
resource cors 'Microsoft.Cdn/profiles/ruleSets@2025-06-01' = if (!empty(corsOrigins)) {
  parent: profile
  name: 'cors'

  resource allow 'rules' = [
    for (origin, i) in corsOrigins: {
      name: 'origin${i}'
      properties: {
        // Zero would always apply, whatever the conditions.
        order: i + 1
        matchProcessingBehavior: 'Stop'
        conditions: [
          {
            name: 'RequestHeader'
            parameters: {
              typeName: 'DeliveryRuleRequestHeaderConditionParameters'
              selector: 'Origin'
              operator: 'Equal'
              matchValues: [origin]
            }
          }
        ]
        actions: [
          {
            name: 'ModifyResponseHeader'
            parameters: {
              typeName: 'DeliveryRuleHeaderActionParameters'
              headerAction: 'Overwrite'
              headerName: 'Access-Control-Allow-Origin'
              value: origin
            }
          }
          {
            name: 'ModifyResponseHeader'
            parameters: {
              typeName: 'DeliveryRuleHeaderActionParameters'
              headerAction: 'Overwrite'
              headerName: 'Access-Control-Expose-Headers'
              value: exposedHeaders
            }
          }
        ]
      }
    }
  ]
}

// What the Functions host itself answers, for its operators and for Event Grid, is nothing for readers: neither comes by
// here. However it is spelt, the app is asked for something that it does not have, and says so.
resource closed 'Microsoft.Cdn/profiles/ruleSets@2025-06-01' = {
  parent: profile
  name: 'closed'

  resource host 'rules' = {
    name: 'host'
    properties: {
      order: 1
      matchProcessingBehavior: 'Stop'
      conditions: [
        {
          name: 'UrlPath'
          parameters: {
            typeName: 'DeliveryRuleUrlPathMatchConditionParameters'
            operator: 'RegEx'
            matchValues: ['^/*(admin|runtime)(/|$)']
            transforms: ['UrlDecode', 'Lowercase']
          }
        }
      ]
      actions: [
        {
          name: 'UrlRewrite'
          parameters: {
            typeName: 'DeliveryRuleUrlRewriteActionParameters'
            sourcePattern: '/'
            destination: '/api/closed'
            preserveUnmatchedPath: false
          }
        }
      ]
    }
  }
}

resource cached 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: endpoint
  name: 'readers'
  dependsOn: [origins::app]
  properties: {
    originGroup: { id: origins.id }
    customDomains: domains
    ruleSets: concat([{ id: closed.id }], empty(corsOrigins) ? [] : [{ id: cors.id }])
    patternsToMatch: ['/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
    cacheConfiguration: {
      // Pages, filters and widths of pictures are in the query: each is an answer of its own.
      queryStringCachingBehavior: 'UseQueryString'
      compressionSettings: {
        isCompressionEnabled: true
        contentTypesToCompress: [
          'application/atom+xml'
          'application/feed+json'
          'application/json'
          'application/problem+json'
          'application/rss+xml'
          'application/xml'
          'image/svg+xml'
          'text/css'
          'text/html'
          'text/javascript'
          'text/plain'
          'text/xml'
        ]
      }
    }
  }
}

// These answers forbid caching themselves; a route of their own makes sure that none is ever kept.
resource uncached 'Microsoft.Cdn/profiles/afdEndpoints/routes@2025-06-01' = {
  parent: endpoint
  name: 'editors'
  dependsOn: [origins::app]
  properties: {
    originGroup: { id: origins.id }
    customDomains: domains
    patternsToMatch: ['/api/editor/*', '/api/preview/*', '/api/health/*', '/desk', '/desk/*', '/.auth/*']
    supportedProtocols: ['Http', 'Https']
    httpsRedirect: 'Enabled'
    forwardingProtocol: 'HttpsOnly'
    linkToDefaultDomain: 'Enabled'
  }
}

// No built-in role purges without also changing the profile.
resource purge 'Microsoft.Authorization/roleDefinitions@2022-04-01' = {
  name: guid(resourceGroup().id, 'purge')
  properties: {
    roleName: 'Purge Front Door ${token}'
    description: 'May remove answers from the cache of a Front Door endpoint.'
    type: 'customRole'
    assignableScopes: [resourceGroup().id]
    permissions: [{ actions: ['Microsoft.Cdn/profiles/afdEndpoints/purge/action'] }]
  }
}

resource appPurges 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(endpoint.id, appPrincipalId, purge.id)
  scope: endpoint
  properties: {
    roleDefinitionId: purge.id
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

output id string = profile.properties.frontDoorId
output endpointId string = endpoint.id
output hostName string = empty(customDomain) ? endpoint.properties.hostName : customDomain
output domainValidation string = empty(customDomain) ? '' : domain!.properties.validationProperties.validationToken
