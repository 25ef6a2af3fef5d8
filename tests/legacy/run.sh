#!/bin/bash
# run.sh: texts written in old encodings, and read again.
# usage: bash tests/legacy/run.sh BUILD
#
# Every transcript of ../shared is written in each encoding, as bytes and as a
# converter leaves them.  The program must name the encoding of 99 in 100, and
# 995 words in 1000 must be there again.
part=legacy
. tests/report.sh
build=$(cd "${1:-build}" && pwd)
shared=${TRACUU_SHARED:-../shared}
texts=("$shared"/data/files/legacy_viparse/ground-truth/*.txt)
if [ ! -e "${texts[0]}" ] || ! command -v python3 >/dev/null; then
	skip "old encodings" "it takes python3 and the texts of ../shared"
	report_end
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8

# score ENCODING FORM: reads the names, compares the texts that came.
score() {
	local named words pairs=()
	named=$(grep -cx "$1" "$out/$2.names")
	for n in "${!texts[@]}"; do
		pairs+=("${texts[n]}" "$out/$n.$2.got")
	done
	words=$(python3 "$shared/tools/transcripts.py" "${pairs[@]}")
	words=${words#words=}
	words=${words%% *}
	printf '%-13s as %-7s %3d of %d named, words %s\n' "$1" "$2" "$named" \
		"${#texts[@]}" "$words"
	if [ $((named * 100)) -ge $((${#texts[@]} * 99)) ]; then
		ok
	else
		not_ok "$1 as $2 is not named"
	fi
	if awk -v w="$words" 'BEGIN { exit w < 0.995 }'; then
		ok
	else
		not_ok "$1 as $2 loses words"
	fi
}

for encoding in TCVN3 VNI VISCII VPS windows-1258; do
	out=$scratch/$encoding
	mkdir "$out"
	python3 tests/legacy/encode.py "$shared" "$encoding" "$out" "${texts[@]}"
	for form in bytes points; do
		"$build/tests/legacy-read" "$out"/*."$form" >"$out/$form.names"
		score "$encoding" "$form"
	done
done
report_end
