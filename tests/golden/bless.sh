#!/bin/sh
# Writes the expected result of every shipped scenario anew. Usage: tests/golden/bless.sh "reason"
# The reason belongs into the message of the commit that holds the new results.
set -eu
if [ $# -ne 1 ] || [ -z "$1" ]; then
    echo 'usage: tests/golden/bless.sh "why the results change"' >&2
    exit 2
fi
cd "$(dirname "$0")/../.."
build=${GOHO_BUILD_DIR:-build/release}
[ -f "$build/CMakeCache.txt" ] || cmake --preset release
cmake --build "$build" --target goho_tests
GOHO_BLESS=1 "$build/goho_tests" --source-file='*/tests/golden/golden_test.cpp' --no-colors
git --no-pager diff --stat -- scenarios
printf '\nLook at the differences, then commit them with the reason:\n  git commit -m "Golden: %s" -- scenarios\n' "$1"
