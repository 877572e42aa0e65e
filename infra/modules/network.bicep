// A network of the app alone. Storage knows the app by the subnet (a service endpoint, which costs nothing), so that it
// can refuse everybody else; nothing in here needs an address of its own.

@description('Where everything is.')
param location string

@description('What azd finds its resources by.')
param tags object

@description('Ends every name, so that names are unique in Azure.')
param token string

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: 'vnet-${token}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.0.0.0/22'] }
  }

  resource app 'subnets' = {
    name: 'app'
    properties: {
      // Flex Consumption wants a subnet of its own; each instance takes an address of it.
      addressPrefix: '10.0.0.0/22'
      delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
      serviceEndpoints: [{ service: 'Microsoft.Storage' }]
    }
  }
}

output appSubnetId string = network::app.id
