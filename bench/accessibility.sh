#!/usr/bin/env bash
# accessibility.sh: asks axe about every readers' and every staff page in both themes, staff pages also on a phone. The suite asks
# about every fourth page, and about every eighth in the dark.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build IrenPortal.Tests -v q --nologo
AXE=all IrenPortal.Tests/bin/Debug/net10.0/IrenPortal.Tests -noColor -class IrenPortal.Tests.Journeys.ReaderJourneyTests -class IrenPortal.Tests.Journeys.StaffPageTests
