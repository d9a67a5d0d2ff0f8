#!/usr/bin/env bash
# preview.sh [KEYS]: publishes the portal, starts it with one editor and runs preview.mjs on a new announcement. Needs Node.js,
# curl and Chromium. Write the figures down in bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need node curl
publish
port=$(free_port)
start All "$port"
stop
password="tall kettle sings under oak"
portal users add eva@staff.example --role Editor --password-stdin <<<"$password" >/dev/null
start All "$port"
node bench/preview.mjs "http://127.0.0.1:$port" eva@staff.example "$password" "${1:-120}"
