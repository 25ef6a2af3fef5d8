#!/bin/bash
# run.sh: hostile files cost themselves and nothing else.
# usage: bash tests/hostile/run.sh BUILD
#
# make.py writes them; each must end, within the limits of extract.h, as
# indexed or with one line that says why not, and what is sound beside them
# must be found.  Needs Python 3; skips with a word without it.
part=hostile
. tests/report.sh
build=$(cd "$1" && pwd)
command -v python3 >/dev/null || {
	skip 'hostile files' 'python3 is not here'
	report_end
	exit
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=$(python3 tests/hostile/make.py "$work/files")
cp corpus/trung-uong/48-CT-TW-2010.txt "$work/files/sound.txt"

export TRACUU_INDEX=$work/index LC_ALL=C.UTF-8
timeout 1200 "$build/tracuu-index" --json --jobs 2 "$work/files" \
	>"$work/out" 2>"$work/err"
code=$?
holds_if_empty "the indexer ends well ($count files)" "$(
	[ "$code" -eq 0 ] || [ "$code" -eq 4 ] || {
		echo "exit code $code"
		tail -3 "$work/err"
	}
)"
python3 - "$work" "$count" >"$work/wrong" <<'PY'
import json
import sys

work, count = sys.argv[1], int(sys.argv[2])
run = json.loads(open(work + "/out").read().splitlines()[-1])
ended = run["added"] + run["skipped"] + run["failed"]
if count < 60:
    print("only", count, "files were made")
if ended != count + 1:
    print(ended, "of", count + 1, "files ended")
for one in run["incidents"]:
    if not one["reason"] or "\n" in one["reason"]:
        print("no reason:", one)
PY
holds_if_empty 'each file ends, with a reason' "$(cat "$work/wrong")"
holds_if_empty 'what is sound is found' "$(
	"$build/tracuu" search --limit 1 '48-CT/TW' | grep -q sound.txt ||
		echo 'sound.txt is not found'
)"
holds_if_empty 'nothing was written beside the index' "$(
	ls -d /tmp/tracuu-hostile /etc/tracuu-hostile 2>/dev/null
)"
report_end
