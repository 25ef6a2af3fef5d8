#!/usr/bin/env python3
"""Counts phrases.inc, the written words and phrases that passages are coded in.

    xz -dc *.jsonl.xz | python3 make-phrases.py > phrases.inc

Reads JSON Lines with "title" and "text", every EVERY-th of them.  Words are
what occurs most; phrases are grown from pairs of neighbours inside a clause,
the most frequent first, which are then one and may be grown further (byte
pair encoding, many pairs a round).  What is printed is a statistic: which
words there are, and which two codes each phrase is made of.

Words and phrases are those of the language: each occurs in TEXTS texts at
least, so that no single table or list brings in its rows, and no phrase grows
over a number or over the name of a person.
"""

import json
import os
import re
import sys
import unicodedata
from array import array
from collections import Counter

from fold import print_numbers
from syllables import Syllables

EVERY = 2
WORDS = 12000
WORD_BYTES = 20
PHRASES = 36000
ROUNDS = 24
TEXTS = 12  # in which a word or a phrase is seen
MOST = 8  # words of a phrase
LONG_NUMBER = re.compile(r"\d{5}")  # in no word: it is somebody's
TOKEN = re.compile(r"[^\W_]+|[.;:?!()\[\]{}…]|\n")
LETTERS = [c for c in map(chr, range(0x1F00)) if c.isalpha()]
CAPITALISED = "[%s][%s]*" % ("".join(filter(str.isupper, LETTERS)),
                             "".join(filter(str.islower, LETTERS)))
SURNAMES = ("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô "
            "dương lý đinh trịnh trương mai cao lưu lương tạ hà tô "
            "nông chu thái tống châu vương").split()


def name_pattern():
    """A surname and more words with a capital, which no place is called."""
    here, places = os.path.dirname(os.path.abspath(__file__)), set()
    for name in ("provinces.tsv", "districts.tsv"):
        with open(os.path.join(here, name), encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    places.update(re.split(r"[\t|]", line.strip()))
    return re.compile(r"\b(?!(?:%s)\b)(?:%s)(?: %s){1,4}" % (
        "|".join(map(re.escape, filter(None, places))),
        "|".join(name.capitalize() for name in SURNAMES), CAPITALISED))


def tokens(text, names):
    """Of a text its words, and whether phrases may grow over each."""
    ends = [match.span() for match in names.finditer(text)] + [(len(text),) * 2]
    at = 0
    for match in TOKEN.finditer(text):
        while ends[at][1] <= match.start() < len(text) and at + 1 < len(ends):
            at += 1
        word = match.group().lower()
        if not word[0].isalnum():
            yield "", False
        else:
            named = ends[at][0] <= match.start() < ends[at][1]
            yield word, not named and not any(map(str.isdigit, word))


def texts(lines):
    for number, line in enumerate(lines):
        if number % EVERY == 0:
            record = json.loads(line)
            text = (record.get("title") or "") + "\n" + record["text"]
            yield unicodedata.normalize("NFC", text)


def read(lines):
    """The words, and the texts as their codes; 0 is where phrases end."""
    counts, seen_in, order, streams = Counter(), Counter(), {"": 0}, []
    names = name_pattern()
    for text in texts(lines):
        stream, seen = array("l"), set()
        for word, grows in tokens(text, names):
            if word:
                counts[word] += 1
                seen.add(word)
            stream.append(order.setdefault(word, len(order)) if grows else 0)
        seen_in.update(seen)
        streams.append(stream)
    words = [w for w, n in counts.most_common()
             if seen_in[w] >= TEXTS and len(w.encode()) <= WORD_BYTES
             and not LONG_NUMBER.search(w)][:WORDS]
    codes = {w: i + 1 for i, w in enumerate(words)}
    back = array("l", (codes.get(w, 0) for w in order))
    return words, [array("l", (back[i] for i in s)) for s in streams]


def count_pairs(streams):
    """How often each pair of neighbours is seen, and in how many texts."""
    counts, seen_in = Counter(), Counter()
    for stream in streams:
        pairs = [a << 16 | b for a, b in zip(stream, stream[1:]) if a and b]
        counts.update(pairs)
        seen_in.update(set(pairs))
    return counts, seen_in


def grow(stream, chosen):
    """The stream with the chosen pairs as one code each."""
    out, held = array("l"), 0
    put = out.append
    for code in stream:
        if held:
            made = chosen.get(held << 16 | code)
            if made:
                put(made)
                held = 0
                continue
            put(held)
        held = code
        if not code:
            put(0)
    if held:
        put(held)
    return out


def main():
    words, streams = read(sys.stdin)
    length = [0] + [1] * len(words)
    pairs, total = [], sum(1 for stream in streams for code in stream if code)
    first = len(words) + 1
    for number in range(ROUNDS):
        counts, seen_in = count_pairs(streams)
        left = (PHRASES - len(pairs)) // (ROUNDS - number)
        chosen = {}
        for pair, count in counts.most_common():
            both = length[pair >> 16] + length[pair & 0xFFFF]
            if len(chosen) == left or count < TEXTS:
                break
            if both <= MOST and seen_in[pair] >= TEXTS:
                chosen[pair] = first + len(pairs)
                pairs.append(pair)
                length.append(both)
        streams = [grow(stream, chosen) for stream in streams]
        codes = sum(1 for stream in streams for code in stream if code)
        print(len(pairs), codes / total, file=sys.stderr, flush=True)
    print("/* Made by make-phrases.py; do not edit. */")
    print("enum { WORDS = %d, PHRASES = %d, WORDS_OF_ALL = %d };" %
          (len(words), len(pairs), sum(length)))
    print("static const char words[][%d] = {" % (WORD_BYTES + 1))
    line = ""
    for word in words:
        if len((line + word).encode()) > 76:
            print(line)
            line = ""
        line += '"%s",' % word
    print(line + "\n};")
    syllables = Syllables()
    print_numbers("ids", "uint16_t", list(map(syllables.token_id, words)))
    print_numbers("firsts", "uint16_t", [p >> 16 for p in pairs])
    print_numbers("seconds", "uint16_t", [p & 0xFFFF for p in pairs])


if __name__ == "__main__":
    main()
