#!/bin/bash
# demo.sh: what tracuu is for, on the sample documents.
# usage: bash docs/demo.sh, from the root; ./build.sh demo builds first.
set -u
export PATH="$PWD/build:$PATH" TRACUU_INDEX="$PWD/build/demo-index"

# Shows a command as it is typed, then what it answers.
ask() {
	printf '\n'
	printf '# %s\n' "$1"
	printf '$ %s\n' "$2"
	bash -c "$2"
}

printf 'Documents of the folder corpus/ are indexed into build/demo-index.\n'
ask 'Index a folder: the first time all of it, then what has changed.' \
	'tracuu-index corpus'
ask 'A directive, as an officer types it.' \
	'tracuu search --limit 3 chi thi 48 phong chong toi pham'
ask 'What hangs on it: the acts that continue it, and who carries them out.' \
	"tracuu graph --depth 3 '48-CT/TW khóa X'"
ask 'One document: what it is, what it refers to, what refers to it.' \
	'tracuu show 13-KL/TW'
ask 'A number that two acts bear.' \
	'tracuu show 26-NQ/TW'
ask 'An act whose text nobody has: known from those that cite it.' \
	"tracuu show '21-CT/TW khóa X'"
ask 'Only plans of one province.' \
	"tracuu search --limit 3 noi:hau-giang loai:ke-hoach toi pham"
ask 'A phrase, its words in that order.' \
	"tracuu search --limit 3 '\"tội phạm công nghệ cao\"'"

cat <<'END'

To go on, in this folder:

  export PATH="$PWD/build:$PATH" TRACUU_INDEX="$PWD/build/demo-index"
  tracuu search nghi dinh 30 nam 2020 van thu
  tracuu related 59-CTr/TU
  tracuu suggest 'tang cuong'
  tracuu explain references corpus/hau-giang/59-CTr-TU-2021.txt
  tracuu graph --format svg 48-CT/TW khóa X >graph.svg

and with documents of your own:

  tracuu-index --index build/my-index FOLDER
  tracuu search --index build/my-index WORDS
END
