#!/bin/bash
# build.sh: the front door.
#
# usage: ./build.sh [demo|test|build|install|lint|format|bench|asan|ubsan|
#                    fuzz|fuzz-queries|fault|clean]
#
#   build    build/tracuu, build/tracuu-index and the library (the default)
#   demo     build, index corpus/ and ask it what tracuu is for
#   test     build and run every test, then again under ASan and UBSan;
#            `test web` tries the page in Chromium, if it is here, and
#            leaves pictures of it in build/web
#   install  install what was built below PREFIX (/usr/local)
#   lint     clang-tidy, clang-format and shellcheck look at the sources
#   format   clang-format lays the sources out
#   bench    times and scores of this machine; `bench references` is one
#            part alone (tests/bench/run.sh names them)
#   asan     build-asan/: with AddressSanitizer and UBSan
#   ubsan    build-ubsan/: with UBSan alone
#   fuzz     any bytes into every parser, FUZZ_SECONDS (20) for each
#   fuzz-queries [N]  N (100,000) hostile queries through the whole search,
#            which with a deadline of 25 ms may not crash, hang or take
#            more than 50 ms of processor time
#   fault [N]  N (200) kills, full and failing disks, damaged files
#   clean    remove everything that was built
#
# What is missing is installed from Debian 12 with apt-get; nothing is asked
# of the network if nothing is missing.
set -euo pipefail
cd "$(dirname "$0")"
root=$PWD

# package, what needs it, why
packages='
gcc             base   compiles the library and the programs, which are C
g++             base   compiles common/store, the shim over Xapian, in C++
meson           base   describes the build
ninja-build     base   runs the build
pkg-config      base   finds the libraries
libxapian-dev   base   the index
libicu-dev      base   Unicode: normal forms and character sets
zlib1g-dev      base   packs the stored records
libinih-dev     base   reads the file of options
libjansson-dev  base   reads JSON Lines
libxml2-dev     base   reads HTML files and the parts of office files
libpoppler-glib-dev base reads PDF files
libarchive-dev  base   opens ZIP files, which office files are
libseccomp-dev  base   forbids calls to the process that reads files
antiword        base   reads Word files of 1997 to 2003
catdoc          base   reads Excel and PowerPoint files of that time
tesseract-ocr   base   reads scanned pages, for --ocr
tesseract-ocr-vie base Vietnamese, for tesseract
libmicrohttpd-dev base HTTP, for tracuu serve
check           base   the frame of the unit tests
clang-format    lint   lays out the code
clang-tidy      lint   finds doubtful code
shellcheck      lint   finds doubtful shell
'

say() { printf '%s\n' "$*"; }

die() {
	printf 'build.sh: %s\n' "$1" >&2
	exit "${2:-5}"
}

# ---- what is needed ----

installed() {
	dpkg-query -W -f='${Status}' "$1" 2>/dev/null |
		grep -q '^install ok installed$'
}

# Runs apt-get quietly; what it says goes to the log.
apt() {
	local as=()
	[ "$(id -u)" -eq 0 ] || as=(sudo)
	"${as[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get \
		-y -o Dpkg::Use-Pty=0 "$@" </dev/null >>"$log" 2>&1
}

