# shellcheck shell=bash
# report.sh: counting and printing, sourced by every part of the tests.
#
#     part=layers; . tests/report.sh
#     ok                      one thing holds
#     not_ok WHAT [WHY]       it does not; WHY may have several lines
#     skip WHAT WHY           it could not be tried here
#     report_end              prints "layers: 3 passed, 0 failed" and exits
#
# A part runs from the root of the repository; its last line is what
# build.sh adds up.

# Xapian itself frees some objects under the size of their base class.
export ASAN_OPTIONS=${ASAN_OPTIONS:-new_delete_type_mismatch=0}
export UBSAN_OPTIONS=${UBSAN_OPTIONS:-halt_on_error=1:print_stacktrace=1}

passed=0
failed=0
skipped=0

ok() {
	passed=$((passed + 1))
}

not_ok() {
	failed=$((failed + 1))
	printf 'FAIL %s: %s\n' "$part" "$1"
	if [ -n "${2-}" ]; then
		printf '%s\n' "$2" | sed 's/^/    /'
	fi
}

skip() {
	skipped=$((skipped + 1))
	printf 'skip %s: %s: %s\n' "$part" "$1" "$2"
}

# Holds if the text $2 is empty; else it is what is wrong with $1.
holds_if_empty() {
	if [ -z "$2" ]; then ok; else not_ok "$1" "$2"; fi
}

report_end() {
	printf '%s: %d passed, %d failed, %d skipped\n' \
		"$part" "$passed" "$failed" "$skipped"
	[ "$failed" -eq 0 ]
	exit
}
