#!/bin/bash
# references.sh: which mentions are found, and what changed since the build
# before.
# usage: bash tests/bench/references.sh BUILD [OPTION...]
#
#   --against WHAT   compare with WHAT instead of the build before: mentions
#                    that a run kept, or the program tracuu of another build
#   --first N        show N mentions of each sort (10), spread over all
#   --all            read every document, not the fixed sample
#   --errors N       show N errors in the development sets (0)
#
# BUILD/bench/ keeps the mentions of this build and of the one before it, one
# is known from the other by the program itself.
. tests/bench/common.sh "$1"
shift
need_python
against='' first=10 errors=0 scope=sample
while [ $# -gt 0 ]; do
	case $1 in
	--against) against=${2-} && shift ;;
	--first) first=${2-} && shift ;;
	--errors) errors=${2-} && shift ;;
	--all) scope=all ;;
	*)
		echo "bench: references does not know '$1'" >&2
		exit 2
		;;
	esac
	shift
done
script=tests/bench/references.py

for gold in "$data"/citations-dev*.jsonl; do
	echo "== references: ${gold##*/}"
	tracuu explain references --jsonl - <"$gold" >"$scratch/p"
	[ ! -e "$tools/citations.py" ] ||
		python3 "$tools/citations.py" "$gold" "$scratch/p" \
			--errors "$errors"
	python3 "$script" types "$gold" "$scratch/p"
done

echo "== references: mentions in the documents ($scope)"
now=$kept/mentions-$scope.jsonl
before=$kept/mentions-$scope-before.jsonl
mkdir -p "$kept"
id=$(sha1sum <"$build/tracuu")
python3 "$script" documents "$data/documents" "$scope" >"$scratch/d"
tracuu explain references --jsonl - <"$scratch/d" >"$scratch/p"
if [ -e "$now" ] && [ "$(cat "$now.id")" != "$id" ]; then
	mv "$now" "$before"
fi
cp "$scratch/p" "$now"
printf '%s\n' "$id" >"$now.id"

if [ -n "$against" ] && [ -x "$against" ]; then
	before=$scratch/before
	"$against" explain references --jsonl - <"$scratch/d" >"$before"
elif [ -n "$against" ]; then
	before=$against
fi
if [ ! -e "$before" ]; then
	echo "bench: the mentions are kept in ${now#"$PWD"/}, for the next build"
	before=$now
fi
python3 "$script" compare "$before" "$now" "$scratch/d" "$first"
