#!/bin/bash
# run.sh: every part of the tests, and the sum of their counts.
# usage: bash tests/run.sh BUILD BUILD-ASAN
#
# Each part is a script that ends with "NAME: P passed, F failed, S skipped".
# The last line here is "P passed, F failed", with ", S skipped" if any were.
build=$1
asan=$2
passed=0
failed=0
skipped=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# Looking for leaks needs ptrace, which some containers refuse.
echo 'int main(void) { return 0; }' |
	gcc -fsanitize=address -x c - -o "$logs/probe" && "$logs/probe" ||
	export ASAN_OPTIONS=new_delete_type_mismatch=0:detect_leaks=0

# part LABEL SCRIPT ARGUMENT...
part() {
	local label=$1 last p f s start=$SECONDS
	shift
	bash "$@" 2>&1 | tee "$logs/log" | sed '$d'
	last=$(tail -1 "$logs/log")
	read -r p f s < <(sed -nE \
		's/^[a-z]+: ([0-9]+) passed, ([0-9]+) failed, ([0-9]+) skipped$/\1 \2 \3/p' \
		<<<"$last")
	if [ -z "$p" ]; then
		printf '%s\nFAIL %s: ended without its counts\n' "$last" "$label"
		p=0 f=1 s=0
	fi
	passed=$((passed + p))
	failed=$((failed + f))
	skipped=$((skipped + s))
	printf '%-18s %5d passed %4d failed %4d skipped %4d s\n' "$label" \
		"$p" "$f" "$s" $((SECONDS - start))
}

part layers tests/layers.sh
part sizes tests/sizes.sh
part headers tests/headers.sh
part symbols tests/symbols.sh "$build"
part legacy tests/legacy/run.sh "$build"
part peer tests/peer/run.sh "$build"
part fault tests/fault/run.sh "$build" 8 small
part hostile tests/hostile/run.sh "$build"
for dir in "$build" "$asan"; do
	name=${dir#build}
	part "unit$name" tests/unit/run.sh "$dir"
	for script in tests/spec/run.sh tests/cli/run.sh tests/corpus.sh \
		tests/relevance/run.sh tests/example.sh tests/server/run.sh; do
		[ -e "$script" ] || continue
		label=${script#tests/}
		label=${label%.sh}
		part "${label%/run}$name" "$script" "$dir"
	done
done

printf '%d passed, %d failed' "$passed" "$failed"
[ "$skipped" -eq 0 ] || printf ', %d skipped' "$skipped"
printf '\n'
[ "$failed" -eq 0 ]
