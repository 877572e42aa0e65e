using '../../../infra/subscriptions.bicep'

param contentAccount = 'stexample'
param topicName = 'evgt-example'
param appName = 'practice-example'
param appHostName = 'practice-example.azurewebsites.net'
