#!/usr/bin/env bash
# test.sh [FILTER...]: installs what the tests need (as root; otherwise names what is missing), builds, runs every test.
# Arguments go to the test runner, for example: ./test.sh -namespace IrenPortal.Tests.Market.Calendar
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v dotnet >/dev/null || missing+=("the .NET SDK 10 (dotnet)")
command -v openssl >/dev/null || missing+=(openssl)
command -v curl >/dev/null || missing+=(curl)
command -v jq >/dev/null || missing+=(jq)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v chromium >/dev/null || missing+=(chromium)
[ -n "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null)" ] || missing+=(postgresql)

if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null || ! command -v dotnet >/dev/null; then
    printf 'missing: %s\n' "${missing[@]}" >&2
    exit 1
  fi
  # Debian's package would start a server of its own: the tests start theirs.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >&2
fi

dotnet restore IrenPortal.sln --locked-mode -v q
dotnet build IrenPortal.sln -c Release --no-restore --nologo -v q

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
IrenPortal.Tests/bin/Release/net10.0/IrenPortal.Tests -noColor "$@" 2>&1 | tee "$log" || status=$?

# The runner's closing line: Total: N, Errors: N, Failed: N, Skipped: N, ...
summary=$(grep -Eo 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$log" | tail -1)
number() { sed -E "s/.*$1: ([0-9]+).*/\1/" <<<"$summary"; }
if [ -z "$summary" ]; then
  echo "the test runner printed no summary" >&2
  exit 1
fi
failed=$(( $(number Failed) + $(number Errors) ))
passed=$(( $(number Total) - $(number Failed) - $(number Skipped) - $(number 'Not Run') ))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ] && exit "$status"
exit 1
