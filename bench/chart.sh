#!/usr/bin/env bash
# chart.sh [ROUNDS]: publishes the portal, starts it on empty stores and runs chart.mjs on its stock page. Needs Node.js (with
# npm, which brings the chart's library), curl and Chromium. Write the figures down in bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in node npm curl; do command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }; done
work=$(mktemp -d)
portal=
trap 'kill $portal 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')

dotnet publish IrenPortal -c Release -o "$work/portal" --nologo -v q
Portal__DataDirectory="$work/data" ASPNETCORE_URLS=http://127.0.0.1:$port dotnet "$work/portal/IrenPortal.dll" >"$work/out" 2>"$work/err" &
portal=$!
until curl -sf "http://127.0.0.1:$port/health/ready" >/dev/null; do sleep 0.1; done
node bench/chart.mjs "http://127.0.0.1:$port/stock" "${1:-7}"
