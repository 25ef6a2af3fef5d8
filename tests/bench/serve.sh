#!/bin/bash
# serve.sh: the service under load, and Lucene behind the server of the JDK
# with the same documents and queries.
# usage: bash tests/bench/serve.sh BUILD [SECONDS]
#
# wrk asks in turn; cold: nothing is answered from memory.  The ratio is the
# result, and processor time a request, which other work does not change.
. tests/bench/common.sh "$1"
seconds=${2:-10}
. tests/bench/others.sh
command -v wrk >/dev/null || {
	echo "wrk is not here: apt-get install wrk"
	exit 0
}
cd "$scratch" || exit
xz -dc "$data/documents/phapdien-articles.jsonl.xz" |
	python3 "$peers/text.py" text.tsv text.jsonl
tracuu-index --index ours text.jsonl >/dev/null
python3 - "$data/speed/q_short.txt" >queries <<'END'
import sys
import urllib.parse
for line in open(sys.argv[1], encoding='utf-8'):
    print(urllib.parse.quote(line.split('\t')[-1].strip()))
END
cat >ask.lua <<'END'
local paths, at = {}, 0
for line in io.lines(os.getenv("QUERIES")) do
    paths[#paths + 1] = os.getenv("START") .. line .. os.getenv("MORE")
end
function request()
    at = at % #paths + 1
    return wrk.format("GET", paths[at])
end
END

spent() { awk '{ print ($14 + $15) * 10 }' "/proc/$1/stat"; }

# ask NAME PID PORT START MORE
ask() {
	local before after count
	before=$(spent "$2")
	QUERIES=queries START=$4 MORE=$5 wrk -t1 -c64 -d"$seconds" \
		--timeout 30s --latency -s ask.lua "http://127.0.0.1:$3" >out
	after=$(spent "$2")
	count=$(awk '/requests in/ { print $1 }' out)
	printf '%-22s %6d requests, %7.2f ms of processor each, 99%%: %s%s\n' \
		"$1" "$count" "$(awk -v t=$((after - before)) -v n="$count" \
		'BEGIN { print t / (n ? n : 1) }')" \
		"$(awk '/99%/ { print $2 }' out)" \
		"$(grep -hE 'Non-2xx|Socket errors' out)"
}

# serve OPTION...: starts us, and sets pid and port.
serve() {
	: >said
	tracuu serve --index ours --listen 127.0.0.1:0 --access-log '' \
		"$@" 2>said &
	pid=$!
	until port=$(grep -oE '[0-9]+/$' said); do sleep 0.1; done
	port=${port%/}
}

echo "== serve: 64 connections, $seconds s each"
serve --cache 0
ask "cold, without facets" "$pid" "$port" '/api/v1/search?q=' '&facets=0'
ask "cold, all of it" "$pid" "$port" '/api/v1/search?q=' ''
kill "$pid"
wait "$pid"
serve
ask "first time" "$pid" "$port" '/api/v1/search?q=' ''
ask "and again" "$pid" "$port" '/api/v1/search?q=' ''
kill "$pid"
wait "$pid"
case $others in
*lucene*)
	mkdir classes
	javac -cp "$jars" -d classes "$peers"/Lucene{Peer,Server}.java
	java -Xmx2g -cp "$jars:classes" LucenePeer index text.tsv theirs 1 \
		>/dev/null
	java -Xmx2g -cp "$jars:classes" LuceneServer theirs 18478 4 &
	pid=$!
	sleep 2
	ask "Lucene, first time" "$pid" 18478 '/search?q=' ''
	ask "Lucene, and again" "$pid" 18478 '/search?q=' ''
	kill "$pid"
	;;
esac
