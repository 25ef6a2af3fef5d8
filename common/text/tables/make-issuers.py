#!/usr/bin/env python3
"""issuers.tsv -> issuers.inc: the organs, their names and their letters.

Run in this folder: ./make-issuers.py > issuers.inc

A name may stand in a row of its own or among other_names; the letters of an
organ are also read in running text when they cannot be a syllable.
"""
import os
import re

from fold import letters, phrase, rows, string

HERE = os.path.dirname(os.path.abspath(__file__))
SPHERES = {"d": "SPHERE_PARTY", "s": "SPHERE_STATE", "m": "SPHERE_MASS"}
LEVELS = {"": "UNKNOWN", "central": "CENTRAL", "ministry": "MINISTRY",
          "province": "PROVINCE", "district": "DISTRICT", "commune": "COMMUNE"}


def split(text):
    return [part for part in text.split(";") if part]


def is_abbreviation(mark):
    """Letters that no syllable has: four at least, or three consonants."""
    plain = letters(mark)
    return plain.isalpha() and (
        len(plain) > 3 or len(plain) == 3 and not re.search("[aeiouy]", plain))


issuers = rows(os.path.join(HERE, "issuers.tsv"))
print("/* Made by make-issuers.py from issuers.tsv. */")
print("/* clang-format off */")
print("static const issuer issuers[] = {")
for o in issuers:
    fields = [o["id"], o["scope"], o["name"], phrase(o["name"]), o["letters"]]
    print("    {" + ", ".join(string(f) for f in fields) + ", %s, LEVEL_%s, %s},"
          % (SPHERES[o["sphere"]], LEVELS[o["level"]],
             "true" if o["local"] else "false"))
print("};")
print("static const unsigned char issuer_ranks[] = {")
print("    " + ", ".join(o["rank"] for o in issuers) + ",")
print("};")

names = {}
for i, o in enumerate(issuers):
    for name in [o["name"]] + split(o["other_names"]):
        names.setdefault(phrase(name), (i, name.isupper() and " " not in name))
for i, o in enumerate(issuers):
    if is_abbreviation(o["letters"]):
        names.setdefault(phrase(o["letters"]), (i, True))
print("static const char *const issuer_phrases[] = {")
for name in names:
    print("    " + string(name) + ",")
print("};")
print("static const struct issuer_phrase {")
print("    unsigned char issuer;")
print("    bool capitals; /* counts only when written in capitals */")
print("} issuer_of_phrase[] = {")
for i, capitals in names.values():
    print("    {%d, %s}," % (i, "true" if capitals else "false"))
print("};")

marks = {}
for i, o in enumerate(issuers):
    for mark in [o["letters"]] + split(o["other_letters"]):
        if mark:
            marks.setdefault(letters(mark), (i, mark))
print("static const struct issuer_mark {")
print("    const char *folded, *letters;")
print("    unsigned char issuer;")
print("} issuer_marks[] = {")
for folded in sorted(marks):
    i, mark = marks[folded]
    print("    {%s, %s, %d}," % (string(folded), string(mark), i))
print("};")
print("/* clang-format on */")
