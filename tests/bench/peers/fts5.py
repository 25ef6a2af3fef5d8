#!/usr/bin/env python3
"""fts5.py: the times of SQLite FTS5 on the text and the queries of the bench.

    fts5.py index TEXT.tsv DB
    fts5.py search DB QUERIES PASSES

Each prints one JSON object.  The table is contentless, folds diacritics and
keeps positions; the search is a ranked OR of a query's words, ten hits, one
thread; the last pass counts.  Times are microseconds of processor time of the
thread that asks.
"""
import json
import re
import sqlite3
import sys
import time

TABLE = ("CREATE VIRTUAL TABLE t USING fts5(body, content='', "
         "tokenize='unicode61 remove_diacritics 2')")
ASK = 'SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT 10'


def index(text, path):
    with open(text, encoding='utf-8') as file:
        rows = [line.split('\t', 1)[1] for line in file]
    db = sqlite3.connect(path)
    start = time.perf_counter()
    db.execute('PRAGMA journal_mode=OFF')
    db.execute('PRAGMA synchronous=OFF')
    db.execute(TABLE)
    db.executemany('INSERT INTO t(rowid, body) VALUES(?, ?)',
                   enumerate(rows, 1))
    db.commit()
    return {'seconds': round(time.perf_counter() - start, 3)}


def search(path, queries, passes):
    db = sqlite3.connect(path)
    with open(queries, encoding='utf-8') as file:
        lines = [' OR '.join(f'"{w}"' for w in re.findall(r'\w+', line))
                 for line in file]
    for _ in range(passes):
        times, hits = [], 0
        for line in lines:
            start = time.thread_time()
            hits += len(db.execute(ASK, (line,)).fetchall())
            times.append((time.thread_time() - start) * 1e6)
    times.sort()
    return {'queries': len(times), 'hits': hits,
            'p50': round(times[len(times) // 2]),
            'p99': round(times[len(times) * 99 // 100])}


def main():
    if sys.argv[1:2] == ['index'] and len(sys.argv) == 4:
        print(json.dumps(index(*sys.argv[2:])))
    elif sys.argv[1:2] == ['search'] and len(sys.argv) == 5:
        print(json.dumps(search(sys.argv[2], sys.argv[3], int(sys.argv[4]))))
    else:
        sys.exit(__doc__)


main()
