// The two ways in which the app hears of the content container. They are made after a deployment, not with the rest:
// Event Grid shakes hands with the running app, whose key for it exists only once its blob extension has started.
import {
  contentContainer
  contentEventsQueue
  deadLetterContainer
} from 'modules/names.bicep'

@description('Name of the content account.')
param contentAccount string

@description('Name of the Event Grid topic of that account.')
param topicName string

@description('Name of the function app.')
param appName string

@description('Address of the function app itself, not of a cache in front of it.')
param appHostName string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: contentAccount
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

// Without /blobs/ a prefix matches every container whose name begins so.
var contentSubject = '/blobServices/default/containers/${contentContainer}/blobs/'

var deadLetter = {
  identity: { type: 'SystemAssigned' }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: {
      resourceId: account.id
      blobContainerName: deadLetterContainer
    }
  }
}

// A day of tries; what is lost after that, the reconcile finds.
var retries = {
  eventTimeToLiveInMinutes: 1440
  maxDeliveryAttempts: 30
}

resource created 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'created-to-publish-content'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${appHostName}/runtime/webhooks/blobs?functionName=Host.Functions.PublishContent&code=${listKeys('${app.id}/host/default', '2025-03-01').systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
        preferredBatchSizeInKilobytes: 64
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: contentSubject
      isSubjectCaseSensitive: true
      advancedFilters: [
        {
          // What is not whole yet is left out, rather than what is whole listed: whichever way a file came, it is live
          // in seconds.
          operatorType: 'StringNotIn'
          key: 'data.api'
          values: ['CreateFile', 'SftpCreate', 'SftpWrite']
        }
      ]
    }
    deadLetterWithResourceIdentity: deadLetter
    retryPolicy: retries
  }
}

resource deleted 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'deleted-to-content-events'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: account.id
          queueName: contentEventsQueue
          queueMessageTimeToLiveInSeconds: 604800
        }
      }
    }
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobDeleted']
      subjectBeginsWith: contentSubject
      isSubjectCaseSensitive: true
    }
    deadLetterWithResourceIdentity: deadLetter
    retryPolicy: retries
  }
}
