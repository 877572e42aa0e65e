#!/bin/sh
# Uploads a post to a deployed site, reads it back, takes it down again, and says how long each took.
# The post is dated in the year 2000, so that no front page and no feed shows it. Needs: az login, CONTENT_ACCOUNT, SITE_URL.
set -eu
: "${CONTENT_ACCOUNT:?is not set: see azd env get-values}" "${SITE_URL:?is not set: see azd env get-values}"
slug=kap-smoke-test
mark="smoke-$(date -u +%Y%m%d%H%M%S)-$$"
file=$(mktemp)

blob() {
  command=$1
  shift
  az storage blob "$command" --auth-mode login --account-name "$CONTENT_ACCOUNT" --container-name content \
    --name "posts/$slug.md" --output none "$@"
}

clean() {
  rm -f "$file"
  blob delete >/dev/null 2>&1 || true
}
trap clean EXIT

# until_so WHAT COMMAND…: tries for five minutes, which is one reconcile, should events not arrive.
until_so() {
  what=$1
  shift
  start=$(date +%s)
  while ! "$@"; do
    if [ $(($(date +%s) - start)) -gt 330 ]; then
      echo "Not $what after $(($(date +%s) - start)) s. See docs/operations.md." >&2
      exit 1
    fi
    sleep 2
  done
  echo "$what after $(($(date +%s) - start)) s"
}

is_live() { curl --silent --max-time 30 "$SITE_URL/api/posts/$slug/html" | grep --quiet "$mark"; }
is_gone() {
  case $(curl --silent --max-time 30 --output /dev/null --write-out '%{http_code}' "$SITE_URL/api/posts/$slug/html") in
    404 | 410) true ;;
    *) false ;;
  esac
}

printf -- '---\ntitle: Smoke test\ndate: 2000-01-01\nslug: %s\n---\n\n%s\n' "$slug" "$mark" >"$file"
blob upload --file "$file" --overwrite
until_so live is_live
blob delete
until_so gone is_gone
