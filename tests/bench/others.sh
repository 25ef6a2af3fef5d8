# shellcheck shell=bash disable=SC2034
# others.sh: who is installed to be measured beside us, sourced by the parts
# that do.
#
# Sets peers (the folder of their programs) and others, the names of those that
# are here: fts5, lucene, termgenerator.  Of each of the rest it says how to
# have it.

peers=$PWD/tests/bench/peers
others=
debian=/usr/bin/python3 # python3-xapian is for this one
jars=/usr/share/java
jars=$(printf '%s:' $jars/lucene-core-8*.jar $jars/lucene-analyzers-common-8*.jar)

if python3 -c 'import sqlite3
sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(a)")' \
	2>/dev/null; then
	others="$others fts5"
else
	echo "FTS5 is not here: apt-get install python3 libsqlite3-0"
fi
if command -v javac >/dev/null && [[ $jars != *'*'* ]]; then
	others="$others lucene"
else
	echo "Lucene is not here: apt-get install liblucene8-java" \
		"openjdk-17-jdk-headless"
fi
if $debian -c 'import xapian' 2>/dev/null; then
	others="$others termgenerator"
else
	echo "Xapian's TermGenerator is not here: apt-get install python3-xapian"
fi

fts5() { python3 "$peers/fts5.py" "$@"; }
lucene() { java -Xmx2g -cp "$jars" "$peers/LucenePeer.java" "$@"; }
termgenerator() { $debian "$peers/termgenerator.py" "$@"; }
