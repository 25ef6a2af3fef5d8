#!/usr/bin/env python3
"""Derives acts of the Party's centre from official texts: kind, number, day.

usage: derive-acts.py FILE.jsonl[.xz]... > acts-derived.tsv

What at least two mentions agree on is kept; only the facts.
"""
import collections
import json
import lzma
import re
import sys

KINDS = {"nghị quyết": "nq", "chỉ thị": "ct", "kết luận": "kl",
         "quy định": "qdi", "quyết định": "qd", "hướng dẫn": "hd",
         "thông báo": "tb", "quy chế": "qc"}
NAMED = re.compile(
    r"(%s)[^.;:()]{0,30}?\b(\d{1,3})\s*-\s*(?:NQ|CT|KL|QĐi?|HD|TB|QC)/TW,? "
    r"ngày (\d{1,2})(?:[/-]| tháng )(\d{1,2})(?:[/-]| năm )(\d{4})"
    % "|".join(KINDS), re.I)

seen = collections.Counter()
for path in sys.argv[1:]:
    file = (lzma.open if path.endswith(".xz") else open)(
        path, "rt", encoding="utf-8")
    for line in file:
        text = re.sub(r"\s+", " ", json.loads(line)["text"])
        for m in NAMED.finditer(text):
            day = "%04d-%02d-%02d" % tuple(int(m.group(i)) for i in (5, 4, 3))
            seen[(KINDS[m.group(1).lower()], int(m.group(2)), day)] += 1

print("kind\tnumber\tadopted")
for (kind, number, day), n in sorted(seen.items()):
    if n > 1:
        print("%s\t%d\t%s" % (kind, number, day))
