#!/usr/bin/env bash
# search.sh [ANNOUNCEMENTS]: what a search costs over ANNOUNCEMENTS (20000) generated ones on each database, from the words to a page of
# hits with its counts and passages. Aim: p95 20 ms. Nothing else should run.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build IrenPortal.Tests -c Release --nologo -v q
SEARCH_ANNOUNCEMENTS="${1:-20000}" IrenPortal.Tests/bin/Release/net10.0/IrenPortal.Tests -noColor -showLiveOutput -explicit only -class IrenPortal.Tests.Site.Search.SearchSpeedTests
