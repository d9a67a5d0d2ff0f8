"""alerts.py: what alerts.sh asks of the alerts' store and of what the mail servers took."""
import collections
import email
import pathlib
import re
import sqlite3
import sys
import time
import uuid

QUEUED, SENDING, SENT, UNCERTAIN, EDITION = 1, 2, 3, 6, 4


def seed(path, count):
    """Writes confirmed subscribers."""
    now = int(time.time() * 1000) - 60_000
    rows = [(str(uuid.uuid4()).upper(), f"s{i}@subscribers.example") for i in range(count)]
    with sqlite3.connect(path) as store:
        store.executemany(
            "INSERT INTO Subscribers (Id, Address, AddressKey, State, Rhythm, Categories, AskedAt, ConfirmedAt, FormMailAt, FormMails, SoftBounces) "
            f"VALUES (?, ?, ?, 2, 1, '', {now}, {now}, {now}, 0, 0)", [(i, a, a) for i, a in rows])


def rest(path):
    """Waits until nothing waits and nothing is under way, ten minutes at most."""
    for _ in range(1200):
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as store:
            made, left = store.execute(f"SELECT count(*), sum(State IN ({QUEUED}, {SENDING})) FROM Deliveries WHERE Kind = {EDITION}").fetchone()
        if made and not left:
            return
        time.sleep(0.5)
    sys.exit(f"FAILED: {left} of {made} mails are still not sent; the portal's log says why")


def taken(place):
    """Who got what: recipient and message id of each mail."""
    place = pathlib.Path(place)
    if place.is_dir():
        for path in place.iterdir():
            mail = email.message_from_bytes(path.read_bytes())
            yield mail["Delivered-To"] or mail["To"], mail["Message-ID"]
        return
    rcpt = None
    for line in place.open(errors="replace"):
        if found := re.match(r"X-Rcpt-Args: <([^>]+)>", line):
            rcpt = found[1]
        elif found := re.match(r"Message-ID: (\S+)", line, re.I):
            yield rcpt, found[1]


def judge(data, place, log=None):
    with sqlite3.connect(f"file:{data}/alerts.db?mode=ro", uri=True) as store:
        states = dict(store.execute(f"SELECT State, count(*) FROM Deliveries WHERE Kind = {EDITION} GROUP BY State"))
        first, last = store.execute(f"SELECT min(SettledAt), max(SettledAt) FROM Deliveries WHERE Kind = {EDITION} AND State = {SENT}").fetchone()
        made = sum(states.values())
    with sqlite3.connect(f"file:{data}/public.db?mode=ro", uri=True) as store:
        due, committed = store.execute("SELECT ReleasedAt, CommittedAt FROM Editions WHERE Slug LIKE 'measured-%'").fetchone()
    people = collections.Counter(rcpt for rcpt, _ in taken(place))
    twice = sum(1 for n in people.values() if n > 1)
    doubt = states.get(UNCERTAIN, 0)
    seconds = (last - first) / 1000
    print(f"  rows {made}, sent {states.get(SENT, 0)}, in doubt {doubt}; arrived for {len(people)} people, twice for {twice}")
    print(f"  first sent {first - due} ms after the approved instant ({committed - due} ms: public), last {last - due} ms; {states.get(SENT, 0) / max(seconds, 0.001):.0f} a second")
    if log:
        text = pathlib.Path(log).read_text(errors="replace")
        print(f"  TLS connections that Postfix logged: {len(re.findall('TLS connection established', text))}")
    if twice or first < due or len(people) + doubt < made or len(people) < states.get(SENT, 0):
        sys.exit("FAILED: twice, too early, or missing")


if sys.argv[1] == "seed":
    seed(sys.argv[2], int(sys.argv[3]))
elif sys.argv[1] == "rest":
    rest(sys.argv[2])
else:
    judge(*sys.argv[2:])
