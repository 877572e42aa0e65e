// Each alert has a section in docs/operations.md that says what to do.
import { contentContainer, deadLetterContainer } from 'names.bicep'
import { owner } from 'roles.bicep'

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('Who is told; empty for the owners of the subscription.')
param alertEmail string

@description('The workspace of telemetry and storage records.')
param workspaceId string

@description('The Event Grid topic of the content account.')
param topicId string

@description('The function app.')
param appId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'kap'
    enabled: true
    emailReceivers: empty(alertEmail)
      ? []
      : [{ name: 'operator', emailAddress: alertEmail, useCommonAlertSchema: true }]
    armRoleReceivers: empty(alertEmail)
      ? [
          {
            name: 'owners'
            #disable-next-line use-resource-id-functions // This property takes the bare id.
            roleId: owner
            useCommonAlertSchema: true
          }
        ]
      : []
  }
}

type metricAlert = {
  name: string
  description: string
  severity: int
  scope: string
  namespace: string
  metric: string
  threshold: int
}

// What the platform counts anyway: an alert on it costs a fifth of one on logs, and is told sooner.
var metricAlerts metricAlert[] = [
  {
    name: 'server-errors'
    description: 'Five or more readers or editors were answered with an error (5xx).'
    severity: 1
    scope: appId
    namespace: 'Microsoft.Web/sites'
    metric: 'Http5xx'
    threshold: 4
  }
  {
    name: 'dropped-events'
    description: 'Event Grid gave up on an event and could not keep it either.'
    severity: 2
    scope: topicId
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DroppedEventCount'
    threshold: 0
  }
]

resource metricRule 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in metricAlerts: {
    name: '${alert.name}-${token}'
    location: 'global'
    tags: tags
    properties: {
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [alert.scope]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: alert.namespace
            metricName: alert.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: alert.threshold
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]

// What no metric tells: one rule for all of it, since each rule is paid for. Its result names what is wrong.
resource logRule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'publishing-${token}'
  location: location
  tags: tags
  properties: {
    displayName: 'KapFunctions: publishing'
    description: 'poison-queue, publish-lag, no-reconcile or dead-letters: the result of the query says which.'
    severity: 1
    enabled: true
    scopes: [workspaceId]
    // Every quarter of an hour costs a third of every five minutes.
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: replace(
            replace(loadTextContent('../queries/publishing.kql'), '@container', contentContainer),
            '@letters',
            deadLetterContainer
          )
          timeAggregation: 'Count'
          operator: 'GreaterThanOrEqual'
          threshold: 1
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
    // Storage's table of records comes into being with the first record.
    skipQueryValidation: true
  }
}
