# To be sourced: starts an Azurite in memory on free ports, from $work, and sets $connection and $azurite (its process).
# It runs for as long as its standard input stays open, and that is held open by descriptor 3 of the script.
azurite_folder=src/KapFunctions.Standalone/Azurite
[ -d "$azurite_folder/node_modules" ] || npm ci --prefix "$azurite_folder" --silent --ignore-scripts
mkfifo "$work/stdin"
exec 3<>"$work/stdin"
(cd "$azurite_folder" &&
  exec node start.cjs --silent --disableTelemetry --skipApiVersionCheck --inMemoryPersistence \
    --blobPort 0 --queuePort 0 --tablePort 0 <"$work/stdin" >"$work/azurite" 3>&-) &
azurite=$!
until [ "$(grep -c 'listens on\|successfully listening' "$work/azurite" 2>/dev/null || true)" -ge 3 ]; do sleep 0.2; done
azurite_address() { grep -i "$1 service.*listen" "$work/azurite" | grep -oE 'https?://[0-9.:]+' | head -1; }
# The emulator's own key, which is no secret: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
azurite_key='Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='
connection="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=$azurite_key"
for service in Blob Queue Table; do
  connection+=";${service}Endpoint=$(azurite_address $service)/devstoreaccount1"
done
