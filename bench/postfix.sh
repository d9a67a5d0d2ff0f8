# postfix.sh: sourced by alerts.sh. Starts Postfix on a free loopback port: STARTTLS or nothing, a certificate of its own for
# localhost, everything into one Maildir of $work.
box=$work/postfix
mkdir -p "$box/etc" "$box/queue" "$box/data" "$box/mail"
chmod 755 "$work" "$box"
chown postfix "$box/data"
chown nobody "$box/mail"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost -keyout "$box/key.pem" -out "$box/cert.pem" 2>/dev/null
export SSL_CERT_FILE=$box/cert.pem Mail__Tls=Required Mail__Port
Mail__Port=$(free_port)
cat >"$box/etc/main.cf" <<CONF
compatibility_level = 3.6
queue_directory = $box/queue
data_directory = $box/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = $box/log
maillog_file_prefixes = $work
myhostname = localhost
mydestination =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_tls_security_level = encrypt
smtpd_tls_loglevel = 1
smtpd_tls_cert_file = $box/cert.pem
smtpd_tls_key_file = $box/key.pem
smtpd_client_connection_rate_limit = 0
virtual_mailbox_domains = subscribers.example
virtual_mailbox_base = $box/mail
virtual_mailbox_maps = static:inbox/
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
CONF
cat >"$box/etc/master.cf" <<CONF
127.0.0.1:$Mail__Port inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
proxymap unix - - n - - proxymap
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
CONF
postfix -c "$box/etc" start 2>>"$work/err" || { cat "$work/err" >&2; exit 1; }
trap 'postfix -c "$box/etc" stop 2>/dev/null || true; kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
