#!/usr/bin/env bash
# Runs once in an empty database server: the newsroom's role owns the database, the reader's role owns nothing.
set -euo pipefail
psql --username postgres --set ON_ERROR_STOP=1 --set newsroom="$NEWSROOM_PASSWORD" --set reader="$READER_PASSWORD" <<'SQL'
CREATE ROLE newsroom LOGIN PASSWORD :'newsroom';
CREATE ROLE reader LOGIN PASSWORD :'reader';
CREATE DATABASE portal OWNER newsroom;
REVOKE ALL ON DATABASE portal FROM PUBLIC;
GRANT CONNECT ON DATABASE portal TO reader;
SQL