# need base|lint: installs the packages of that purpose which are missing.
need() {
	local missing=() package purpose why log
	if ! command -v dpkg-query >/dev/null; then
		say "No Debian: please see to these packages yourself:$packages"
		return
	fi
	while read -r package purpose why; do
		[ "$purpose" = "$1" ] || continue
		installed "$package" && continue
		[ "${#missing[@]}" -gt 0 ] || say 'Needed and not installed yet:'
		printf '  %-15s %s\n' "$package" "$why"
		missing+=("$package")
	done <<<"$packages"
	[ "${#missing[@]}" -gt 0 ] || return 0

	command -v apt-get >/dev/null || die "apt-get is not here: install ${missing[*]}"
	[ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null ||
		die "neither root nor sudo: let an administrator install ${missing[*]}"
	say 'Installing them with apt-get ...'
	log=$(mktemp)
	# Old lists may do if the new ones cannot be had.
	apt update || true
	if ! apt install --no-install-recommends "${missing[@]}"; then
		grep '^E:' "$log" | sed -E -e 's#[a-z]+://[^ ]*#(mirror)#g' \
			-e 's#([A-Za-z0-9-]+\.)+[A-Za-z]{2,}#(mirror)#g' \
			-e 's#[0-9]+(\.[0-9]+){3}#(mirror)#g' | uniq | head -5 >&2
		rm -f "$log"
		die "apt-get could not install ${missing[*]}: see the lines above, check the network and the package sources of this machine"
	fi
	rm -f "$log"
	say 'Installed.'
}

# ---- building ----

# What ninja is to build; nothing named is all.
targets=()

# build_in DIR MESON-OPTION...
build_in() {
	local dir=$1
	shift
	if [ ! -e "$dir/build.ninja" ]; then
		mkdir -p "$dir"
		if ! meson setup "$dir" "$@" >"$dir/setup.log" 2>&1; then
			tail -20 "$dir/setup.log" >&2
			die "meson could not set up $dir: see $dir/meson-logs/meson-log.txt" 1
		fi
	fi
	# On a terminal ninja shows how far it is; else only what went wrong.
	if [ -t 1 ]; then
		ninja -C "$dir" "${targets[@]}" || die "the build in $dir failed: see above" 1
	elif ! ninja -C "$dir" "${targets[@]}" >"$dir/build.log" 2>&1; then
		cat "$dir/build.log" >&2
		die "the build in $dir failed: see above" 1
	fi
}

build() {
	need base
	build_in build
}

build_asan() {
	need base
	build_in build-asan -Db_sanitize=address,undefined \
		-Db_lundef=false -Dbuildtype=debugoptimized
}

# ---- commands ----

do_build() {
	build
	say 'Built: build/tracuu, build/tracuu-index'
}

# test: all of it but the browser; test web: the page in a browser.
do_test() {
	build
	if [ "${1-}" = web ]; then
		bash tests/web/run.sh build "${@:2}"
		return
	fi
	build_asan
	bash tests/run.sh build build-asan
}

do_install() {
	local as=()
	build
	if [ -n "${PREFIX-}" ]; then
		meson configure build --prefix "$PREFIX"
		build_in build
	fi
	[ "$(id -u)" -eq 0 ] || [ -n "${PREFIX-}${DESTDIR-}" ] || as=(sudo)
	"${as[@]}" meson install -C build --no-rebuild --quiet
	if [ "$(id -u)" -eq 0 ] && [ -z "${DESTDIR-}" ]; then
		ldconfig
	fi
	say 'Installed.'
}

sources() {
	find include common indexer searcher tests docs \
		-name '*.[ch]' -o -name '*.cc' -o -name '*.hh'
}

do_format() {
	need lint
	sources | xargs clang-format -i
}

do_lint() {
	local found=0
	need base
	need lint
	build_in build
	sources | xargs clang-format --dry-run -Werror || found=1
	sources | grep -E '\.(c|cc)$' | grep -vE '^docs/|/tables/' |
		xargs -P "$(nproc)" -n 4 clang-tidy \
			--quiet -p build --extra-arg=-Wno-unknown-warning-option || found=1
	shellcheck -S warning -e SC1091,SC2154 build.sh .ci/run docs/*.sh \
		tests/*.sh tests/*/*.sh || found=1
	[ "$found" -eq 0 ] || die 'the lines above are to be looked at' 1
	say 'Nothing to be said.'
}

do_demo() {
	build
	bash docs/demo.sh
}

do_bench() {
	build
	bash tests/bench/run.sh build "$@"
}

do_asan() {
	build_asan
	say 'Built: build-asan/'
}

do_ubsan() {
	need base
	build_in build-ubsan -Db_sanitize=undefined -Db_lundef=false
	say 'Built: build-ubsan/'
}

do_fuzz() {
	need base
	targets=(fuzz)
	if command -v clang >/dev/null && command -v clang++ >/dev/null; then
		CC=clang CXX=clang++ build_in build-fuzz -Dlibfuzzer=true \
			-Dwerror=false \
			-Db_sanitize=address,undefined -Db_lundef=false \
			-Dc_args=-fsanitize=fuzzer-no-link
	else
		build_in build-fuzz -Db_sanitize=address,undefined \
			-Db_lundef=false
	fi
	bash tests/fuzz/run.sh build-fuzz
}

do_fuzz-queries() {
	build
	bash tests/campaign/run.sh build "$@"
}

do_fault() {
	build
	bash tests/fault/run.sh build "${1:-200}"
}

do_clean() {
	rm -rf build build-asan build-ubsan build-fuzz
}

usage() {
	sed -n '/^# usage/,/^#   clean/s/^# \{0,1\}//p' "$root/build.sh"
}

command=${1:-build}
case $command in
build | demo | test | install | lint | format | bench | asan | ubsan | \
	fuzz | fuzz-queries | fault | clean) "do_$command" "${@:2}" ;;
-h | --help | help) usage ;;
*)
	usage >&2
	exit 2
	;;
esac
