#!/bin/bash
# peers.sh: the articles of the codified law, indexed and asked by us and by
# others, the same text and the same queries in one run.
# usage: bash tests/bench/peers.sh BUILD [--rounds N] [--keep DIR]
#
# The ratio is the result, never a time by itself.  One thread, in its own
# processor time, which other work on the machine does not change; warm: the
# last of several passes counts; ours with re-rank and snippets, theirs with the
# score of their index alone.  --rounds (3): how often all are asked, in turn;
# the median counts.  FTS5 is slow: it is asked every fifth query, once.  --keep: texts and indexes stay in DIR and are used again.
#
# Leaves peers.json and peers.svg in BUILD/bench.  A peer that is not installed
# is left out, with a word on how to have it.
. tests/bench/common.sh "$1"
shift
need_python
. tests/bench/others.sh
have="tracuu ${others/termgenerator/}"
rounds=3
while [ $# -gt 0 ]; do
	case $1 in
	--rounds) rounds=${2-} && shift ;;
	--keep) keep=$(realpath -m "${2-}") && shift ;;
	*)
		echo "bench: peers does not know '$1'" >&2
		exit 2
		;;
	esac
	shift
done
keep=${keep:-$scratch}
notes=$scratch/notes
mkdir -p "$keep" "$kept"
cd "$keep" || exit

# note KEY=VALUE... [JSON]: what was measured, one JSON object a line.
note() { python3 "$peers/report.py" note "$@" >>"$notes"; }

echo "== peers: the same articles, the same queries"
[ -e text.tsv ] || xz -dc "$data/documents/phapdien-articles.jsonl.xz" |
	python3 "$peers/text.py" text.tsv text.jsonl
bytes=$(cut -f2 text.tsv | wc -c)
note what=text "bytes=$bytes" "articles=$(wc -l <text.tsv)"

# ---- building ----

size_of() { du -sb "$1" | cut -f1; }

# index PEER DIR COMMAND...: prints what it took, if DIR is not there yet.
index() {
	local peer=$1 dir=$2 start=$EPOCHREALTIME out
	shift 2
	[ ! -e "$dir" ] || return 0
	out=$("$@" 2>/dev/null | tail -1)
	case $out in
	'{'*) ;;
	*) out=$(awk -v a="$start" -v b="$EPOCHREALTIME" \
		'BEGIN { printf "{\"seconds\": %.3f}", b - a }') ;;
	esac
	note what=index "peer=$peer" "bytes=$(size_of "$dir")" "$out"
}

for peer in $have; do
	case $peer in
	tracuu) index tracuu ours tracuu-index --index ours text.jsonl ;;
	fts5) index fts5 fts5.db fts5 index text.tsv fts5.db ;;
	lucene)
		index lucene-2 lucene-2 lucene index text.tsv lucene-2 2
		index lucene lucene lucene index text.tsv lucene 1
		;;
	esac
done

# ---- asking ----

ask() { "$build/tests/bench/bench-ask" ours "$@"; }

for round in $(seq "$rounds"); do
	for set in title short; do
		queries=$data/speed/q_$set.txt
		for peer in $have; do
			case $peer in
			tracuu) out=$(ask "$queries" 3 1 page) ;;
			fts5)
				[ "$round" -eq 1 ] || continue
				awk 'NR % 5 == 1' "$queries" >"$scratch/q"
				out=$(fts5 search fts5.db "$scratch/q" 1)
				;;
			lucene) out=$(lucene search lucene "$queries" 6) ;;
			esac
			note what=search "peer=$peer" "set=$set" "$out"
		done
	done
	queries=$data/speed/q_title.txt
	note what=batch threads=1 "$(ask "$queries" 2 1 page)"
	note what=batch threads=2 "$(ask "$queries" 2 2 page)"
done
note what=search peer=tracuu-counted set=title \
	"$(ask "$data/speed/q_title.txt" 2 1 full)"
note what=search peer=tracuu-counted set=short \
	"$(ask "$data/speed/q_short.txt" 2 1 full)"

# One command, from its start to its end, in processor time.
head -100 "$data/speed/q_title.txt" >"$scratch/q"
TIMEFORMAT='%U %S'
spent=$({ time while read -r line; do
	tracuu search --index ours "$line" >/dev/null
done <"$scratch/q"; } 2>&1 | tail -1)
note what=command "ms=$(awk '{ print ($1 + $2) * 10 }' <<<"$spent")"

python3 "$peers/report.py" show "$notes" "$kept/peers.json" "$kept/peers.svg"
