#!/bin/bash
# run.sh: kills, full disks, damage; what was committed must stay.
# usage: bash tests/fault/run.sh BUILD [ROUNDS [SMALL]]
#
# Every round kills the indexer (kill -9) at another moment: half of ROUNDS of
# an update, a quarter each of a first build and of a rebuild; then the index
# is verified and asked.  As root, it also indexes onto a small tmpfs until that
# is full, and without the right to write; with fiu-run (libfiu) onto a disk
# that fails.  SMALL leaves out damaged and full disks.
# shellcheck disable=SC2034
part=fault
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
rounds=${2:-30}
small=${3-}
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
for i in $(seq $((rounds / 2))); do
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

for i in $(seq $((rounds / 4))); do
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

# A rebuild leaves the old generation in its place until the new one is whole;
# readers ask while it goes on.
documents 1500 hai >"$scratch/2.jsonl"
cp "$scratch/1.jsonl" "$scratch/in/b.jsonl"
rm -rf "$scratch/again"
tracuu-index --index "$scratch/again" "$scratch/in/b.jsonl" >/dev/null 2>&1
old=mot
for i in $(seq $((rounds / 4))); do
	new=dung$i
	documents 1500 "$new" >"$scratch/in/b.jsonl"
	tracuu-index --index "$scratch/again" --rebuild "$scratch/in/b.jsonl" \
		>/dev/null 2>&1 &
	pid=$!
	wait_random $((took * 6 / 10))
	found=$(count_of "$scratch/again" "$old")
	[ "${found:-0}" -eq 1500 ] || found=$(count_of "$scratch/again" "$new")
	holds_if_empty "rebuild $i, under way: a reader sees one state, whole" "$(
		[ "${found:-0}" -eq 1500 ] || echo "$found documents of $old or $new"
	)"
	wait_random $((took * 6 / 10))
	kill -9 "$pid" 2>/dev/null
	wait "$pid" 2>/dev/null
	holds_if_empty "rebuild $i, killed: the old state or the new" \
		"$(whole "$scratch/again" 1500 "$old" "$new")"
	if [ -z "$(whole "$scratch/again" 1500 "$new")" ]; then
		old=$new
	fi
done
tracuu-index --index "$scratch/again" "$scratch/in/b.jsonl" >/dev/null 2>&1
holds_if_empty 'an update ends what a killed rebuild left' \
	"$(whole "$scratch/again" 1500 "$new")"
holds_if_empty 'and nothing is left lying about' \
	"$(find "$scratch/again" -name building -o -name '*new*' | head)"

# answers INDEX: of some queries, with scores, as scripts get them.
answers() {
	local query
	for query in 'phòng chống tội phạm' 'văn bản thứ 77' 'nội dung' '"ban mot"'; do
		tracuu search --index "$1" --json --limit 50 "$query" |
			sed -E 's/"took_us":[0-9]+//'
	done
}
for jobs in 1 2; do
	tracuu-index --index "$scratch/fresh" --rebuild --jobs $jobs \
		"$scratch/1.jsonl" >/dev/null 2>&1
	answers "$scratch/fresh" >"$scratch/answers.$jobs"
done
holds_if_empty 'a rebuild of the same files gives the same answers' \
	"$(diff "$scratch/answers.1" "$scratch/answers.2" | head -5)"

# told WHAT CODE INDEX: one line with these words, this exit code, nothing lost.
told() {
	holds_if_empty "$1: exit code $2 and one line that says it" "$(
		[ "$code" -eq "$2" ] || echo "exit code $code"
		[ "$(grep -c '^tracuu' "$scratch/out")" -eq 1 ] &&
			grep -q "$1" "$scratch/out" || tail -3 "$scratch/out"
	)"
	holds_if_empty "$1: nothing is lost" "$(whole "$3" 1500 mot)"
}

# Few files: 32 do, however many small databases there are to merge.
documents 6000 nhieu >"$scratch/more.jsonl"
(
	ulimit -n 32
	exec tracuu-index --index "$scratch/narrow" "$scratch/more.jsonl"
) >"$scratch/out" 2>&1
code=$?
holds_if_empty '32 open files are enough' "$(
	[ "$code" -eq 0 ] || { echo "exit code $code"; tail -1 "$scratch/out"; }
	whole "$scratch/narrow" 6000 nhieu
)"
(
	ulimit -n 9
	exec tracuu-index --index "$scratch/fresh" "$scratch/2.jsonl"
) >"$scratch/out" 2>&1
code=$?
told 'ulimit -n' 5 "$scratch/fresh"

# A user who may not write, and files that may not be read.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
	chmod 755 "$scratch" "$scratch/fresh"
	setpriv --reuid 65534 --regid 65534 --clear-groups \
		"$build/tracuu-index" --index "$scratch/fresh" "$scratch/2.jsonl" \
		>"$scratch/out" 2>&1
	code=$?
	told 'ermission denied' 5 "$scratch/fresh"
	mkdir -p "$scratch/shut/in" "$scratch/shut/index"
	echo 'Kế hoạch trồng lúa' >"$scratch/shut/in/a.txt"
	chmod 600 "$scratch/shut/in/a.txt"
	chmod 777 "$scratch/shut/index"
	setpriv --reuid 65534 --regid 65534 --clear-groups \
		"$build/tracuu-index" --index "$scratch/shut/index" \
		"$scratch/shut/in" >"$scratch/out" 2>&1
	code=$?
	holds_if_empty 'a file that may not be read is told, and kept in mind' "$(
		[ "$code" -eq 4 ] || echo "exit code $code"
		tracuu status --index "$scratch/shut/index" --failed |
			grep -q 'ermission denied' || echo 'not listed'
	)"
else
	skip 'no permission' 'needs root and setpriv'
fi

# A disk that fails now and then.
if command -v fiu-run >/dev/null; then
	for chance in 0.5 0.1 0.02; do
		cp "$scratch/2.jsonl" "$scratch/in/c.jsonl"
		timeout 60 fiu-run -x -c \
			"enable_random name=posix/io/rw/pwrite,probability=$chance,failinfo=5" \
			tracuu-index --index "$scratch/fresh" "$scratch/in/c.jsonl" \
			>"$scratch/out" 2>&1
		code=$?
		holds_if_empty "writes that fail ($chance): done, or one line" "$(
			case $code in
			0) ;;
			5) [ "$(grep -c '^tracuu' "$scratch/out")" -eq 1 ] ||
				tail -3 "$scratch/out" ;;
			*) echo "exit code $code"; tail -3 "$scratch/out" ;;
			esac
		)"
		holds_if_empty "writes that fail ($chance): the old state or the new" \
			"$(whole "$scratch/fresh" 1500 mot hai)"
	done
else
	skip 'a disk that fails' 'needs fiu-run of libfiu'
fi
[ -z "$small" ] || report_end

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
