// Names shared with the code, most of them with src/KapFunctions.Storage/Account/StorageNames.cs. A test compares the two.

@export()
var contentContainer = 'content'

@export()
var renderedContainer = 'rendered'

@export()
var keysContainer = 'keys'

@export()
var indexTable = 'kapindex'

@export()
var contentEventsQueue = 'content-events'

@export()
var webhookQueue = 'webhook-deliveries'

// The host makes a queue's poison queue by appending -poison.
@export()
var queues = [
  contentEventsQueue
  '${contentEventsQueue}-poison'
  webhookQueue
  '${webhookQueue}-poison'
  'webjobs-blobtrigger-poison'
]

// Events that Event Grid could not deliver.
@export()
var deadLetterContainer = 'dead-letters'

// Released packages of the function app, in the host's account.
@export()
var packageContainer = 'packages'

// The prefix of the app settings that say where the content account is.
@export()
var contentConnection = 'ContentStorage'

// What pages of other origins may read besides the body: src/KapFunctions/Http/Cors.cs.
@export()
var exposedHeaders = 'Content-Version, ETag, Location, Retry-After, X-Correlation-Id'
