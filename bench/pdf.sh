#!/usr/bin/env bash
# pdf.sh [ORIGIN]: checks the PDF of every announcement of a running portal with qpdf and pdftotext (Debian: qpdf, poppler-utils), and
# tells how long one takes to make: the first answer of each address at a store version, the network of one machine included.
set -euo pipefail
origin=${1:-http://localhost:5080}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

slugs=$(curl -sf "$origin/api/v1/announcements?pageSize=100" | grep -o '"slug": *"[^"]*"' | sed 's/.*"\([^"]*\)"$/\1/')
[ -n "$slugs" ] || { echo "no announcement at $origin" >&2; exit 1; }
faults=0
for slug in $slugs; do
  file=$folder/$slug.pdf
  curl -sf -o "$file" -w '%{time_total}\n' "$origin/news/$slug.pdf" >> "$folder/times"
  qpdf --check "$file" > "$folder/check" 2>&1 || { echo "$slug: $(tail -1 "$folder/check")"; faults=$((faults + 1)); }
  pdftotext "$file" "$folder/text" 2> "$folder/warnings"
  [ ! -s "$folder/warnings" ] || { echo "$slug: $(head -1 "$folder/warnings")"; faults=$((faults + 1)); }
  sum=$(curl -sf "$origin/news/$slug.md" | sha256sum | cut -d' ' -f1)
  grep -q "$sum" "$folder/text" || { echo "$slug: its hash is not in the text"; faults=$((faults + 1)); }
  printf '%s %s pages, %s bytes\n' "$slug" "$(pdfinfo "$file" | awk '/^Pages/ {print $2}')" "$(stat -c %s "$file")"
done

count=$(wc -l < "$folder/times")
echo "$count PDFs, $faults faults; seconds to make one: p50 $(sort -n "$folder/times" | awk -v n="$count" 'NR == int((n + 1) / 2)'), slowest $(sort -n "$folder/times" | tail -1)"
[ "$faults" = 0 ]
