#!/bin/bash
# run.sh: the test cases of other programs that state a rule we share.
# usage: bash tests/peer/run.sh BUILD
#
# They are read from ../shared and are no part of the project; exceptions.tsv
# has the rows we do not follow, and why.
part=peer
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
shared=${TRACUU_SHARED:-../shared}
if [ ! -d "$shared/language/peer_tests" ] || ! command -v python3 >/dev/null; then
	skip "tests of other programs" "it takes python3 and those of ../shared"
	report_end
fi
counts=$(mktemp)
trap 'rm -f "$counts"' EXIT
LC_ALL=C.UTF-8 python3 tests/peer/check.py "$build/tracuu" "$shared" \
	tests/peer/exceptions.tsv | tee "$counts" | sed '$d'
if ! read -r passed failed < <(tail -1 "$counts" |
	grep -E '^[0-9]+ [0-9]+$'); then
	passed=0 failed=0
	not_ok "check.py" "ended without its counts"
fi
report_end
