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

once BUDGET_START "$(date -u +%Y-%m-01)"
# A key's name says when it was made.
once PREVIEW_KEYS "$(date -u +%Y%m%d):$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
once WEBHOOK_KEYS "$(date -u +%Y%m%d):$(head -c 32 /dev/urandom | base64 | tr -d '\n')"
