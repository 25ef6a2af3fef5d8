#!/usr/bin/env python3
"""abbreviations.tsv -> abbreviations.inc: letters and what they stand for.

    python3 make-abbreviations.py > abbreviations.inc
"""
import os

from fold import phrase, rows, string
from syllables import Syllables

HERE = os.path.dirname(os.path.abspath(__file__))
syllables = Syllables()

print("/* Made by make-abbreviations.py from abbreviations.tsv. */")
print("/* clang-format off */")
print("static const abbreviation rows[] = {")
done = set()
for row in rows(os.path.join(HERE, "abbreviations.tsv")):
    letters = phrase(row["letters"]).replace(" ", "")
    reading = phrase(row["reading"])
    if (letters, reading) in done:
        continue
    done.add((letters, reading))
    print("    {%s, %s, %s, %s}," % (
        string(letters), string(reading),
        "true" if row["certain"] == "sure" else "false",
        "true" if syllables.id(letters) else "false"))
print("};")
print("/* clang-format on */")
