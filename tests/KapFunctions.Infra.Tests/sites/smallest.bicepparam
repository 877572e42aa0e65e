using '../../../infra/main.bicep'

param name = 'practice'
param location = 'swedencentral'
param budgetStart = '2026-11-01'
