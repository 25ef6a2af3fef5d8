#!/bin/bash
# run.sh: every unit program of a build, with Check's own counts.
# usage: bash tests/unit/run.sh BUILD
part=unit
. tests/report.sh
build=${1:-build}
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

find "$build/tests/unit" -maxdepth 1 -type f -name 'unit-*' -perm -u+x |
	sort | LOGS=$logs xargs -P "$(nproc)" -I PROGRAM sh -c '
		timeout 900 "$1" >"$LOGS/${1##*/}" 2>&1
		echo "exit $?" >>"$LOGS/${1##*/}"' sh PROGRAM

for log in "$logs"/*; do
	read -r checks wrong < <(sed -nE \
		's/.*Checks: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+).*/\1 \2+\3/p' \
		"$log")
	wrong=$((${wrong:-0}))
	passed=$((passed + ${checks:-0} - wrong))
	if ! grep -q '^exit 0$' "$log" || [ -z "$checks" ]; then
		not_ok "${log##*/}" "$(tail -40 "$log")"
		failed=$((failed + (wrong > 1 ? wrong - 1 : 0)))
	fi
done
report_end
