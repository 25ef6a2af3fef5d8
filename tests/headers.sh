#!/bin/bash
# headers.sh: each header compiles alone, the public ones as C and as C++.
# usage: bash tests/headers.sh
part=headers
. tests/report.sh
strict='-Wall -Wextra -pedantic -Werror -fsyntax-only'
pdf=$(pkg-config --cflags-only-I poppler-glib | sed 's/-I/-isystem /g')

# alone COMPILER... HEADER: what the compiler has to say.
alone() {
	local header=${*: -1}
	# An empty unit behind the header keeps a lone typedef from warning.
	printf '#include "%s"\nint alone;\n' "$header" |
		"${@:1:$#-1}" - 2>&1
}

for header in include/tracuu.h include/tracuu/*.h; do
	name=${header#include/}
	# shellcheck disable=SC2086
	holds_if_empty "<$name> alone as C11" \
		"$(alone gcc -std=c11 $strict -Iinclude -x c "$name")"
	# shellcheck disable=SC2086
	holds_if_empty "<$name> alone as C++17" \
		"$(alone g++ -std=c++17 $strict -Iinclude -x c++ "$name")"
done
for header in $(find common indexer searcher -name '*.h' | sort); do
	# shellcheck disable=SC2086
	holds_if_empty "\"$header\" alone as C11" \
		"$(alone gcc -std=c11 -D_GNU_SOURCE $strict -I. -Iinclude $pdf \
			-x c "$header")"
done
report_end
