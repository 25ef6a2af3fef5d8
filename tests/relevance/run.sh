#!/bin/bash
# run.sh: look-up queries, and whether the right act comes first.
# usage: bash tests/relevance/run.sh BUILD [INDEX]
#
# corpus.tsv is asked of the documents in corpus/.  With INDEX, an index of
# ../shared/data/documents, the queries that make-lookup.py writes about those
# are asked too.  Each must have the right act first in 98 of 100.
part=relevance
. tests/report.sh
build=${1:-build}
index=${2-}
documents=../shared/data/documents
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# scored WHAT INDEX TSV
scored() {
	local text
	if text=$(python3 tests/relevance/score.py "$build/tracuu" "$2" "$3" \
		--misses); then
		ok
		grep -v ^miss <<<"$text" || true
	else
		not_ok "$1" "$text"
	fi
}

if ! python3 -c '' 2>/dev/null; then
	skip "look-up" "there is no python3"
	report_end
fi
"$build/tracuu-index" --index "$scratch/index" corpus >/dev/null 2>&1 ||
	not_ok "index corpus/"
scored "look-up in corpus/" "$scratch/index" tests/relevance/corpus.tsv
if [ -n "$index" ] && [ -d "$documents" ]; then
	python3 tests/relevance/make-lookup.py "$documents" >"$scratch/lookup.tsv"
	scored "look-up in $documents" "$index" "$scratch/lookup.tsv"
else
	skip "look-up in $documents" "no index of them is given"
fi
report_end
