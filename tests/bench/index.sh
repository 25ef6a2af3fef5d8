#!/bin/bash
# index.sh: how fast articles are indexed, and asked.
# usage: bash tests/bench/index.sh BUILD
. tests/bench/common.sh "$1"

echo "== index: 42,546 articles of the codified law"
articles
printf 'text in       %s MB\n' "$(($(stat -c %s "$scratch/a.jsonl") / 1000000))"
printf 'build         '
measure tracuu-index --index "$scratch/a" "$scratch/a.jsonl"
printf 'index size    %s MB\n' "$(du -sm "$scratch/a" | cut -f1)"
printf 'no change     '
measure tracuu-index --index "$scratch/a" "$scratch/a.jsonl"

echo "== queries, microseconds inside the process"
for list in "$data"/speed/q_*.txt; do
	awk -F '\t' '{ print (NF > 1 ? $0 : NR "\t" $0) }' "$list" >"$scratch/q"
	for round in first second; do
		printf '%s, %s: ' "${list##*/}" "$round"
		tracuu search --index "$scratch/a" --batch "$scratch/q" --limit 10 \
			--timing 2>&1 >/dev/null | tr '\n' ' '
		echo
	done
done
