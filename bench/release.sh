#!/usr/bin/env bash
# release.sh [RELEASES]: from the approved instant T to a reader's eyes. Schedules releases a second apart, lets a newsroom process
# release them and asks it and a second, `Public`, process again and again: the page, the list, the API. Uses SQLite, or the
# PostgreSQL of Database__Provider and ConnectionStrings__* where they are set (empty stores). Needs Node.js and curl. Write the
# figures down in bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need node curl
count=${1:-100}
publish
newsroom=$(free_port)
readers=$(free_port)
start All "$newsroom"
stop

# Far enough ahead for the import and both starts.
first=$(($(date +%s) + 45))
scheduled measured-release "$count" "$first" 1
start All "$newsroom"
start Public "$readers"
node bench/release.mjs "$first" "$count" "http://127.0.0.1:$newsroom" "http://127.0.0.1:$readers"
