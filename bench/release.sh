#!/usr/bin/env bash
# release.sh [RELEASES]: from the approved instant T to a reader's eyes. Schedules releases a second apart, lets a newsroom process
# release them and asks it and a second, `Public`, process again and again: the page, the list, the API. Uses SQLite, or the
# PostgreSQL of Database__Provider and ConnectionStrings__* where they are set (empty stores). Needs Node.js and curl. Write the
# figures down in bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in node curl; do command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }; done
count=${1:-100}
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

dotnet publish IrenPortal -c Release -o "$work/portal" --nologo -v q
export Portal__DataDirectory="$work/data" Newsroom__SecondPerson=Optional Identity__SecondFactor=Optional
newsroom=$(port); readers=$(port)
start() {
  Portal__Role=$1 ASPNETCORE_URLS=http://127.0.0.1:$2 dotnet "$work/portal/IrenPortal.dll" >>"$work/out" 2>>"$work/err" &
  pids+=($!)
  until curl -sf "http://127.0.0.1:$2/health/ready" >/dev/null; do sleep 0.1; done
}

start All "$newsroom"
kill "${pids[0]}"; wait "${pids[0]}" 2>/dev/null || true; pids=()

# Far enough ahead for the import and both starts.
first=$(( $(date +%s) + 45 ))
mkdir -p "$work/content/announcements"
cp wwwroot-content/company.yml "$work/content/"
for ((i = 0; i < count; i++)); do
  cat >"$work/content/announcements/release-$i.md" <<ITEM
---
headline: Measured release $i
summary: A release whose delay is measured.
slug: measured-release-$i
status: scheduled
releaseAt: $(date -u -d "@$((first + i))" +%Y-%m-%dT%H:%M:%SZ)
category: Corporate
---

Nothing but a measurement.
ITEM
done
dotnet "$work/portal/IrenPortal.dll" import "$work/content" >/dev/null
start All "$newsroom"
start Public "$readers"
node bench/release.mjs "$first" "$count" "http://127.0.0.1:$newsroom" "http://127.0.0.1:$readers"
