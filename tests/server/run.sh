#!/bin/bash
# run.sh: the service: its API, who sees what, what it refuses, its life.
# usage: bash tests/server/run.sh BUILD [PART...]
part=server
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
shift
[ $# -gt 0 ] || set -- api access strict life

if ! command -v python3 >/dev/null; then
	skip "the service" "python3 is not here"
	report_end
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
"$build/tracuu-index" --index "$scratch/corpus" corpus \
	>"$scratch/index.log" 2>&1 ||
	not_ok "index corpus/" "$(cat "$scratch/index.log")"

for name in "$@"; do
	timeout 600 python3 "tests/server/$name.py" "$build" \
		"$scratch/corpus" >"$scratch/out" 2>&1
	sed '$d' "$scratch/out"
	read -r p f < <(tail -1 "$scratch/out" |
		sed -nE 's/^server: ([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p')
	if [ -z "$p" ]; then
		not_ok "$name ended without its counts" \
			"$(tail -3 "$scratch/out")"
		continue
	fi
	passed=$((passed + p))
	failed=$((failed + f))
done
report_end
