#!/bin/bash
# build.sh: how fast the articles of the codified law become an index, beside
# others, and how large it is, part by part.
# usage: bash tests/bench/build.sh BUILD [--rounds N]
#
# The same text for all, in one run; the ratio is the result, never a time by
# itself.  --rounds (5): how often each is built, in turn; the median counts.
# Ours twice: the text index alone, which is what the others have, and the
# complete build with references, forward form, text, records and sync.
#
# Leaves build.json, build.svg and build.log, what the builders said, in BUILD/bench.  A peer that is not installed
# is left out, with a word on how to have it.
. tests/bench/common.sh "$1"
shift
need_python
. tests/bench/others.sh
rounds=5
while [ $# -gt 0 ]; do
	case $1 in
	--rounds) rounds=${2-} && shift ;;
	*)
		echo "bench: build does not know '$1'" >&2
		exit 2
		;;
	esac
	shift
done
log=$kept/build.log
report=$PWD/tests/bench/build.py
programs=$build/tests/bench
notes=$scratch/notes
mkdir -p "$kept"
cd "$scratch" || exit

echo "== build: the same articles for all"
xz -dc "$data/documents/phapdien-articles.jsonl.xz" |
	python3 "$peers/text.py" text.tsv text.jsonl
have="write write-lists complete ${others/lucene/lucene-1 lucene-2}"
threads=$(nproc)

# threads_of NAME
threads_of() {
	case $1 in
	write* | complete) echo "$threads" ;;
	lucene-*) echo "${1#lucene-}" ;;
	*) echo 1 ;;
	esac
}

# build_one NAME DIR: what it prints is its last line, what it says in the log.
build_one() {
	case $1 in
	write) "$programs/bench-write" text.tsv "$2" "$threads" ;;
	write-lists) "$programs/bench-write" text.tsv "$2" "$threads" lists ;;
	complete) tracuu-index --index "$2" text.jsonl ;;
	termgenerator) termgenerator text.tsv "$2" ;;
	fts5) fts5 index text.tsv "$2" ;;
	lucene-*) lucene index text.tsv "$2" "${1#lucene-}" ;;
	esac 2>>"$log" | tail -1
	return "${PIPESTATUS[0]}"
}

: >"$log"
TIMEFORMAT='%R %U %S'
for round in $(seq "$rounds"); do
	for name in $have; do
		# The slow one is far enough from all others to be built once.
		[ "$name" != termgenerator ] || [ "$round" -eq 1 ] || continue
		rm -rf "i-$name" out
		echo "== $name" >>"$log"
		spent=$({ time build_one "$name" "i-$name" >out || rm -f out; } 2>&1 |
			tail -1)
		if [ ! -e out ]; then
			echo "bench: $name failed: see ${log#"$PWD"/}" >&2
			tail -3 "$log" >&2
			exit 1
		fi
		at=i-$name
		[ ! -e "$at/all" ] || at=$at/all
		printf '%s\t%s\t%s\t%s\t%s\n' "$name" "$(threads_of "$name")" \
			"$spent" "$(du -sb "$at" | cut -f1)" \
			"$(grep '^{' out)" >>"$notes"
	done
done
"$programs/bench-parts" "$(readlink -f i-complete/current)" >parts.json
python3 "$report" text.tsv "$notes" parts.json "$kept/build.json" \
	"$kept/build.svg"
