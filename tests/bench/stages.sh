#!/bin/bash
# stages.sh: how fast each stage of analysis reads text, on one core.
# usage: bash tests/bench/stages.sh BUILD
#
# MB of text a second of processor time, the best of three rounds.  "all" is
# normalize to references, which must be 15; references alone 40.
. tests/bench/common.sh "$1"

echo "== stages: MB/s of each, on one core"
for file in "$data"/documents/*.jsonl.xz; do
	name=${file##*/}
	name=${name%.jsonl.xz}
	xz -dc "$file" | awk -v most=12000000 '
		(read += length) > most { exit } { print }' >"$scratch/d"
	printf '%s, ' "$name"
	"$build/tests/bench/bench-stages" 3 <"$scratch/d"
done
