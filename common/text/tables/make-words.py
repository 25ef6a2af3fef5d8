#!/usr/bin/env python3
"""words.tsv -> words.inc: the closed lists of words, and who is in which.

Run in this folder: ./make-words.py > words.inc
                    ./make-words.py lists > word-lists.inc

A list of the form "folded" holds its words without marks, one of the form
"exact" with them.  A phrase is found by its first word.
"""
import os
import sys

from fold import lower, phrase, print_numbers, rows, string
from syllables import Syllables, key, unique

HERE = os.path.dirname(os.path.abspath(__file__))
SLOTS = 1024
syllables = Syllables()


def folded_phrase(text):
    return " ".join(map(key, phrase(text).split(" ")))


def read_lists():
    lists = rows(os.path.join(HERE, "words.tsv"))
    for row in lists:
        form = {"folded": folded_phrase, "exact": lower}[row["form"]]
        words = row["words"].split(", ")
        if len(set(words)) < len(words):
            raise SystemExit("words.tsv: '%s' has a word twice" % row["list"])
        row["entries"] = unique(map(form, words))
    return lists


def print_enum(lists):
    print("typedef enum word_list {")
    for row in lists:
        print("    WORD_%s, /* %s */" % (row["list"].upper(), row["for"]))
    print("    WORD_LISTS")
    print("} word_list;")


def read_first_words(lists):
    """(id, word): the numbers of the lists where it starts a phrase."""
    first = {}
    for number, row in enumerate(lists):
        for entry in row["entries"]:
            word = entry.split(" ")[0]
            place = (syllables.token_id(folded_phrase(word)), row["form"], word)
            first.setdefault(place, set()).add(number)
    return first


def print_rows(lists, first):
    size = (len(lists) + 7) // 8
    print("static const struct word_row {")
    print("    uint16_t id;")
    print("    uint8_t lists[%d]; /* a bit each */" % size)
    print("    const char *word;")
    print("} word_rows[] = {")
    for (number, _, word), numbers in first.items():
        bits = [sum(1 << n % 8 for n in numbers if n // 8 == byte)
                for byte in range(size)]
        print("    {%d, {%s}, %s}," % (number, ", ".join(map(str, bits)),
                                       string(word)))
    print("};")


def print_slots(first):
    """Open addressing by id; a row of its own for each form of a word."""
    if 2 * len(first) > SLOTS:
        raise SystemExit("words.tsv: make-words.py needs more slots")
    slots = [0] * SLOTS
    for row, (number, _, _) in enumerate(first):
        slot = number * 40503 // 64 % SLOTS
        while slots[slot]:
            slot = (slot + 1) % SLOTS
        slots[slot] = row + 1
    print("enum { WORD_SLOTS = %d };" % SLOTS)
    print_numbers("word_slots", "uint16_t", slots)


def print_entries(lists):
    print("static const char *const word_entries[] = {")
    start, starts = 0, []
    for row in lists:
        print("    " + ", ".join(map(string, row["entries"])) + ",")
        starts.append(start)
        start += len(row["entries"])
    print("};")
    print_numbers("word_from", "uint16_t", starts + [start])
    print("static const struct word_form {")
    print("    bool exact, phrases;")
    print("} word_forms[] = {")
    for row in lists:
        flags = (row["form"] == "exact", any(" " in e for e in row["entries"]))
        print("    {%s}," % ", ".join("true" if f else "false" for f in flags))
    print("};")


table = read_lists()
print("/* Made by make-words.py from words.tsv. */")
print("/* clang-format off */")
if sys.argv[1:] == ["lists"]:
    print_enum(table)
else:
    words = read_first_words(table)
    print_rows(table, words)
    print_slots(words)
    print_entries(table)
print("/* clang-format on */")
