#!/usr/bin/env python3
"""Counts phrases.inc, the written words and phrases that passages are coded in.

    xz -dc *.jsonl.xz | python3 make-phrases.py > phrases.inc

Reads JSON Lines with "title" and "text", every EVERY-th of them.  Words are
what occurs most; phrases are grown from pairs of neighbours inside a clause,
the most frequent first, which are then one and may be grown further (byte
pair encoding, many pairs a round).  What is printed is a statistic: which
words there are, and which two codes each phrase is made of.
"""

import json
import re
import sys
import unicodedata
from array import array
from collections import Counter

from fold import print_numbers
from syllables import KNOWN, Syllables, fold, key

EVERY = 4
WORDS = 12000
WORD_BYTES = 20
PHRASES = 36000
ROUNDS = 24
LEAST = 6  # times that a phrase is seen
MOST = 8  # words of a phrase
TOKEN = re.compile(r"[^\W_]+|[.;:?!()\[\]{}…]|\n")


def tokens(texts):
    for text in texts:
        for match in TOKEN.finditer(text):
            word = match.group()
            yield word.lower() if word[0].isalnum() else ""
        yield ""


def texts(lines):
    for number, line in enumerate(lines):
        if number % EVERY == 0:
            record = json.loads(line)
            text = (record.get("title") or "") + "\n" + record["text"]
            yield unicodedata.normalize("NFC", text)


def read(lines):
    """The texts as codes of words; 0 is a break and what is no word."""
    counts, order, stream = Counter(), {}, array("l")
    for word in tokens(texts(lines)):
        stream.append(order.setdefault(word, len(order)))
        counts[word] += 1
    counts[""] = 0
    words = [w for w, n in counts.most_common(WORDS)
             if n >= LEAST and len(w.encode()) <= WORD_BYTES]
    codes = {w: i + 1 for i, w in enumerate(words)}
    back = array("l", (codes.get(w, 0) for w in order))
    return words, array("l", (back[i] for i in stream))


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


def identify(syllables, word):
    """syllable_id of the C code."""
    folded, hashed = key(fold(word)), 2166136261
    if syllables.id(folded):
        return syllables.id(folded)
    for byte in folded.encode():
        hashed = (hashed ^ byte) * 16777619 & 0xFFFFFFFF
    hashed ^= hashed >> 16
    return KNOWN + hashed % (65536 - KNOWN)


def main():
    words, stream = read(sys.stdin)
    length = [0] + [1] * len(words)
    pairs, total = [], sum(1 for code in stream if code)
    first = len(words) + 1
    for number in range(ROUNDS):
        counts = Counter(
            a << 16 | b for a, b in zip(stream, stream[1:]) if a and b)
        left = (PHRASES - len(pairs)) // (ROUNDS - number)
        chosen = {}
        for pair, count in counts.most_common():
            both = length[pair >> 16] + length[pair & 0xFFFF]
            if len(chosen) == left or count < LEAST:
                break
            if both <= MOST:
                chosen[pair] = first + len(pairs)
                pairs.append(pair)
                length.append(both)
        stream = grow(stream, chosen)
        codes = sum(1 for code in stream if code)
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
    print_numbers("ids", "uint16_t", [identify(syllables, w) for w in words])
    print_numbers("firsts", "uint16_t", [p >> 16 for p in pairs])
    print_numbers("seconds", "uint16_t", [p & 0xFFFF for p in pairs])


if __name__ == "__main__":
    main()
