// The identity under which the deploy workflow signs in, by GitHub's word instead of a secret.
import { contentContainer } from 'names.bicep'
import {
  eventGridContributor
  storageBlobDataContributor
  websiteContributor
} from 'roles.bicep'

@description('Where everything is.')
param location string

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('The repository that deploys, as owner/name.')
param githubRepository string

@description('The GitHub environment whose jobs may deploy.')
param githubEnvironment string

@description('Name of the content account.')
param contentAccount string

@description('Name of the Event Grid topic of that account.')
param topicName string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: contentAccount

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource content 'containers' existing = {
      name: contentContainer
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-deploy-${token}'
  location: location

  resource github 'federatedIdentityCredentials' = {
    name: 'github'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:${githubRepository}:environment:${githubEnvironment}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource deploysApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, identity.id, websiteContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', websiteContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource subscribes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(topic.id, identity.id, eventGridContributor)
  scope: topic
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', eventGridContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// The smoke test uploads a post and takes it down again.
resource uploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::content.id, identity.id, storageBlobDataContributor)
  scope: account::blobs::content
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

output clientId string = identity.properties.clientId
