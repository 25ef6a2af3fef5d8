#!/bin/bash
# corpus.sh: the facts of corpus/ held to the program; see corpus.c.
# usage: bash tests/corpus.sh BUILD
part=corpus
. tests/report.sh
build=${1:-build}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$build/tests/test-corpus" "$scratch/index" "$build/tracuu-extract"
