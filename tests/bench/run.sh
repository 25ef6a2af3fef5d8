#!/bin/bash
# run.sh: times and scores of this machine.
# usage: bash tests/bench/run.sh BUILD
#
# Uses the data of ../shared, which is no part of the project: 42,546 articles
# and lists of queries.  Scores need python3.
build=$(cd "${1:-build}" && pwd)
shared=$(cd .. && pwd)/shared
[ -d "$shared" ] || shared=${TRACUU_SHARED:-$shared}
if [ ! -d "$shared/data" ]; then
	echo "bench: there is no ../shared/data here, nothing to measure on"
	exit 0
fi
data=$shared/data
tools=$shared/tools
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH="$build:$PATH" LC_ALL=C.UTF-8

# measure COMMAND...: seconds and the most memory of a command.
measure() {
	local start=$EPOCHREALTIME
	"$@" >"$scratch/out" 2>"$scratch/err" &
	local pid=$! peak=0 now
	while now=$(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null) &&
		[ -n "$now" ]; do
		peak=$now
		sleep 0.05
	done
	wait "$pid"
	awk -v a="$start" -v b="$EPOCHREALTIME" -v m="$peak" 'BEGIN {
		printf "%.1f s, at most %d MB\n", b - a, m / 1024 }'
}

echo "== index: 42,546 articles of the codified law"
xz -dc "$data/documents/phapdien-articles.jsonl.xz" >"$scratch/a.jsonl"
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

command -v python3 >/dev/null || {
	echo "bench: python3 is not here: no scores"
	exit 0
}

echo "== relevance"
for set in "$data"/relevance/*/; do
	name=$(basename "$set")
	python3 "$tools/relevance.py" corpus "$set" |
		tracuu-index --index "$scratch/$name" - >/dev/null 2>&1
	for fold in '' --fold; do
		python3 "$tools/relevance.py" queries "$set" $fold >"$scratch/q"
		tracuu search --index "$scratch/$name" --batch "$scratch/q" \
			>"$scratch/run"
		printf '%s %s: %s\n' "$name" "${fold:-as written}" \
			"$(python3 "$tools/relevance.py" score "$set" "$scratch/run" |
				tr '\n' ' ')"
	done
done

links=$data/relevance/phapdien-links.tsv
[ -e "$links" ] || { xz -dc "$links.xz" >"$scratch/links.tsv" &&
	links=$scratch/links.tsv; }
python3 "$tools/relevance.py" links-queries "$links" >"$scratch/q"
tracuu related --index "$scratch/a" --batch "$scratch/q" --limit 20 \
	>"$scratch/run"
printf 'related: %s\n' \
	"$(python3 "$tools/relevance.py" links "$links" "$scratch/run" | tr '\n' ' ')"

echo "== references and metadata"
for gold in "$data"/citations-dev*.jsonl; do
	tracuu explain references --jsonl - <"$gold" >"$scratch/p"
	echo "${gold##*/}"
	python3 "$tools/citations.py" "$gold" "$scratch/p" | head -12
done
python3 "$tools/metadata.py" input "$data/metadata-dev.jsonl" \
	"$data/documents" >"$scratch/m"
tracuu explain metadata --jsonl - <"$scratch/m" >"$scratch/p"
python3 "$tools/metadata.py" "$data/metadata-dev.jsonl" "$scratch/p" | head -20
