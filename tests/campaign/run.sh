#!/bin/bash
# run.sh: hostile queries through the whole search; with a deadline of 25 ms
# none may crash, hang or take more than 50 ms of processor time.
# usage: bash tests/campaign/run.sh BUILD [QUERIES]
#
# An index of corpus/ is made and asked 100,000 queries, or so many; the index
# that TRACUU_INDEX names, if it does, is asked as many again.  CAMPAIGN_SEED
# (1) makes other queries, CAMPAIGN_LIMIT (50) and CAMPAIGN_DEADLINE (25) are
# in milliseconds.  What was too slow is kept in BUILD/campaign/.
part=campaign
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
queries=${2:-100000}
work=$build/campaign
mkdir -p "$work"
cut -f2 tests/relevance/corpus.tsv | grep -v '^query$' >"$work/lines"

# ask NAME INDEX
ask() {
	local log=$work/$1.log
	if (cd "$work" && "$build/tests/campaign/campaign-queries" -n "$queries" \
		-s "${CAMPAIGN_SEED:-1}" -l "${CAMPAIGN_LIMIT:-50}" \
		-d "${CAMPAIGN_DEADLINE:-25}" -w "$1.slow" -i "$2" lines) \
		>"$log" 2>&1; then
		ok
		grep -a 'queries in' "$log" | tail -1
		grep -a -A5 '^the slowest' "$log"
	else
		not_ok "$1" "$(tail -25 "$log")"
	fi
}

rm -rf "$work/index"
"$build/tracuu-index" --index "$work/index" corpus >/dev/null 2>&1
ask corpus "$work/index"
if [ -n "${TRACUU_INDEX-}" ]; then
	ask other "$TRACUU_INDEX"
fi
report_end
