#!/usr/bin/env bash
# kill-points.sh [DEATHS [KILLS]]: at least DEATHS (200) deaths a database at every database step and commit of releases, corrections
# and withdrawals, each followed by a start that must find nothing lost, half or double; then KILLS (12) real SIGKILLs a database of
# a process that imports. The same tests run some of them in ./test.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build IrenPortal.Tests -v q --nologo
KILL_POINTS="${1:-200}" IrenPortal.Tests/bin/Debug/net10.0/IrenPortal.Tests -noColor -diagnostics -class IrenPortal.Tests.Newsroom.KillPointTests
SIGKILLS="${2:-12}" IrenPortal.Tests/bin/Debug/net10.0/IrenPortal.Tests -noColor -class IrenPortal.Tests.Commands.SigkillTests
