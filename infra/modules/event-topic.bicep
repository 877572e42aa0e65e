// The content account's events. The subscriptions are made after the first deployment: see ../subscriptions.bicep.
import { contentEventsQueue, deadLetterContainer } from 'names.bicep'
import { storageBlobDataContributor, storageQueueDataMessageSender } from 'roles.bicep'

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('Name of the content account.')
param contentAccount string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: contentAccount

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource contentEvents 'queues' existing = {
      name: contentEventsQueue
    }
  }

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource deadLetters 'containers' existing = {
      name: deadLetterContainer
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'evgt-${token}'
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: account.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource topicSends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::queueService::contentEvents.id, topic.id, storageQueueDataMessageSender)
  scope: account::queueService::contentEvents
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataMessageSender)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource topicBuries 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::deadLetters.id, topic.id, storageBlobDataContributor)
  scope: account::blobs::deadLetters
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

output name string = topic.name
output id string = topic.id
