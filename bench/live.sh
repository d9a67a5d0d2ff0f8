#!/usr/bin/env bash
# live.sh [CONNECTIONS]: that many streams of /live are open (2000) when a scheduled release comes: from its approved instant T to
# each of them, and what one costs in resident memory. Uses SQLite, or the PostgreSQL of Database__Provider and ConnectionStrings__*
# where they are set (empty stores). Needs Node.js and curl, and as many open files as connections. Write the figures down in
# bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need node curl
count=${1:-2000}
ulimit -n $((count + 500))
export Live__Connections=$count Live__ConnectionsPerNetwork=$count
publish
port=$(free_port)
start All "$port"
stop

# Far enough ahead for the import, the start and the opening of the streams.
first=$(($(date +%s) + 40 + count / 200))
scheduled measured-stream 1 "$first" 1
start All "$port"
node bench/live.mjs "$first" "$count" "$port" "${pids[-1]}"
