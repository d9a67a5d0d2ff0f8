#!/usr/bin/env bash
# secrecy.sh [PAIRS]: two portals on copies of the same stores, one full of unreleased things, asked the same PAIRS addresses (5000)
# on each database; every answer has to be the same byte for byte. Some of them are asked in ./test.sh.
set -euo pipefail
cd "$(dirname "$0")/.."
export SECRECY_PAIRS=${1:-5000}
dotnet build IrenPortal.Tests -c Release --nologo -v q
IrenPortal.Tests/bin/Release/net10.0/IrenPortal.Tests -noColor -class IrenPortal.Tests.Newsroom.Secrecy.NonInterferenceTests
