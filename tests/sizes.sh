#!/bin/bash
# sizes.sh: files of 500 lines, functions of 60, lines of 80 columns at most.
# usage: bash tests/sizes.sh
#
# Generated tables, data and prose are excepted.  A function is counted from
# the first line of its definition to the brace that ends it, both in the
# first column, where clang-format puts them.
part=sizes
. tests/report.sh

written() {
	find . \( -name .git -o -name 'build*' -a -type d -o -name tables \
		-o -name corpus \) -prune -o -type f \( "$@" \) -print |
		sed 's!^\./!!' | sort
}

code() {
	written -name '*.[ch]' -o -name '*.cc' -o -name '*.hh'
}

# shellcheck disable=SC2046
holds_if_empty 'no file is over 500 lines' "$(
	wc -l $(code) $(written -name '*.sh' -o -name '*.py' -o \
		-name meson.build -o -name cmd) |
		awk '$1 > 500 && $2 != "total" { print $2 ": " $1 " lines" }'
)"

# shellcheck disable=SC2046
holds_if_empty 'no function is over 60 lines' "$(awk '
	FNR == 1 { first = 1 }
	/^$/ || /\*\/$/ || /^#/ { first = FNR + 1 }
	/^}/ {
		if (open && FNR - open + 1 > 60)
			print FILENAME ":" open ": " FNR - open + 1 " lines"
		open = 0
		first = FNR + 1
	}
	/^{/ { open = first }
' $(code))"

# Bytes are no columns: continuation bytes of UTF-8 are dropped first.
holds_if_empty 'no line of code is over 80 columns' "$(
	for file in $(code); do
		LC_ALL=C tr -d '\200-\277' <"$file" | LC_ALL=C awk \
			-v file="$file" 'length > 80 { print file ":" FNR }'
	done
)"

holds_if_empty 'nothing is left to be done in comments' "$(
	# shellcheck disable=SC2046
	grep -nwE 'TO''DO|FIX''ME' $(code) $(written -name '*.sh' -o \
		-name '*.py' -o -name meson.build)
)"

report_end
