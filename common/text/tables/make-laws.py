#!/usr/bin/env python3
"""laws-known.tsv, laws-derived.tsv -> laws.inc: the named laws.

Run in this folder: ./make-laws.py > laws.inc

laws-derived.tsv is made by derive-laws.py from official texts, laws-known.tsv
was written by hand for older laws; where both have a number the day that is
known better counts.  Phrases are the names with the kind before them, also
without "và" (people write a comma) and without "Việt Nam" at the end, with "PL"
for "Pháp lệnh", and what of a longer name can only mean that law ("Luật Sĩ
quan"), which is approximate.
"""
import collections
import os

from fold import lower, phrase, rows, string

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {"bl": "bo luat", "l": "luat", "pl": "phap lenh", "hp": "hien phap"}
PREFIX_MIN, SUFFIX_MIN = 2, 3


def bare(kind, name):
    """The name as a phrase without what its kind says already."""
    words = phrase(name)
    head = KINDS[kind] + " "
    while words.startswith(head) and words != "luat su":
        words = words[len(head):]
    return words


acts = {}
for file in "laws-derived.tsv", "laws-known.tsv":
    for row in rows(os.path.join(HERE, file)):
        key = (row["number"] or row["adopted"])
        old = acts.get(key)
        if old and (len(old["adopted"]) > len(row["adopted"]) or
                    old["in_force"] and not row["in_force"]):
            if len(old["adopted"]) >= len(row["adopted"]):
                continue
        acts[key] = row

names = collections.defaultdict(list)
for row in acts.values():
    names[(row["kind"], bare(row["kind"], row["name"]))].append(row)
order = sorted(names)


def number_of(day):
    parts = (day + "-0-0").split("-")[:3]
    return int(parts[0]) * 10000 + int(parts[1]) * 100 + int(parts[2])


print("/* Made by make-laws.py from laws-known.tsv and laws-derived.tsv. */")
print("/* clang-format off */")
print("static const law laws[] = {")
first = {}
at = 0
for name in order:
    first[name] = at
    for row in sorted(names[name], key=lambda r: number_of(r["adopted"])):
        print("    {%s, %d}," % (string(row["number"]),
                                 number_of(row["adopted"])))
        at += 1
print("};")

print("static const law_name law_names[] = {")
for name in order:
    word = lower(names[name][0]["name"])
    print("    {%s, %s, %d, %d}," % (
        string(name[0]), string("" if " " in word else word), first[name],
        len(names[name])))
print("};")

phrases = {}
for i, (kind, words) in enumerate(order):
    for form in words, " ".join(w for w in words.split() if w != "va"):
        phrases.setdefault(KINDS[kind] + " " + form, (i, False))
        if kind == "pl":
            phrases.setdefault("pl " + form, (i, False))
    if kind == "hp":
        phrases.setdefault(KINDS[kind], (i, False))
for i, (kind, words) in enumerate(order):
    short = words.removesuffix(" viet nam")
    if short != words and " " in short:
        phrases.setdefault(KINDS[kind] + " " + short, (i, False))
parts = collections.defaultdict(set)
for i, (kind, words) in enumerate(order):
    syllables = words.split()
    if words.startswith("sua doi") or kind == "hp":
        continue
    for n in range(1, len(syllables)):
        if n >= PREFIX_MIN:
            parts[KINDS[kind] + " " + " ".join(syllables[:n])].add(i)
        if len(syllables) - n >= SUFFIX_MIN:
            parts[KINDS[kind] + " " + " ".join(syllables[n:])].add(i)
for part, owners in parts.items():
    if len(owners) == 1 and part.split()[-1] not in ("va", "cua", "ve"):
        phrases.setdefault(part, (owners.pop(), True))
print("static const char *const law_phrases[] = {")
for text in phrases:
    print("    " + string(text) + ",")
print("};")
print("static const struct law_phrase {")
print("    unsigned short name;")
print("    bool approximate;")
print("} law_of_phrase[] = {")
for i, approximate in phrases.values():
    print("    {%d, %s}," % (i, "true" if approximate else "false"))
print("};")

short = rows(os.path.join(HERE, "laws-short.tsv"))
index = {name: i for i, name in enumerate(order)}
print("static const struct law_short {")
print("    const char *folded;")
print("    unsigned short name;")
print("} law_shorts[] = {")
for row in sorted(short, key=lambda r: phrase(r["short"])):
    name = (row["kind"], bare(row["kind"], row["name"]))
    if name in index:
        print("    {%s, %d}," % (string(phrase(row["short"])), index[name]))
print("};")
print("/* clang-format on */")
