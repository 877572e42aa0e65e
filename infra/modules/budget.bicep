@description('What a month may cost before somebody is told, in the currency of the subscription.')
param amount int

@description('First day of the month in which it was made, as yyyy-MM-01. Azure refuses to change it later.')
param start string

@description('Who is told; empty for the owners of the subscription.')
param alertEmail string

var told = empty(alertEmail)
  ? { contactEmails: [], contactRoles: ['Owner'] }
  : { contactEmails: [alertEmail], contactRoles: [] }

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: 'monthly'
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: start }
    notifications: {
      actual80: union(told, { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 80, thresholdType: 'Actual' })
      forecast100: union(told, {
        enabled: true
        operator: 'GreaterThanOrEqualTo'
        threshold: 100
        thresholdType: 'Forecasted'
      })
    }
  }
}
