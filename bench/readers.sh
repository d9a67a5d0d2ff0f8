#!/usr/bin/env bash
# readers.sh: requests a second of the cached Microsoft page against a bare Kestrel endpoint with the same bytes, in one
# run and in turns; start-up time from nothing and from full stores; transferred bytes of the home page.
# Needs wrk and curl. Write the figures down in bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in wrk curl; do command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }; done
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
port() { python3 -c 'import socket; s=socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
now() { date +%s%N; }

dotnet publish IrenPortal -c Release -o "$work/portal" --nologo -v q
dotnet publish bench/Baseline -c Release -o "$work/baseline" --nologo -v q

export Portal__DataDirectory="$work/data"
site=$(port); base=$(port)
start() {
  local from; from=$(now)
  ASPNETCORE_URLS=http://127.0.0.1:$site dotnet "$work/portal/IrenPortal.dll" >"$work/out" 2>"$work/err" &
  pids+=($!)
  until [ -s "$work/out" ] && curl -sf "http://127.0.0.1:$site/health/ready" >/dev/null; do sleep 0.02; done
  echo "$1: $(( ($(now) - from) / 1000000 )) ms"
}
start "start with empty stores, import included"
kill "${pids[0]}"; wait "${pids[0]}" 2>/dev/null || true; pids=()
start "start with full stores"

page=http://127.0.0.1:$site/news/microsoft-ai-cloud-contract
curl -sf "$page" -o "$work/body"
BODY="$work/body" ASPNETCORE_URLS=http://127.0.0.1:$base dotnet "$work/baseline/Baseline.dll" >/dev/null 2>&1 &
pids+=($!)
until curl -sf "http://127.0.0.1:$base/" -o /dev/null; do sleep 0.05; done
echo "page: $(stat -c %s "$work/body") bytes"

rate() { wrk -t1 -c32 -d"$2"s "$1" | awk '/Requests\/sec/ {print $2}'; }
rate "$page" 10 >/dev/null; rate "http://127.0.0.1:$base/" 10 >/dev/null
for round in 1 2 3 4 5; do
  portal=$(rate "$page" 5); bare=$(rate "http://127.0.0.1:$base/" 5)
  echo "round $round: portal $portal/s, bare endpoint $bare/s, ratio $(awk "BEGIN {printf \"%.2f\", $portal / $bare}")"
done

total=0
home=http://127.0.0.1:$site
add() { local size; size=$(curl -sf --compressed -H 'Accept-Encoding: gzip' -o /dev/null -w '%{size_download}' "$1"); total=$(( total + size )); echo "  $size  ${1#"$home"}"; }
echo "transferred bytes of / (gzip):"
add "$home/"
for asset in $(curl -sf "$home/" | grep -oE '(href|src)="/?[^"]+\.(css|woff2|svg|js)"' | sed -E 's/.*"\/?([^"]+)"/\1/' | sort -u); do add "$home/$asset"; done
echo "  $total in all"
