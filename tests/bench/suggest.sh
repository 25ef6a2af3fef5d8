#!/bin/bash
# suggest.sh: how long a suggestion takes, letter by letter.
# usage: bash tests/bench/suggest.sh BUILD [INDEX]
#
# Types titles and numbers of ../shared into an index of its documents, which
# is made unless INDEX names one, each letter a call in a warm process: as
# written, without diacritics, and numbers.
. tests/bench/common.sh "$1"
index=${2-}

echo '== suggest: ms a call, for lines that are typed letter by letter'
if [ -z "$index" ]; then
	index=$scratch/ix
	xz -dc "$data"/documents/*.jsonl.xz |
		tracuu-index --index "$index" - >"$scratch/log" 2>&1 || exit
fi
# Every hundredth title, no two of them the same.
xz -dc "$data"/documents/*.jsonl.xz | grep -oP '"title": ?"\K[^"\\]+' |
	awk '!seen[$0]++ && NR % 100 == 1' >"$scratch/titles"
xz -dc "$data"/documents/*.jsonl.xz |
	grep -oP '"number": ?"\K[^"\\]+' | awk '!seen[$0]++' |
	awk 'NR % 4 == 1' >"$scratch/numbers"
# What bears marks folded by the decomposition that every libc has.
sed 's/đ/d/g; s/Đ/D/g' "$scratch/titles" | iconv -t ASCII//TRANSLIT |
	tr -d '?' >"$scratch/plain"
for what in titles plain numbers; do
	printf '%s: ' "$what"
	"$build/tests/bench/bench-suggest" "$index" <"$scratch/$what"
done
