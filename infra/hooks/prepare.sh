#!/bin/sh
# Gives the azd environment what a site needs once and keeps for good. What is set already stays.
set -eu
values=$(azd env get-values)

# once NAME VALUE
once() {
  case "$values" in
    *"$1="*) ;;
    *) azd env set "$1" "$2" ;;
  esac
}

# A key's name says when it was made.
once PREVIEW_KEYS "$(date -u +%Y%m%d):$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
once WEBHOOK_KEYS "$(date -u +%Y%m%d):$(head -c 32 /dev/urandom | base64 | tr -d '\n')"

# What would fail later, said before anything is made. Without az, or before it signed in, nobody knows.
subscription=${AZURE_SUBSCRIPTION_ID:-}
if [ -z "$subscription" ] || ! command -v az >/dev/null || ! az account show --subscription "$subscription" --output none 2>/dev/null; then
  exit 0
fi

if [ -n "${AZURE_LOCATION:-}" ]; then
  regions=$(az functionapp list-flexconsumption-locations --query '[].name' --output tsv 2>/dev/null | tr -d ' ' | tr '[:upper:]' '[:lower:]') || regions=
  if [ -n "$regions" ] && ! echo "$regions" | grep --quiet --line-regexp "$AZURE_LOCATION"; then
    echo "$AZURE_LOCATION has no Flex Consumption. Take another region with azd env set AZURE_LOCATION …:" >&2
    echo "$regions" | paste -s -d ' ' - >&2
    exit 1
  fi
fi

# Some kinds of subscription have no budgets, and a deployment with one fails there.
if ! az consumption budget list --subscription "$subscription" --output none 2>/dev/null; then
  case "$values" in
    *MONTHLY_BUDGET=*) ;;
    *)
      echo "This subscription does not answer about budgets, so none is made. To have one: azd env set MONTHLY_BUDGET 20" >&2
      azd env set MONTHLY_BUDGET 0
      ;;
  esac
fi
