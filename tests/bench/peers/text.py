#!/usr/bin/env python3
"""text.py TSV JSONL <RECORDS: one text for all peers, an article a line.

Title and text of each record with single spaces, as ID TAB TEXT and as JSON
Lines of tracuu-index.
"""
import json
import sys

with open(sys.argv[1], 'w', encoding='utf-8') as tsv, \
        open(sys.argv[2], 'w', encoding='utf-8') as jsonl:
    for line in sys.stdin.buffer:
        d = json.loads(line)
        text = ' '.join(f'{d.get("title") or ""} {d["text"]}'.split())
        tsv.write(f'{d["id"]}\t{text}\n')
        jsonl.write(json.dumps({'id': d['id'], 'title': '', 'text': text},
                               ensure_ascii=False) + '\n')
