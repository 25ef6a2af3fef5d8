#!/bin/bash
# run.sh: the page in a real browser, and pictures of it in BUILD/web.
# usage: bash tests/web/run.sh BUILD [WORD...]
#
# WORD...: only the cases that have one of these words in their name; "shots"
# is the pictures.  The browser is Debian's Chromium, driven by the version of
# playwright-core that package-lock.json names, which npm fetches once.
part=web
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
shift
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

for program in chromium node npm; do
	command -v $program >/dev/null && continue
	skip "the page in a browser" "$program is not here: apt-get install chromium npm"
	report_end
done
if ! [ -d tests/web/node_modules/playwright-core ]; then
	if ! (cd tests/web && npm ci --no-audit --no-fund) \
		>"$scratch/npm.log" 2>&1; then
		skip "the page in a browser" "npm could not fetch playwright-core"
		report_end
	fi
fi
if ! "$build/tracuu-index" --index "$scratch/corpus" corpus \
	>"$scratch/index.log" 2>&1; then
	not_ok "index corpus/" "$(cat "$scratch/index.log")"
	report_end
fi

timeout 900 node tests/web/run.mjs "$build" "$scratch/corpus" "$@" \
	>"$scratch/out" 2>"$scratch/errors"
sed '$d' "$scratch/out"
read -r p f < <(tail -1 "$scratch/out" |
	sed -nE 's/^web: ([0-9]+) passed, ([0-9]+) failed$/\1 \2/p')
if [ -z "$p" ]; then
	not_ok "the browser tests ended without their counts" \
		"$(tail -1 "$scratch/out"; tail -20 "$scratch/errors")"
else
	passed=$((passed + p))
	failed=$((failed + f))
fi
report_end
