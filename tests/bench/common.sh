# shellcheck shell=bash disable=SC2034
# common.sh: what the parts of the bench share, sourced by each.
#
#     . tests/bench/common.sh BUILD
#
# Sets build, kept (what one run leaves to the next), shared, data, tools and
# scratch, and puts the programs of BUILD first on the path.  Ends the part if
# there is nothing to measure on.  The data of ../shared are no part of the
# project; TRACUU_SHARED says where else they are.

build=$(cd "${1:-build}" && pwd)
kept=$build/bench
shared=${TRACUU_SHARED:-$(cd .. && pwd)/shared}
data=$shared/data
tools=$shared/tools
if [ ! -d "$data" ]; then
	echo "bench: there is no ../shared/data here, nothing to measure on"
	exit 0
fi
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

# The 42,546 articles of the codified law, in $scratch/a.jsonl.
articles() {
	[ -e "$scratch/a.jsonl" ] ||
		xz -dc "$data/documents/phapdien-articles.jsonl.xz" \
			>"$scratch/a.jsonl"
}

# Scores are counted in Python, which nothing else here needs.
need_python() {
	command -v python3 >/dev/null && return
	echo "bench: python3 is not here: no scores"
	exit 0
}
