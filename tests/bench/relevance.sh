#!/bin/bash
# relevance.sh: what is found for the questions of three sets, which articles
# are related, whether look-ups give the right act first, and what a clerk
# would say of what is found for subjects.
# usage: bash tests/bench/relevance.sh BUILD [--anew]
#
# The figures of each question are kept in BUILD/bench; a later run is compared
# with them and fails if it loses.  --anew forgets them first.
. tests/bench/common.sh "$1"
need_python
here=tests/relevance
mkdir -p "$kept"
[ "${2-}" != --anew ] || rm -f "$kept/relevance.json"

# plain FILE: its text, packed or not.
plain() {
	if [ -e "$1" ]; then cat "$1"; else xz -dc "$1.xz"; fi
}

echo "== relevance"
runs=()
for set in "$data"/relevance/*/; do
	name=$(basename "$set")
	plain "$set/qrels.tsv" >"$scratch/$name.qrels"
	python3 "$tools/relevance.py" corpus "$set" |
		tracuu-index --index "$scratch/$name" - >/dev/null 2>&1
	for fold in '' --fold; do
		run=$scratch/$name$fold.run
		python3 "$tools/relevance.py" queries "$set" $fold >"$scratch/q"
		tracuu search --index "$scratch/$name" --batch "$scratch/q" >"$run"
		runs+=("$name${fold:+ without marks}=$scratch/$name.qrels:$run")
	done
done

articles
tracuu-index --index "$scratch/a" "$scratch/a.jsonl" >/dev/null 2>&1
plain "$data/relevance/phapdien-links.tsv" >"$scratch/links.tsv"
awk '{ print $1 "\t" $2 "\t1" }' "$scratch/links.tsv" >"$scratch/links.qrels"
python3 "$tools/relevance.py" links-queries "$scratch/links.tsv" >"$scratch/q"
tracuu related --index "$scratch/a" --batch "$scratch/q" --limit 20 \
	>"$scratch/links.run"
runs+=("related articles=$scratch/links.qrels:$scratch/links.run")

python3 $here/evaluate.py --kept "$kept/relevance.json" "${runs[@]}"
worst=$?

echo "== look-up"
python3 $here/make-lookup.py "$data/documents" >"$scratch/lookup.tsv"
xz -dc "$data"/documents/*.xz | tracuu-index --index "$scratch/all" - \
	>/dev/null 2>&1
python3 $here/score.py tracuu "$scratch/all" "$scratch/lookup.tsv" || worst=1

echo "== subjects"
tracuu-index --index "$scratch/all" corpus >/dev/null 2>&1
python3 $here/subjects.py tracuu "$scratch/all" || worst=1
exit $worst
