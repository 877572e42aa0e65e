// Ids of Azure's built-in roles: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
// A test compares them with a table of names and ids.

@export()
var storageBlobDataOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'

@export()
var storageBlobDataContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

@export()
var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'

@export()
var storageQueueDataMessageSender = 'c6a89b2d-59bc-44d0-9896-0f6e12d7b80a'

@export()
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

@export()
var monitoringMetricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'

@export()
var websiteContributor = 'de139f84-1756-47ae-9be6-808fbbe84772'

@export()
var reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

// Only named as the addressee of alerts; nothing is given it.
@export()
var owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
