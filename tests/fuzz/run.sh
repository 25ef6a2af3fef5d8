#!/bin/bash
# run.sh: every fuzz target for a bounded time.
# usage: bash tests/fuzz/run.sh BUILD [SECONDS-FOR-EACH]
#
# Starts from the sample documents and from what earlier runs found in
# build-fuzz/.  A crash leaves its input beside the seeds and is named here.
part=fuzz
. tests/report.sh
build=$(cd "$1" && pwd)
seconds=${2:-${FUZZ_SECONDS:-20}}
work=$PWD/build-fuzz/work
mkdir -p "$work"

export ASAN_OPTIONS=new_delete_type_mismatch=0:handle_abort=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1

# Lines of the corpus are good seeds of queries and numbers.
seeds=$work/seeds
mkdir -p "$seeds"
cat corpus/*/*.txt | awk 'length > 20 && NR % 7 == 0' | head -400 |
	split -l 2 - "$seeds/line-"
cp corpus/*/*.txt corpus/*/*.html corpus/*/*.jsonl "$seeds" 2>/dev/null
if [ -x "$build/tracuu-index" ]; then
	export TRACUU_INDEX=$work/index
	"$build/tracuu-index" corpus >/dev/null 2>&1
fi

for program in "$build"/tests/fuzz/fuzz-*; do
	[ -f "$program" ] && [ -x "$program" ] || continue
	name=${program##*/}
	mkdir -p "$work/$name"
	if grep -q LLVMFuzzerRunDriver "$program"; then
		arguments=("-max_total_time=$seconds" -timeout=20 -rss_limit_mb=4096
			-max_len=65536 "-artifact_prefix=$work/$name-" "$work/$name"
			"$seeds")
	else
		arguments=(-t "$seconds" -s "$RANDOM" "$seeds"/*)
	fi
	log=$work/$name.log
	if (cd "$work" && "$program" "${arguments[@]}") >"$log" 2>&1; then
		ok
		tail -1 "$log"
	else
		not_ok "$name" "$(tail -30 "$log"; find "$work" -name "*$name*" -type f)"
	fi
done
report_end
