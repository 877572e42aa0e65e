// The identity under which the deploy workflow signs in, by GitHub's word instead of a secret.
import { contentContainer } from 'names.bicep'
import {
  reader
  storageBlobDataContributor
  websiteContributor
} from 'roles.bicep'

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

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

@description('Name of the function app.')
param appName string

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
  tags: tags

  resource github 'federatedIdentityCredentials' = {
    name: 'github'
    properties: {
      issuer: 'https://token.actions.githubusercontent.com'
      subject: 'repo:${githubRepository}:environment:${githubEnvironment}'
      audiences: ['api://AzureADTokenExchange']
    }
  }
}

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource plan 'Microsoft.Web/serverfarms@2025-03-01' existing = {
  name: 'plan-${token}'
}

resource deploysApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(app.id, identity.id, websiteContributor)
  scope: app
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', websiteContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// `az functionapp deployment` looks up which kind of plan the app has.
resource seesPlan 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(plan.id, identity.id, reader)
  scope: plan
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Whether the app is subscribed; who subscribes it is whoever provisions.
resource seesSubscriptions 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(topic.id, identity.id, reader)
  scope: topic
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', reader)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

var blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

// The smoke test uploads a post and takes it down again: this one, and no other file.
resource uploads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::content.id, identity.id, storageBlobDataContributor)
  scope: account::blobs::content
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageBlobDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    conditionVersion: '2.0'
    condition: '@Resource[${blobs}:path] StringEquals \'posts/kap-smoke-test.md\''
  }
}

output clientId string = identity.properties.clientId
