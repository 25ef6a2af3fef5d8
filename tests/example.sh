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

# The same from other languages.  A sanitizer must be loaded first of all.
if ! command -v python3 >/dev/null; then
	skip "docs/examples/search.py" "python3 is not here"
elif [ -n "$flags" ]; then
	skip "docs/examples/search.py" "python3 has no sanitizer"
else
	LIBTRACUU=$build/libtracuu.so python3 docs/examples/search.py \
		"$scratch/index" chi thi 48 >"$scratch/out" 2>&1
	holds_if_empty "docs/examples/search.py finds 48-CT/TW" "$(
		head -1 "$scratch/out" | grep -q '^1\. 48-CT/TW: ' ||
			cat "$scratch/out"
	)"
	holds_if_empty "and says why it cannot" "$(
		LIBTRACUU=$build/libtracuu.so python3 \
			docs/examples/search.py "$scratch/none" a 2>&1 |
			grep -v '^search.py: no index at '
	)"
fi
if ! command -v php >/dev/null; then
	skip "docs/examples/search.php" "php is not here"
else
	"$build/tracuu" serve --index "$scratch/index" --access-log '' \
		--listen 127.0.0.1:0 2>"$scratch/said" &
	server=$!
	for _ in $(seq 100); do
		[ -s "$scratch/said" ] && break
		sleep 0.1
	done
	url=$(grep -oE 'http://[0-9.:]+' "$scratch/said")
	holds_if_empty "docs/examples/search.php finds 48-CT/TW" "$(
		php docs/examples/search.php "$url" chi thi 48 2>&1 |
			head -1 | grep -v '^1\. 48-CT/TW: '
	)"
	kill "$server"
	wait "$server"
fi
holds_if_empty "pkg-config describes the library" "$(
	PKG_CONFIG_PATH=$build/meson-private pkg-config --libs tracuu 2>&1 |
		grep -v -- '-ltracuu'
)"
report_end
