#!/bin/bash
# relevance.sh: what is found for the questions of three sets, and which
# articles are related.
# usage: bash tests/bench/relevance.sh BUILD
. tests/bench/common.sh "$1"
need_python

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

articles
tracuu-index --index "$scratch/a" "$scratch/a.jsonl" >/dev/null 2>&1
xz -dc "$data/relevance/phapdien-links.tsv.xz" >"$scratch/links.tsv"
python3 "$tools/relevance.py" links-queries "$scratch/links.tsv" >"$scratch/q"
tracuu related --index "$scratch/a" --batch "$scratch/q" --limit 20 \
	>"$scratch/run"
printf 'related: %s\n' "$(python3 "$tools/relevance.py" links \
	"$scratch/links.tsv" "$scratch/run" | tr '\n' ' ')"
