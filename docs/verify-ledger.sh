#!/usr/bin/env bash
# verify-ledger.sh https://SITE: checks a site's public record from outside: that no entry of its ledger was changed, removed or put
# in between, that each is signed, and that the releases, contracts, pages and files it serves are the ones on record.
# Needs bash, curl, jq and openssl. Touches nothing but a temporary folder. Ends with 1 and the first fault, else with 0.
set -euo pipefail
[ $# = 1 ] || { echo "usage: verify-ledger.sh https://SITE" >&2; exit 2; }
site=${1%/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "$*" >&2; exit 1; }
get() { curl -sf --max-time 60 "$site$1" -o "$2" || fail "no answer from $site$1"; }
sha256() { openssl dgst -sha256 -r < "$1" | cut -d' ' -f1; }

# One key; or several, the newest first, each under a line "From entry N:".
get /.well-known/iren-portal-ledger.pem "$work/keys"
awk -v dir="$work" '/^From entry/ { n = $3 + 0 } /-----BEGIN/,/-----END/ { print > (dir "/key-" (n ? n : 1) ".pem") }' "$work/keys"
starts=$(ls "$work" | sed -n 's/^key-\([0-9]*\)\.pem$/\1/p' | sort -rn)

# Where the bytes are that an entry has the hash of; nothing for events, prices and closing entries.
address() {
  case $1 in
    announcement) echo "/news/${2%/*}.md?version=${2##*/}" ;;
    contract) echo "/contracts/${2%/*}.md?version=${2##*/}" ;;
    page) echo "/${2%/*}.md?version=${2##*/}" ;;
    file) echo "/files/$2" ;;
  esac
}

previous=$(printf '0%.0s' $(seq 64)) checked=0 compared=0
while :; do
  get "/api/v1/ledger?after=$checked&pageSize=100" "$work/page"
  jq -r '.items[] | [.number, .at, .kind, .subject, .sha256, .previous, .hash, .signature] | @tsv' "$work/page" > "$work/entries" || fail "the ledger is no JSON"
  [ -s "$work/entries" ] || break
  while IFS=$'\t' read -r number at kind subject sha256 before hash signature; do
    [ "$number" = $((checked + 1)) ] && [ "$before" = "$previous" ] || fail "entry $number: the chain is broken"
    printf '%s\n%s\n%s\n%s\n%s\n%s' "$number" "$at" "$kind" "$subject" "$sha256" "$before" > "$work/fields"
    [ "$(sha256 "$work/fields")" = "$hash" ] || fail "entry $number: the hash is not that of its fields"
    for start in $starts; do [ "$start" -le "$number" ] && break; done
    printf '%s' "$signature" | openssl base64 -d -A > "$work/signature"
    openssl dgst -sha256 -verify "$work/key-$start.pem" -signature "$work/signature" "$work/fields" > /dev/null 2>&1 || fail "entry $number: the signature is not the site's"
    path=$(address "$kind" "$subject")
    if [ -n "$path" ]; then
      get "$path" "$work/bytes"
      [ "$(sha256 "$work/bytes")" = "$sha256" ] || fail "entry $number: $site$path is not what is on record"
      compared=$((compared + 1))
    fi
    previous=$hash checked=$number
  done < "$work/entries"
done
[ "$checked" -gt 0 ] || fail "the ledger has no entry"
echo "$checked entries verified, $compared texts and files compared, head $previous"
