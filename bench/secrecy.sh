#!/usr/bin/env bash
# secrecy.sh [PAIRS]: two portals on copies of the same stores, one full of unreleased things, asked the same PAIRS addresses (5000)
# on each database; then the time of an embargoed and of a never-used address, in turns. Nothing else should run.
set -euo pipefail
cd "$(dirname "$0")/.."
export SECRECY_PAIRS=${1:-5000}
dotnet build IrenPortal.Tests -c Release --nologo -v q
IrenPortal.Tests/bin/Release/net10.0/IrenPortal.Tests -noColor -showLiveOutput -explicit on -class IrenPortal.Tests.Newsroom.Secrecy.NonInterferenceTests
