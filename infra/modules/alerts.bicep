// Each alert has a section in docs/operations.md that says what to do.
import { contentContainer } from 'names.bicep'
import { owner } from 'roles.bicep'

@description('Where everything is.')
param location string

@description('Ends every name, so that names are unique in Azure.')
param token string

@description('Who is told; empty for the owners of the subscription.')
param alertEmail string

@description('The workspace of telemetry and storage records.')
param workspaceId string

@description('The Event Grid topic of the content account.')
param topicId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
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

type logAlert = {
  name: string
  description: string
  severity: int
  query: string
  operator: 'GreaterThanOrEqual' | 'LessThan'
  threshold: int
  @description('How far back each evaluation looks.')
  window: string
}

var logAlerts logAlert[] = [
  {
    name: 'server-errors'
    description: 'Readers or editors were answered with an error of ours (5xx).'
    severity: 1
    query: 'AppRequests | where toint(ResultCode) between (500 .. 599)'
    operator: 'GreaterThanOrEqual'
    threshold: 5
    window: 'PT15M'
  }
  {
    name: 'poison-queue'
    description: 'A blob event or a queue message failed five times and was set aside.'
    severity: 1
    query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "-poison/messages"'
    operator: 'GreaterThanOrEqual'
    threshold: 1
    window: 'PT15M'
  }
  {
    name: 'publish-lag'
    description: 'A file took more than five minutes from its upload to being live.'
    severity: 2
    query: replace(loadTextContent('../queries/publish-lag.kql'), '@container', contentContainer)
    operator: 'GreaterThanOrEqual'
    threshold: 1
    window: 'PT1H'
  }
  {
    name: 'no-reconcile'
    description: 'The repair that bounds every delay has not succeeded for half an hour.'
    severity: 1
    query: 'AppRequests | where Name == "Reconcile" and Success == true'
    operator: 'LessThan'
    threshold: 1
    window: 'PT30M'
  }
]

resource logRule 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: {
    name: '${alert.name}-${token}'
    location: location
    properties: {
      displayName: 'KapFunctions: ${alert.name}'
      description: alert.description
      severity: alert.severity
      enabled: true
      scopes: [workspaceId]
      // Every quarter of an hour costs a third of every five minutes.
      evaluationFrequency: 'PT15M'
      windowSize: alert.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            timeAggregation: 'Count'
            operator: alert.operator
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [people.id] }
      // Storage's table of records comes into being with the first record.
      skipQueryValidation: true
    }
  }
]

var eventAlerts = [
  {
    name: 'dead-letters'
    metric: 'DeadLetteredCount'
    description: 'Event Grid gave up on an event and kept it in the dead-letter container.'
  }
  {
    name: 'dropped-events'
    metric: 'DroppedEventCount'
    description: 'Event Grid gave up on an event and could not keep it either.'
  }
]

resource eventRule 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for alert in eventAlerts: {
    name: '${alert.name}-${token}'
    location: 'global'
    properties: {
      description: alert.description
      severity: 2
      enabled: true
      scopes: [topicId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            criterionType: 'StaticThresholdCriterion'
            name: alert.name
            metricNamespace: 'Microsoft.EventGrid/systemTopics'
            metricName: alert.metric
            timeAggregation: 'Total'
            operator: 'GreaterThan'
            threshold: 0
          }
        ]
      }
      actions: [{ actionGroupId: people.id }]
    }
  }
]
