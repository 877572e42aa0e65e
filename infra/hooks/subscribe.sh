#!/bin/sh
# Subscribes the function app to the events of the content container, unless it is already.
# After the app's key for events was renewed: infra/hooks/subscribe.sh --renew
set -eu
cd "$(dirname "$0")/../.."

for name in AZURE_SUBSCRIPTION_ID AZURE_RESOURCE_GROUP CONTENT_ACCOUNT EVENT_TOPIC FUNCTION_APP FUNCTION_APP_HOST; do
  eval "value=\${$name:-}"
  if [ -z "$value" ]; then
    echo "$name is not set. Run this through azd (azd hooks run postdeploy), or set it from 'azd env get-values'." >&2
    exit 1
  fi
done
if ! command -v az >/dev/null; then
  echo "The Azure CLI (az) is not installed: https://aka.ms/azure-cli. Then: azd hooks run postdeploy" >&2
  exit 1
fi

subscribed() {
  for name in created-to-publish-content deleted-to-content-events; do
    state=$(az eventgrid system-topic event-subscription show --subscription "$AZURE_SUBSCRIPTION_ID" \
      --resource-group "$AZURE_RESOURCE_GROUP" --system-topic-name "$EVENT_TOPIC" --name "$name" \
      --query provisioningState --output tsv 2>/dev/null) || return 1
    [ "$state" = Succeeded ] || return 1
  done
}

subscribe() {
  az deployment group create --subscription "$AZURE_SUBSCRIPTION_ID" --resource-group "$AZURE_RESOURCE_GROUP" \
    --name subscriptions --template-file infra/subscriptions.bicep --output none \
    --parameters contentAccount="$CONTENT_ACCOUNT" topicName="$EVENT_TOPIC" appName="$FUNCTION_APP" \
    appHostName="$FUNCTION_APP_HOST"
}

if [ "${1:-}" != --renew ] && subscribed; then
  echo "The app is subscribed to the content container's events."
  exit 0
fi

# The host makes its key for events when the blob extension first starts, and rights need minutes to reach everywhere.
for try in 1 2 3 4 5 6 7 8 9 10; do
  if subscribe; then
    echo "Subscribed the app to the content container's events."
    exit 0
  fi
  echo "Try $try of 10 failed; the app may still be starting. The next one follows in 30 seconds." >&2
  sleep 30
done
echo "The app could not be subscribed. Uploads appear within five minutes, by the reconcile, until it is:" >&2
echo "see 'Events do not arrive' in docs/operations.md, then run: azd hooks run postdeploy" >&2
exit 1
