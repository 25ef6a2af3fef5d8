#!/bin/bash
# symbols.sh: libtracuu exports what include/ promises, and nothing else.
# usage: bash tests/symbols.sh BUILD
part=symbols
. tests/report.sh
build=${1:-build}

promised() {
	for header in include/tracuu/*.h; do
		gcc -std=c11 -E -P -Iinclude "$header"
	done | tr '\n' ' ' | tr ';' '\n' | grep -v typedef |
		grep -oE 'tracuu_[a-z0-9_]+ ?\(' | tr -d ' (' | sort -u
}

exported() {
	nm -D --defined-only "$1" | awk '$2 != "A" { print $3 }' |
		sed 's/@.*//' | sort -u
}

library=$build/libtracuu.so
if [ ! -e "$library" ]; then
	not_ok "$library is there"
	report_end
fi
holds_if_empty "every prototype of include/ is exported" \
	"$(comm -23 <(promised) <(exported "$library"))"
holds_if_empty "nothing else is exported" \
	"$(comm -13 <(promised) <(exported "$library"))"
report_end
