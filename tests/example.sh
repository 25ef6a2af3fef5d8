#!/bin/bash
# example.sh: docs/example.c compiles against the library and answers.
# usage: bash tests/example.sh BUILD
part=example
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

flags=
case $build in *asan) flags=-fsanitize=address,undefined ;; esac
# shellcheck disable=SC2086
holds_if_empty "docs/example.c compiles" "$(
	gcc $flags -std=c11 -Wall -Wextra -pedantic -Werror -Iinclude \
		docs/example.c -o "$scratch/example" -L"$build" \
		-Wl,-rpath,"$build" -ltracuu 2>&1
)"
"$build/tracuu-index" --index "$scratch/index" corpus \
	>"$scratch/log" 2>&1 || not_ok "index corpus/" "$(cat "$scratch/log")"

"$scratch/example" "$scratch/index" 'chi thi 48 phong chong toi pham' \
	>"$scratch/out" 2>&1
if head -1 "$scratch/out" | grep -q '^1\. 48-CT/TW: ' &&
	grep -q '<- 13-KL/TW' "$scratch/out"; then
	ok
else
	not_ok "it finds 48-CT/TW and what continues it" \
		"$(cat "$scratch/out")"
fi
"$scratch/example" "$scratch/none" 48 >"$scratch/out" 2>&1
code=$?
holds_if_empty "no index is exit code 3 and one line" "$(
	[ "$code" -eq 3 ] || echo "exit code $code"
	[ "$(wc -l <"$scratch/out")" -eq 1 ] || cat "$scratch/out"
)"
report_end
