#!/usr/bin/env bash
# alerts.sh [SUBSCRIBERS [KILLS [TLS]]]: e-mail alerts against mail servers of Debian's postfix package.
# 1. That many subscribers (10000) get a scheduled release through smtp-sink; the portal is killed with SIGKILL that often (10) on
#    the way. Nothing may arrive before the approved instant and nothing twice; what is missing must be known as in doubt.
# 2. The same without a kill, for the pace (aim: 100 a second).
# 3. That many (1000) through Postfix with STARTTLS and a certificate that the portal is told to trust, into a Maildir.
# Uses SQLite. Needs root, Node.js, curl, openssl, python3 and postfix (its own service may stay off). Write the figures down in
# bench/README.md with the machine and the day.
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/portal.sh
need node curl openssl python3 smtp-sink postfix
subscribers=${1:-10000} kills=${2:-10} tls=${3:-1000}
export Mail__Transport=Smtp Mail__Host=localhost Mail__From=alerts@example.com
publish

# run NAME SUBSCRIBERS KILLS: empty stores, a release due soon, subscribers written into the alerts' store, and the mail until the outbox rests.
run() {
  rm -rf "$Portal__DataDirectory"
  local port due
  port=$(free_port)
  start All "$port"
  stop
  due=$(($(date +%s) + 30))
  scheduled "$1" 1 "$due" 1
  python3 bench/alerts.py seed "$Portal__DataDirectory/alerts.db" "$2"
  start All "$port"
  sleep $((due - $(date +%s)))
  for ((kill = 1; kill <= $3; kill++)); do
    sleep "$(python3 -c "import random; print(random.Random($kill).uniform(0.5, 2.5))")"
    kill -9 "${pids[@]}"
    stop
    start All "$port"
  done
  python3 bench/alerts.py rest "$Portal__DataDirectory/alerts.db"
  stop
}

sink() {
  export Mail__Tls=None Mail__Port
  Mail__Port=$(free_port)
  rm -rf "$work/sink"
  mkdir -p "$work/sink"
  smtp-sink -u root -R "$work/sink" -D mail "127.0.0.1:$Mail__Port" 500 2>>"$work/err" &
  sink=$!
}

for kills_now in "$kills" 0; do
  sink
  run "measured-alert-$kills_now" "$subscribers" "$kills_now"
  kill "$sink"
  echo "smtp-sink, $subscribers subscribers, $kills_now kills:"
  python3 bench/alerts.py judge "$Portal__DataDirectory" "$work/sink/mail"
done

echo "Postfix with STARTTLS, $tls subscribers:"
. bench/postfix.sh
run measured-tls "$tls" 0
python3 bench/alerts.py judge "$Portal__DataDirectory" "$work/postfix/mail/inbox/new" "$work/postfix/log"
postfix -c "$work/postfix/etc" stop 2>/dev/null
