#!/usr/bin/env bash
# Keeps every answer of the site and of both APIs as a file, so that two builds can be compared byte for byte:
#   tests/keep-answers.sh before FOLDER…      # the samples, and the Markdown of these folders besides
#   … change the code …
#   tests/keep-answers.sh after FOLDER…
#   diff -r before after
# Each file holds status, headers and body. What differs by nature is left out: dates, correlation ids, nonces, and the log,
# whose epoch is made at random.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "${1:?where the answers go}"
out=$(cd "$1" && pwd)
shift
work=$(mktemp -d)
finish() {
  for process in "${site:-}" "${azurite:-}"; do [ -z "$process" ] || kill "$process" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap finish EXIT

# Content with a date of its own each: files without one are dated by their first upload, which two runs do not share.
mkdir -p "$work/content"
cp -r "$root/samples/content/." "$work/content"
for folder in "$@"; do
  mkdir -p "$work/content/posts/$(basename "$folder")"
  cp "$folder"/*.md "$work/content/posts/$(basename "$folder")"
done
cd "$root"
source tests/azurite.sh
dotnet build src/KapFunctions.Standalone --configuration Release --verbosity quiet -nologo -clp:ErrorsOnly
export ContentStorage=$connection Editor__OwnerKey=0123456789abcdef0123456789abcdef
(exec dotnet src/KapFunctions.Standalone/bin/Release/net10.0/KapFunctions.Standalone.dll \
  --no-azurite --content "$work/content" --urls http://127.0.0.1:0 >"$work/screen" 2>&1 3>&-) &
site=$!
files=$(find "$work/content/posts" "$work/content/pages" -name '*.md' | wc -l)
until base=$(grep -oE 'http://127\.0\.0\.1:[0-9]+' "$work/screen" | head -1) && [ -n "$base" ]; do sleep 0.2; done
key='x-functions-key: 0123456789abcdef0123456789abcdef'
settled() { curl -s -H "$key" "$base/api/editor/posts" | grep -o '"path"' | wc -l; }
until [ "$(settled)" -ge "$files" ]; do sleep 0.5; done
sleep 3

# Every address that the site tells of, followed through, and for each post both APIs.
slugs=$(curl -s "$base/api/posts?limit=all&fields=slug" "$base/api/pages?limit=all&fields=slug" | grep -oE '"slug":"[^"]+"' | cut -d'"' -f4 | sort -u)
{
  curl -s "$base/sitemap.xml" | grep -oE '<loc>[^<]+' | cut -c6- | sed -E 's#^https?://[^/]+##'
  for slug in $slugs; do
    printf '%s\n' "/$slug/" "/api/posts/$slug" "/api/pages/$slug" "/api/posts/$slug/html" "/api/posts/$slug/source" \
      "/ghost/api/content/posts/slug/$slug/?key=22444f78447824223cefc48062&include=tags,authors&formats=html,plaintext"
  done
  for list in posts pages tags authors; do
    printf '%s\n' "/api/$list" "/api/$list?limit=all" "/api/$list?limit=5&page=2" "/api/$list?filter=nonsense:" \
      "/ghost/api/content/$list/?key=22444f78447824223cefc48062&limit=all" "/ghost/api/content/$list/?limit=3&order=slug%20desc"
  done
  for tag in $(curl -s "$base/api/tags?limit=all" | grep -oE '"slug":"[^"]+"' | cut -d'"' -f4); do
    printf '%s\n' "/tag/$tag/" "/tag/$tag/rss.xml" "/api/tags/$tag" "/api/posts?filter=tag:$tag&fields=title,slug"
  done
  for author in $(curl -s "$base/api/authors?limit=all" | grep -oE '"slug":"[^"]+"' | cut -d'"' -f4); do
    printf '%s\n' "/author/$author/" "/author/$author/rss.xml" "/api/authors/$author"
  done
  (cd "$work/content" && find media -type f | sed 's#^#/#')
  for word in sleep government ketamine nothing-at-all; do printf '%s\n' "/api/search?q=$word" "/search/?q=$word"; done
  printf '%s\n' / /archive/ /search/ /api/archive /api/settings /ghost/api/content/settings/ /rss.xml /atom.xml /feed.json \
    /sitemap.xml /robots.txt /openapi.json /no-such-page/ /api/posts/no-such-post /desk /api/editor/status \
    "/api/posts?limit=0" "/api/posts?filter=published_at:>2015-01-01&order=title%20asc&limit=20" /media/no-such.png
} | sort -u >"$work/addresses"

curl -s -H "$key" "$base/api/editor/problems" >"$out/problems.json"
number=0
while read -r address; do
  number=$((number + 1))
  name=$(printf '%s' "$address" | tr -c 'a-zA-Z0-9._-' '_' | cut -c1-180)
  curl -s -i --path-as-is "$base$address" |
    sed -E -e "s#$base#BASE#g; s/nonce-[A-Za-z0-9+\/=]+/nonce/g; s/nonce=\"[^\"]+\"/nonce/g" \
      -e '/^(Date|X-Correlation-Id|Last-Modified):/Id; s/"correlation_?id":"[^"]+"//Ig' >"$out/$name"
done <"$work/addresses"
echo "$number answers in $out"
