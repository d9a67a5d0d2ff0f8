#!/usr/bin/env bash
# clock-cases.sh [CASES]: CASES (200) approved releases on each database, each with a clock that is put forward and back round its
# instant and with restarts between; then every change of every zone's clocks in six years. The same tests run in ./test.sh, some
# of the clock cases only.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build IrenPortal.Tests -v q --nologo
tests=IrenPortal.Tests/bin/Debug/net10.0/IrenPortal.Tests
IREN_CLOCK_CASES="${1:-200}" $tests -noColor -diagnostics -class IrenPortal.Tests.Newsroom.ClockCaseTests -class IrenPortal.Tests.Newsroom.LocalReleaseTests
