#!/bin/bash
# metadata.sh: what documents say of themselves, against what people read.
# usage: bash tests/bench/metadata.sh BUILD
. tests/bench/common.sh "$1"
need_python

echo "== metadata"
python3 "$tools/metadata.py" input "$data/metadata-dev.jsonl" \
	"$data/documents" >"$scratch/m"
tracuu explain metadata --jsonl - <"$scratch/m" >"$scratch/p"
python3 "$tools/metadata.py" "$data/metadata-dev.jsonl" "$scratch/p" | head -20
