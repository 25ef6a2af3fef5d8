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
# Leaves build.json and build.svg in BUILD/bench.  A peer that is not installed
# is left out, with a word on how to have it.
. tests/bench/common.sh "$1"
shift
need_python
rounds=5
[ "${1-}" != --rounds ] || rounds=${2-}
peers=$PWD/tests/bench/peers
report=$PWD/tests/bench/build.py
programs=$build/tests/bench
notes=$scratch/notes
mkdir -p "$kept"
cd "$scratch" || exit

echo "== build: the same articles for all"
xz -dc "$data/documents/phapdien-articles.jsonl.xz" |
	python3 "$peers/text.py" text.tsv text.jsonl
have='write write-lists complete termgenerator'
python3 -c 'import sqlite3
sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(a)")' \
	2>/dev/null && have="$have fts5" ||
	echo "FTS5 is not here: apt-get install python3 libsqlite3-0"
jars=/usr/share/java
jars=$(printf '%s:' $jars/lucene-core-8*.jar $jars/lucene-analyzers-common-8*.jar)
if command -v javac >/dev/null && [[ $jars != *'*'* ]]; then
	have="$have lucene-1 lucene-2"
else
	echo "Lucene is not here: apt-get install liblucene8-java" \
		"openjdk-17-jdk-headless"
fi
threads=$(nproc)
lucene() { java -Xmx2g -cp "$jars" "$peers/LucenePeer.java" index text.tsv "$@"; }

# build_one NAME DIR
build_one() {
	case $1 in
	write) "$programs/bench-write" text.tsv "$2" "$threads" ;;
	write-lists) "$programs/bench-write" text.tsv "$2" "$threads" lists ;;
	complete) tracuu-index --index "$2" text.jsonl ;;
	termgenerator) "$programs/bench-termgenerator" text.tsv "$2" ;;
	fts5) python3 "$peers/fts5.py" index text.tsv "$2" ;;
	lucene-*) lucene "$2" "${1#lucene-}" ;;
	esac 2>/dev/null | tail -1
}

TIMEFORMAT='%R %U %S'
for round in $(seq "$rounds"); do
	for name in $have; do
		# The slow one is far enough from all others to be built once.
		[ "$name" != termgenerator ] || [ "$round" -eq 1 ] || continue
		rm -rf "i-$name" out
		spent=$({ time build_one "$name" "i-$name" >out; } 2>&1 | tail -1)
		at=i-$name
		[ ! -e "$at/all" ] || at=$at/all
		printf '%s\t%s\t%s\t%s\n' "$name" "$spent" "$(du -sb "$at" | cut -f1)" \
			"$(grep '^{' out)" >>"$notes"
	done
done
"$programs/bench-parts" "$(readlink -f i-complete/current)" >parts.json
python3 "$report" text.tsv "$notes" parts.json "$kept/build.json" \
	"$kept/build.svg"
