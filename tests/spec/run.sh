#!/bin/bash
# run.sh: the examples of the specification, run.
# usage: bash tests/spec/run.sh BUILD [--update] [FILE.md...]
#
# An example is a fenced block of the kind "example":
#
#     ```example
#     $ tracuu explain tokens
#     text that goes to standard input
#     .
#     what comes out
#     ```
#
# The first line is the command, then the input up to a line with a lone dot,
# then the output, which must be the same to the letter.  --update writes
# what comes out into the files, to be read in the diff.
part=spec
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
shift
update=
[ "${1-}" != --update ] || { update=yes && shift; }
[ $# -gt 0 ] || set -- tests/spec/*.md

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export PATH="$build:$PATH" TRACUU_INDEX="$scratch/index"
export LC_ALL=C.UTF-8 LANGUAGE="" NO_COLOR=1
unset COLUMNS

if grep -qE '^\$ tracuu (search|show|graph|related|suggest)' "$@"; then
	tracuu-index corpus >"$scratch/index.log" 2>&1 ||
		not_ok "index corpus/" "$(cat "$scratch/index.log")"
fi

# Cuts FILE.md into $scratch/N.cmd, N.in, N.out and N.at (the line).
cut_examples() {
	awk -v dir="$scratch" '
		/^```example$/ { n++; state = "cmd"; base = dir "/" n; next }
		/^```$/ && state { close(out); state = ""; next }
		state == "cmd" {
			sub(/^\$ /, "")
			print > (base ".cmd"); close(base ".cmd")
			print FNR > (base ".at"); close(base ".at")
			printf "" > (base ".in")
			printf "" > (base ".out")
			state = "in"; next
		}
		state == "in" && $0 == "." {
			close(base ".in"); state = "out"; out = base ".out"; next
		}
		state == "in" { print > (base ".in") }
		state == "out" { print > (base ".out") }
	' "$1"
}

# Writes FILE.md with the outputs that came.
write_examples() {
	awk -v dir="$scratch" '
		/^```example$/ { n++; state = 1 }
		/^```$/ { state = 0 }
		state == 2 { next }
		{ print }
		state == 1 && $0 == "." {
			state = 2
			file = dir "/" n ".got"
			while ((getline line < file) > 0) print line
			close(file)
		}
	' "$1" >"$scratch/new.md" && cat "$scratch/new.md" >"$1"
}

for file in "$@"; do
	rm -f "$scratch"/*.cmd
	cut_examples "$file"
	n=1
	while [ -e "$scratch/$n.cmd" ]; do
		base=$scratch/$n
		bash -c "$(cat "$base.cmd")" <"$base.in" >"$base.got" 2>&1
		echo "exit $?" >"$base.exit"
		if cmp -s "$base.out" "$base.got"; then
			ok
		elif [ -z "$update" ]; then
			not_ok "$file:$(cat "$base.at"): $(cat "$base.cmd")" \
				"$(diff -u --label expected --label got \
					"$base.out" "$base.got" | tail -n +3)"
		fi
		n=$((n + 1))
	done
	[ -z "$update" ] || write_examples "$file"
done
report_end
