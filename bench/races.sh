#!/usr/bin/env bash
# races.sh [RACES]: RACES (500) times on each database a release and a cancelling at the same moment; one of them wins, never both.
# The same test runs some of them in ./test.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build IrenPortal.Tests -v q --nologo
IREN_RACES="${1:-500}" IrenPortal.Tests/bin/Debug/net10.0/IrenPortal.Tests -noColor -diagnostics \
  -method IrenPortal.Tests.Newsroom.SchedulingTests.Two_releases_and_a_cancelling_at_the_same_moment_end_as_one_of_them
