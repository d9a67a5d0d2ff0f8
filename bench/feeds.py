"""feeds.py ORIGIN FOLDER: what feedparser and icalendar make of the fetched files. Used by feeds.sh."""
import json
import sys

origin, folder = sys.argv[1:3]
faults = []


def check(holds, what):
    if not holds:
        faults.append(what)


try:
    import feedparser
except ImportError:
    print("skipped: feedparser is missing (Debian: python3-feedparser)")
else:
    for name in ("rss.xml", "atom.xml"):
        feed = feedparser.parse(f"{folder}/{name}")
        check(not feed.bozo, f"{name}: not well-formed: {feed.get('bozo_exception')}")
        check(0 < len(feed.entries) <= 50, f"{name}: {len(feed.entries)} entries")
        check(len({e.id for e in feed.entries}) == len(feed.entries), f"{name}: an id comes twice")
        for entry in feed.entries:
            check(entry.id == entry.link and entry.link.startswith(origin), f"{name}: {entry.id} is no address of {origin}")
            check(entry.published_parsed is not None and entry.updated_parsed is not None, f"{name}: {entry.id} has no readable date")
            html = entry.content[0].value
            check(html.strip() != "" and 'href="/' not in html and 'src="/' not in html, f"{name}: {entry.id} has no text or a relative address")
        print(f"{name}: {len(feed.entries)} entries by feedparser {feedparser.__version__}")

with open(f"{folder}/feed.json", encoding="utf-8") as file:
    feed = json.load(file)
    check(feed["version"] == "https://jsonfeed.org/version/1.1", "feed.json: version")
    check(all(item["id"] and item["content_html"] for item in feed["items"]), "feed.json: an item has no id or text")
    print(f"feed.json: {len(feed['items'])} items")

try:
    import icalendar
except ImportError:
    print("skipped: icalendar is missing (Debian: python3-icalendar)")
else:
    with open(f"{folder}/events.ics", "rb") as file:
        raw = file.read()
    check(all(len(line) <= 75 for line in raw.split(b"\r\n")), "events.ics: a line of more than 75 octets")
    events = icalendar.Calendar.from_ical(raw).walk("VEVENT")
    check(len({str(e["UID"]) for e in events}) == len(events), "events.ics: a UID comes twice")
    for event in events:
        check(event["DTSTART"].dt is not None and event["DTSTAMP"].dt.tzinfo is not None and str(event["SUMMARY"]), f"events.ics: {event['UID']}")
    print(f"events.ics: {len(events)} events by icalendar {icalendar.__version__ if hasattr(icalendar, '__version__') else ''}")

for fault in faults:
    print("FAULT " + fault)
sys.exit(1 if faults else 0)
