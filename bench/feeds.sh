#!/usr/bin/env bash
# feeds.sh [ADDRESS]: reads the feeds and the calendar of a portal with programs that people use: feedparser, icalendar, newsboat
# and xmllint, each where it is installed; names those that are missing and installs nothing. Without an address it publishes and
# starts a portal of its own. Needs curl and Python 3. Exit 1 where something is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need curl python3
address=${1:-}
if [ -z "$address" ]; then
  need node
  publish
  port=$(free_port)
  start All "$port"
  address=http://127.0.0.1:$port
fi

origin=$(curl -sf "$address/robots.txt" | sed -n 's|^Sitemap: \(.*\)/sitemap.xml$|\1|p')
mkdir "$work/fetched"
for path in feed/rss.xml feed/atom.xml feed/feed.json events.ics sitemap.xml sitemap-news.xml; do
  curl -sf "$address/$path" -o "$work/fetched/${path##*/}"
done
python3 bench/feeds.py "$origin" "$work/fetched"

if command -v xmllint >/dev/null; then
  xmllint --noout "$work"/fetched/*.xml
  echo "xmllint: every XML file is well-formed"
else
  echo "skipped: xmllint is missing (Debian: libxml2-utils)"
fi

if command -v newsboat >/dev/null; then
  printf '%s\n' "$address/feed/rss.xml" "$address/feed/atom.xml" >"$work/urls"
  echo "newsboat: $(newsboat -u "$work/urls" -c "$work/newsboat.db" -C /dev/null -x reload print-unread)"
else
  echo "skipped: newsboat is missing (Debian: newsboat)"
fi
