// The account of everything that must not be lost: what editors upload, what is made from it, the index, the events.
import {
  contentContainer
  deadLetterContainer
  indexTable
  keysContainer
  queues
  renderedContainer
} from 'names.bicep'
import {
  storageBlobDataContributor
  storageQueueDataContributor
  storageTableDataContributor
} from 'roles.bicep'

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
@minLength(13)
@maxLength(13)
param token string

@description('How often Azure keeps the data, and how far apart.')
param sku string

@description('Subnet that alone reaches the account, beside the addresses below; empty where everybody may who signs in.')
param network string

@description('With such a subnet: addresses or ranges from which editors reach the account, separated by commas.')
param editorsAddresses string

@description('Whether a lock keeps the account from being deleted.')
param deleteLock bool

@description('Days for which an overwritten or deleted file in the content container can be had back.')
param keepVersionsDays int

@description('Principal of the function app.')
param appPrincipalId string

@description('Object id of the person, or better the group, that may upload; empty for nobody.')
param editorsId string

@description('The workspace that gets the record of who wrote and deleted what.')
param workspaceId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: 'st${token}'
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
      // Event Grid and what else of Azure's own has a role here.
      bypass: 'AzureServices'
      defaultAction: empty(network) ? 'Allow' : 'Deny'
      virtualNetworkRules: empty(network) ? [] : [{ id: network }]
      ipRules: map(
        filter(split(empty(network) ? '' : editorsAddresses, ','), address => !empty(trim(address))),
        address => { value: trim(address) }
      )
    }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (deleteLock) {
  name: 'content-stays'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Holds what editors wrote. Take a copy before this lock is taken away.' }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource content 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: contentContainer
}

resource rendered 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: renderedContainer
}

// The editors' keys, as hashes: beside the content, so that whoever may write that cannot make one.
resource keys 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: keysContainer
}

resource deadLetters 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: deadLetterContainer
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource queue 'Microsoft.Storage/storageAccounts/queueServices/queues@2025-06-01' = [
  for name in queues: {
    parent: queueService
    name: name
  }
]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-06-01' = {
  parent: account
  name: 'default'
}

resource index 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-06-01' = {
  parent: tableService
  name: indexTable
}

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-06-01' = {
  parent: account
  name: 'default'
  dependsOn: [blobs]
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions-of-content'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${contentContainer}/'] }
            actions: {
              version: { delete: { daysAfterCreationGreaterThan: keepVersionsDays } }
              snapshot: { delete: { daysAfterCreationGreaterThan: keepVersionsDays } }
            }
          }
        }
        {
          // What the sweep removed lives on as a version; it can be made again from its source.
          name: 'orphans-of-rendered'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${renderedContainer}/'] }
            actions: { version: { delete: { daysAfterCreationGreaterThan: 7 } } }
          }
        }
        {
          name: 'old-dead-letters'
          type: 'Lifecycle'
          definition: {
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['${deadLetterContainer}/'] }
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } }
              version: { delete: { daysAfterCreationGreaterThan: 90 } }
            }
          }
        }
      ]
    }
  }
}

// Who wrote or deleted what and when; the alerts on lag and poison read it too. Reads are not recorded: they cost most.
resource blobRecord 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes-and-deletes'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource queueRecord 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'writes'
  scope: queueService
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

// The desk saves into the content container, so the app writes there too.
resource appContent 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(content.id, appPrincipalId, storageBlobDataContributor)
  scope: content
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource appRendered 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(rendered.id, appPrincipalId, storageBlobDataContributor)
  scope: rendered
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource appKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(keys.id, appPrincipalId, storageBlobDataContributor)
  scope: keys
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

resource appQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (name, i) in queues: {
    name: guid(queue[i].id, appPrincipalId, storageQueueDataContributor)
    scope: queue[i]
    properties: {
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
    }
  }
]

resource appIndex 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(index.id, appPrincipalId, storageTableDataContributor)
  scope: index
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
  }
}

// No principalType: it may be a person, a group or a pipeline, and it exists already, so Azure finds out by itself.
resource editorsContent 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(editorsId)) {
  name: guid(content.id, editorsId, storageBlobDataContributor)
  scope: content
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: editorsId
  }
}

output name string = account.name
output id string = account.id
output blobEndpoint string = account.properties.primaryEndpoints.blob
output queueEndpoint string = account.properties.primaryEndpoints.queue
output tableEndpoint string = account.properties.primaryEndpoints.table
