#!/bin/bash
# layers.sh: the layers of HACKING.md, held to the includes.
# usage: bash tests/layers.sh
part=layers
. tests/report.sh

# What each folder may include from the repository; "include" stands for the
# public headers <tracuu...>.
layers='
common/base      include common/base
common/text      include common/base common/text
common/document  include common/base common/text common/document
common/store     include common/base common/store
indexer          include common/base common/text common/document common/store indexer
searcher         include common/base common/text common/document common/store searcher
'

# A program is a user of the library like any other.
programs='include common/base/options.h common/base/options-file.h
common/base/json.h indexer/main-settings.h searcher/print.h
searcher/main.h searcher/server/serve.h'
server='include common/base searcher/server'

standard=' assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h
iso646.h limits.h locale.h math.h setjmp.h signal.h stdalign.h stdarg.h
stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h
string.h tgmath.h threads.h time.h uchar.h wchar.h wctype.h '

# Every include of the files given, "file path", system headers as <path>.
includes_of() {
	grep -HE '^[[:space:]]*#[[:space:]]*include' "$@" /dev/null |
		sed -E 's/^([^:]*):[^"<]*("([^"]*)"|(<[^>]*>)).*/\1 \3\4/'
}

# Lines of "file includes path" for those that are not allowed.
strangers() {
	local allowed=$1 file path layer good
	while read -r file path; do
		case $path in
		'<tracuu'*) path=include/${path#<} ;;
		'<'*) continue ;;
		esac
		good=
		for layer in $allowed; do
			case $path in "$layer" | "$layer"/*) good=yes ;; esac
		done
		[ -n "$good" ] || echo "$file includes $path"
	done
}

sources_in() {
	find "$1" -name '*.[ch]' -o -name '*.cc' -o -name '*.hh' -o -name '*.inc'
}

while read -r layer allowed; do
	[ -n "$layer" ] || continue
	files=$(sources_in "$layer" | grep -v '^searcher/server/' |
		grep -vE '(^|/)(extract-)?main(-[a-z]+)?\.[ch]$')
	[ -n "$files" ] || continue
	# shellcheck disable=SC2086
	holds_if_empty "$layer includes only what is below it" \
		"$(includes_of $files | strangers "$allowed")"
done <<END
$layers
END

for program in indexer/main*.[ch] searcher/main*.[ch]; do
	[ -e "$program" ] || continue
	holds_if_empty "$program is a user of the public interface" \
		"$(includes_of "$program" | strangers "$programs")"
done

# shellcheck disable=SC2046
holds_if_empty "the server is a user of the public interface" "$(
	includes_of $(sources_in searcher/server) |
		grep -v ' searcher/print[a-z-]*\.h$' | strangers "$server"
)"

holds_if_empty "libmicrohttpd stands in searcher/server/http only" "$(
	grep -rlE '#[[:space:]]*include[[:space:]]*<microhttpd' include common \
		indexer searcher | grep -vE '^searcher/server/http[a-z-]*\.[ch]$'
)"

holds_if_empty "public headers include the C standard's headers only" "$(
	includes_of include/tracuu.h include/tracuu/*.h |
		while read -r file path; do
			header=${path#<}
			header=${header%>}
			case "$path $standard" in
			'<tracuu/'*) ;;
			*[[:space:]]"$header"[[:space:]]*) ;;
			*) echo "$file includes $path" ;;
			esac
		done
)"

holds_if_empty "C++ and Xapian stand in common/store only" "$(
	find include common indexer searcher \( -name '*.cc' -o -name '*.hh' \
		-o -name '*.cpp' -o -name '*.hpp' \) ! -path 'common/store/*'
	grep -rlE '#[[:space:]]*include[[:space:]]*<xapian' include common \
		indexer searcher | grep -vE '^common/store/[^/]*\.(cc|hh)$'
)"

holds_if_empty "parsers of files stand behind indexer/extract only" "$(
	grep -rnE '#[[:space:]]*include[[:space:]]*<(libxml|poppler|archive)' \
		include common indexer searcher | grep -v '^indexer/extract'
)"

holds_if_empty "file names are unique, but for main.c and explain.c" "$(
	find common indexer searcher -name '*.[ch]' -o -name '*.cc' |
		sed 's!.*/!!' | sort | uniq -d | grep -vE '^(main|explain)\.c$'
)"

report_end
