// The Functions host's own account: locks of timers, keys, its queue of blob events, and the released packages.
// Apart from the content, so that the host's wide roles do not reach it.
import { packageContainer } from 'names.bicep'
import {
  storageBlobDataOwner
  storageQueueDataContributor
  storageTableDataContributor
} from 'roles.bicep'

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('How often Azure keeps the data, and how far apart: as the content, since without its keys and packages no app serves it.')
param sku string

@description('Subnet that alone reaches the account; empty where everybody may who signs in.')
param network string

@description('Principal of the function app.')
param appPrincipalId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'sthost${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: empty(network) ? 'Allow' : 'Deny'
      virtualNetworkRules: empty(network) ? [] : [{ id: network }]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: packageContainer
}

// What the host asks of its account, whatever the triggers:
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
var hostRoles = [
  storageBlobDataOwner
  storageQueueDataContributor
  storageTableDataContributor
]

resource appHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in hostRoles: {
    name: guid(account.id, appPrincipalId, role)
    scope: account
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

output packagesUrl string = '${account.properties.primaryEndpoints.blob}${packageContainer}'
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
