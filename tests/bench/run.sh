#!/bin/bash
# run.sh: times and scores of this machine.
# usage: bash tests/bench/run.sh BUILD [PART [OPTION...]]
#
# A part is a script beside this one; without its name all of them run:
#   index        how fast the articles of the codified law are indexed, asked
#   build        the same beside SQLite FTS5, Lucene and plain Xapian, and how
#                large the index is, part by part (see build.sh)
#   relevance    what is found for the questions of three sets
#   references   which mentions are found, and what changed since the build
#                before (see references.sh for its options)
#   metadata     what documents say of themselves
#   peers        the same articles and queries beside SQLite FTS5 and Lucene
#                (see peers.sh for its options)
#   serve        the service under load, and Lucene behind the JDK's server
#   stages       how fast each stage of analysis reads text
#   suggest      how long suggestions take
build=${1:-build}
part=${2-}
shift $(($# < 2 ? $# : 2))
if [ -n "$part" ]; then
	script=tests/bench/$part.sh
	if [ "$part" = common ] || [ "$part" = run ] || [ ! -e "$script" ]; then
		echo "bench: there is no part '$part': see tests/bench/run.sh" >&2
		exit 2
	fi
	exec bash "$script" "$build" "$@"
fi
. tests/bench/common.sh "$build"
for part in index build peers relevance references metadata stages suggest \
	serve; do
	bash "tests/bench/$part.sh" "$build" || exit
done
