#!/usr/bin/env bash
# circuits.sh [CIRCUITS]: what a circuit keeps of the server's memory. Opens CIRCUITS (200) tabs without one, then sends each to the
# users page, which has one, and compares the heap after a full collection. Aim: under 500 KB each. Nothing else should run.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build IrenPortal.Tests -c Release --nologo -v q
IREN_CIRCUITS="${1:-200}" IrenPortal.Tests/bin/Release/net10.0/IrenPortal.Tests -noColor -showLiveOutput -explicit only -class IrenPortal.Tests.Journeys.CircuitMemoryTests
