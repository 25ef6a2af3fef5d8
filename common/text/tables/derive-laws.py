#!/usr/bin/env python3
"""Derives named laws from official texts: kind, name, number, dates.

usage: derive-laws.py FILE.jsonl[.xz]... > laws-derived.tsv

Reads JSON Lines with "text" and perhaps "provenance".  A name counts for a
number when the texts agree on it; only the facts (name, number, days) are
kept.
"""
import collections
import json
import lzma
import re
import sys

from fold import phrase

KINDS = {"Bộ luật": "bl", "Luật": "l", "Pháp lệnh": "pl"}
NUMBER = r"(\d+/\d{4}/(?:PL-)?(?:QH|UBTVQH)\d+)"
STATED = re.compile(
    r"(Bộ luật|Luật|Pháp lệnh) số " + NUMBER + r" (?:Luật |Bộ luật )?"
    r"([^()]*?) ngày (\d+)/(\d+)/(\d+) của [^,()]*, "
    r"có hiệu lực thi hành kể từ ngày (\d+)/(\d+)/(\d+)")
NAMED = re.compile(
    r"\b(Bộ luật|Luật|Pháp lệnh) ([^.;:()\d\"“”|]{2,110}?) số " + NUMBER +
    r"(?: ngày (\d+)(?:/| tháng )(\d+)(?:/| năm )(\d{4}))?")
WRONG = re.compile(
    r"\b(được|theo|của Luật|này|sửa đổi|Căn cứ|và các|Nghị|hiện hành|quy định"
    r"|năm|ngày|tại|Bộ luật|như)\b")


def day(d, m, y):
    return "%04d-%02d-%02d" % (int(y), int(m), int(d))


def documents(paths):
    for path in paths:
        file = (lzma.open if path.endswith(".xz") else open)(
            path, "rt", encoding="utf-8")
        for line in file:
            yield json.loads(line)


stated = {}
names = collections.defaultdict(collections.Counter)
days = collections.defaultdict(collections.Counter)
for record in documents(sys.argv[1:]):
    for m in STATED.finditer(record.get("provenance") or ""):
        kind, number, name = m.group(1), m.group(2), m.group(3)
        stated[number] = (KINDS[kind], name, day(*m.group(4, 5, 6)),
                          day(*m.group(7, 8, 9)))
    for m in NAMED.finditer(re.sub(r"\s+", " ", record["text"])):
        kind, name, number = m.group(1), m.group(2), m.group(3)
        if WRONG.search(name) or len(name.split()) > 16:
            continue
        names[number][(KINDS[kind], name)] += 1
        if m.group(4):
            days[number][day(*m.group(4, 5, 6))] += 1



def plausible(number):
    """The year must lie in the term of the Quốc hội that the number bears."""
    year, congress = number.split("/")[1], number.rsplit("H", 1)[1]
    first = {"9": 1992, "10": 1997, "11": 2002, "12": 2007, "13": 2011,
             "14": 2016, "15": 2021, "16": 2026}.get(congress)
    return first is not None and first <= int(year) <= first + 5


for number, counter in names.items():
    if number in stated or not plausible(number):
        continue
    folded = collections.Counter()
    for (kind, name), n in counter.items():
        folded[(kind, phrase(name))] += n
    (kind, best), n = folded.most_common(1)[0]
    if n < 2:
        continue
    name = max((n for n in counter.items() if phrase(n[0][1]) == best),
               key=lambda item: item[1])[0][1]
    adopted = days[number].most_common(1)
    stated[number] = (kind, name, adopted[0][0] if adopted else
                      number.split("/")[1], "")

print("kind\tname\tnumber\tadopted\tin_force")
for number in sorted(stated, key=lambda n: (phrase(stated[n][1]), n)):
    kind, name, adopted, force = stated[number]
    name = re.sub(r"\s+", " ", name).strip(" ,.")
    name = re.sub(r"^(Bộ Luật|Lu[ậâ]t|Pháp lệnh|Số)\s+", "", name)
    name = re.sub(r"\s+số \d+/\d{4}/\S+$", "", name)
    if not plausible(number) or len(name) < 4:
        continue
    print("\t".join([kind, name[:1].upper() + name[1:], number, adopted,
                     force]))
