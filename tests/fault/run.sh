#!/bin/bash
# run.sh: kills, full disks, damage; what was committed must stay.
# usage: bash tests/fault/run.sh BUILD [ROUNDS]
#
# Every round kills the indexer (kill -9) at another moment of a build or an
# update, then verifies the index and asks it.  As root, it also indexes onto
# a small tmpfs until that is full.
# shellcheck disable=SC2034
part=fault
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
rounds=${2:-30}
scratch=$(mktemp -d)
trap 'umount "$scratch/small" 2>/dev/null; rm -rf "$scratch"' EXIT
export PATH="$build:$PATH" LC_ALL=C.UTF-8

# documents COUNT VERSION: JSON Lines of that many small documents.
documents() {
	awk -v n="$1" -v v="$2" 'BEGIN {
		for (i = 1; i <= n; i++) {
			printf "{\"id\":\"vb-%d\",\"title\":\"Văn bản thứ %d\",", i, i
			printf "\"text\":\"Bản %s của văn bản %d. ", v, i
			for (j = 0; j < 60; j++)
				printf "Nội dung số %d về phòng, chống tội phạm. ", i * j % 97
			print "\"}"
		}
	}'
}

# count_of INDEX VERSION: of how many documents there is that version.
count_of() {
	tracuu search --index "$1" --json "\"ban $2 cua\"" |
		sed -nE 's/.*"total":\{"value":([0-9]+).*/\1/p'
}

# whole INDEX COUNT VERSION...: verifies and counts; says what is wrong.
whole() {
	local index=$1 count=$2 version found
	shift 2
	tracuu verify --index "$index" >/dev/null 2>"$scratch/why" || {
		cat "$scratch/why"
		return
	}
	for version in "$@"; do
		found=$(count_of "$index" "$version")
		[ "${found:-0}" -ne "$count" ] || return 0
	done
	echo "no version of $* is whole: $found of $count documents"
}

# wait_random MILLISECONDS
wait_random() {
	sleep "$(awk -v r="$RANDOM" -v m="$1" 'BEGIN {
		printf "%.3f", r / 32768 * m / 1000 }')"
}

documents 1500 mot >"$scratch/1.jsonl"
mkdir "$scratch/in"
cp "$scratch/1.jsonl" "$scratch/in/a.jsonl"
start=$EPOCHREALTIME
tracuu-index --index "$scratch/index" "$scratch/in/a.jsonl" >/dev/null 2>&1
took=$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN {
	printf "%d", (b - a) * 1000 }')
holds_if_empty 'an index that nobody disturbed is whole' \
	"$(whole "$scratch/index" 1500 mot)"

old=mot
for i in $(seq "$rounds"); do
	new=lan$i
	documents 1500 "$new" >"$scratch/in/a.jsonl"
	tracuu-index --index "$scratch/index" "$scratch/in/a.jsonl" \
		>/dev/null 2>&1 &
	pid=$!
	wait_random $((took * 12 / 10))
	kill -9 "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
	holds_if_empty "update $i, killed: the old state or the new" \
		"$(whole "$scratch/index" 1500 "$old" "$new")"
	if [ -z "$(whole "$scratch/index" 1500 "$new")" ]; then
		old=$new
	fi
done
tracuu-index --index "$scratch/index" "$scratch/in/a.jsonl" >/dev/null 2>&1
holds_if_empty 'the next run ends what was begun' \
	"$(whole "$scratch/index" 1500 "$new")"

for i in $(seq $((rounds / 3))); do
	rm -rf "$scratch/fresh"
	tracuu-index --index "$scratch/fresh" "$scratch/1.jsonl" >/dev/null 2>&1 &
	pid=$!
	wait_random "$took"
	kill -9 "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
	tracuu-index --index "$scratch/fresh" "$scratch/1.jsonl" >/dev/null 2>&1
	holds_if_empty "first build $i, killed and run again" \
		"$(whole "$scratch/fresh" 1500 mot)"
done

# damage FILE: 64 bytes somewhere in it.
damage() {
	local size
	size=$(stat -c %s "$1")
	for _ in $(seq 64); do
		printf 'X' | dd of="$1" bs=1 conv=notrunc status=none \
			seek="$(((RANDOM * 32768 + RANDOM) % (size > 0 ? size : 1)))"
	done
}

mapfile -t files < <(cd "$scratch/fresh" && find . -type f | sort)
for file in "${files[@]}"; do
	rm -rf "$scratch/broken"
	cp -r "$scratch/fresh" "$scratch/broken"
	damage "$scratch/broken/$file"
	timeout 60 tracuu verify --index "$scratch/broken" >/dev/null 2>&1
	code=$?
	holds_if_empty "$file, damaged: verify ends and tells" "$(
		case $code in 0 | 3) ;; *) echo "exit code $code" ;; esac
	)"
done

# kept INDEX: the hundred of before are there, as they were or, of a batch that
# was committed before the disk was full, as they are to be.
kept() {
	local old new
	tracuu verify --index "$1" >/dev/null 2>"$scratch/why" || cat "$scratch/why"
	old=$(count_of "$1" mot)
	new=$(count_of "$1" hai)
	[ "$old" -eq 100 ] || { [ "$old" -eq 0 ] && [ "$new" -ge 100 ]; } ||
		echo "$old of a hundred, $new new ones"
}

# fill SIZE: an index on a disk of that many MB, which is full before long.
fill() {
	local small=$scratch/small code
	mkdir -p "$small"
	mount -t tmpfs -o size="$1m" tmpfs "$small" 2>/dev/null || return
	tracuu-index --index "$small/i" "$scratch/few.jsonl" >"$scratch/out" 2>&1
	code=$?
	holds_if_empty "$1 MB hold a hundred documents" "$(
		[ "$code" -eq 0 ] || { echo "exit code $code"; tail -3 "$scratch/out"; }
	)"
	tracuu-index --index "$small/i" "$scratch/many.jsonl" \
		>"$scratch/out" 2>&1
	code=$?
	holds_if_empty "$1 MB, full or not: exit code 0, or 5 and one line" "$(
		case $code in
		0) ;;
		5) [ "$(grep -c '^tracuu' "$scratch/out")" -eq 1 ] || cat "$scratch/out" ;;
		*) echo "exit code $code"; tail -3 "$scratch/out" ;;
		esac
	)"
	if [ "$code" -eq 0 ]; then
		holds_if_empty "$1 MB: all is there" "$(whole "$small/i" 40000 hai)"
	else
		full=yes
		holds_if_empty "$1 MB: what was there before stays" \
			"$(kept "$small/i")"
	fi
	holds_if_empty "$1 MB: nothing is left lying about" \
		"$(find "$small" -name '*tmp*' -o -name 'build*' | head)"
	umount "$small"
}

full=
documents 100 mot >"$scratch/few.jsonl"
documents 40000 hai >"$scratch/many.jsonl"
if [ "$(id -u)" -eq 0 ] && fill 2; then
	fill 4
	fill 8
	holds_if_empty 'one of the disks is full' "$([ "$full" ] || echo 'none')"
else
	skip 'a full disk' 'needs root and a tmpfs'
fi
report_end
