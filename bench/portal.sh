# portal.sh: sourced by measurements of the portal itself. Publishes it in Release, starts and stops it on stores of its own in
# $work, and leaves nothing behind.
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
export Portal__DataDirectory="$work/data" Newsroom__SecondPerson=Optional Identity__SecondFactor=Optional

need() { for tool in "$@"; do command -v "$tool" >/dev/null || { echo "missing: $tool" >&2; exit 1; }; done; }
free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
publish() { dotnet publish IrenPortal -c Release -o "$work/portal" --nologo -v q; }
portal() { dotnet "$work/portal/IrenPortal.dll" "$@"; }

# start ROLE PORT: a process, until it is ready.
start() {
  Portal__Role=$1 ASPNETCORE_URLS=http://127.0.0.1:$2 dotnet "$work/portal/IrenPortal.dll" >>"$work/out" 2>>"$work/err" &
  pids+=($!)
  until curl -sf "http://127.0.0.1:$2/health/ready" >/dev/null; do
    kill -0 "${pids[-1]}" 2>/dev/null || { cat "$work/err" >&2; exit 1; }
    sleep 0.1
  done
}

stop() {
  kill "${pids[@]}" 2>/dev/null || true
  wait "${pids[@]}" 2>/dev/null || true
  pids=()
}

# scheduled NAME COUNT FIRST STEP: announcements NAME-0 … due STEP seconds apart from the Unix second FIRST, put into the newsroom.
scheduled() {
  rm -rf "$work/content"
  mkdir -p "$work/content/announcements"
  cp wwwroot-content/company.yml "$work/content/"
  local i
  for ((i = 0; i < $2; i++)); do
    cat >"$work/content/announcements/$1-$i.md" <<ITEM
---
headline: Measured release $i
summary: A release that is measured.
slug: $1-$i
status: scheduled
releaseAt: $(date -u -d "@$(($3 + i * $4))" +%Y-%m-%dT%H:%M:%SZ)
category: Corporate
---

Nothing but a measurement.
ITEM
  done
  portal import "$work/content" >/dev/null
}
