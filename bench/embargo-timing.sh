#!/usr/bin/env bash
# embargo-timing.sh [PAIRS]: whether the time of an answer tells that something is coming. A portal with 50 scheduled releases is
# asked, in turns on one connection, for an embargoed and for a never-used address, PAIRS (20000) times, as the process that
# holds the newsroom and as a `Public` one. Aim: medians within 0.2 ms. Needs Node.js and curl; nothing else should run.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need node curl
pairs=${1:-20000}
items=50
publish
newsroom=$(free_port)
readers=$(free_port)
start All "$newsroom"
stop
scheduled embargoed-item $items "$(date -d 'now + 30 days' +%s)" 60
start All "$newsroom"
start Public "$readers"
node bench/embargo-timing.mjs "$pairs" $items embargoed-item neverused-item "http://127.0.0.1:$newsroom" "http://127.0.0.1:$readers"
