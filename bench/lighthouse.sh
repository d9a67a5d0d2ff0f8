#!/usr/bin/env bash
# lighthouse.sh [ADDRESS]: Lighthouse's mobile profile on home, an announcement, the stock page, a contract and a search, three runs
# each and the median kept; what is below 100 is named with the audits that cost it. Without ADDRESS a portal is published and
# started on the repository's content. Needs Node.js with npm, curl and Chromium. Write the figures down in bench/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need node npm curl
export CHROME_PATH=${CHROME_PATH:-$(command -v chromium || command -v google-chrome || true)}
[ -n "$CHROME_PATH" ] || { echo "missing: chromium" >&2; exit 1; }
npm install --silent --no-fund --no-audit --prefix "$work/tool" lighthouse@13.5.0
address=${1:-}
if [ -z "$address" ]; then
  publish
  port=$(free_port)
  start All "$port"
  address=http://127.0.0.1:$port
fi
for page in / /news/microsoft-ai-cloud-contract /stock /contracts/microsoft-ai-cloud "/search?q=gpu"; do
  for run in 1 2 3; do
    "$work/tool/node_modules/.bin/lighthouse" "$address$page" --quiet --output json --output-path "$work/run$run.json" \
      --chrome-flags="--headless=new --no-sandbox --disable-dev-shm-usage" >/dev/null
  done
  node bench/lighthouse.mjs "$page" "$work"/run{1,2,3}.json
done
