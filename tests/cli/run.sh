#!/bin/bash
# run.sh: the commands as people and scripts call them.
# usage: bash tests/cli/run.sh BUILD [--update] [NAME...]
#
# tests/cli/NAME/ has
#
#     cmd            a script for bash, run in an empty folder
#     stdout.exact   what it prints
#     stderr.exact   what it says on standard error; without it nobody looks
#     exit           its exit code; 0 without it
#
# The script finds tracuu and tracuu-index in PATH, the sample documents in
# $CORPUS, and an index of them, not to be changed, in $TRACUU_INDEX.
# --update writes what comes out into the files, to be read in the diff.
part=cli
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
shift
update=
[ "${1-}" != --update ] || { update=yes && shift; }
if [ $# -eq 0 ]; then
	mapfile -t names < <(find tests/cli -mindepth 2 -name cmd |
		sed "s!^tests/cli/!!; s!/cmd\$!!" | sort)
	set -- "${names[@]}"
fi

scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT
export PATH="$build:$PATH" BUILD="$build" TRACUU_INDEX="$scratch/index"
export CORPUS="$PWD/corpus" ROOT="$PWD"
export LC_ALL=C.UTF-8 LANGUAGE="" NO_COLOR=1
unset COLUMNS XDG_DATA_HOME
# Nor the options of who runs the tests.
mkdir -p "$scratch/config/tracuu"
: >"$scratch/config/tracuu/config"
export XDG_CONFIG_HOME="$scratch/config"

tracuu-index corpus >"$scratch/index.log" 2>&1 ||
	not_ok "index corpus/" "$(cat "$scratch/index.log")"

# same FILE-OF-TEST FILE-THAT-CAME: the difference, nothing if there is none.
differs() {
	[ -e "$1" ] || return 0
	diff -u --label expected --label got "$1" "$2" | tail -n +3 | head -60
}

for name in "$@"; do
	here=tests/cli/$name
	work=$scratch/$name
	mkdir "$work"
	script=$PWD/$here/cmd
	(cd "$work" && timeout 120 bash -o pipefail "$script") \
		>"$scratch/stdout" 2>"$scratch/stderr" </dev/null
	code=$?
	# Folders of this run are no part of what is expected.
	sed -i "s#$scratch#SCRATCH#g" "$scratch/stdout" "$scratch/stderr"
	if [ -n "$update" ]; then
		cp "$scratch/stdout" "$here/stdout.exact"
		[ ! -e "$here/stderr.exact" ] ||
			cp "$scratch/stderr" "$here/stderr.exact"
		rm -f "$here/exit"
		[ "$code" -eq 0 ] || echo "$code" >"$here/exit"
	fi
	want=$(cat "$here/exit" 2>/dev/null || echo 0)
	wrong=$(
		[ "$code" -eq "$want" ] || {
			echo "exit code $code, not $want"
			tail -5 "$scratch/stderr"
		}
		differs "$here/stdout.exact" "$scratch/stdout"
		differs "$here/stderr.exact" "$scratch/stderr"
	)
	holds_if_empty "$name" "$wrong"
done
report_end
