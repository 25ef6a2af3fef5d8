#!/usr/bin/python3
"""termgenerator.py TEXT.tsv FOLDER: how fast Xapian indexes by itself.

As its manual shows it: TermGenerator, one writer, the defaults.  A passage a
line, ID TAB TEXT.  Prints one JSON object.  Debian's own Python, which
python3-xapian is for; it only hands the texts over.
"""
import json
import sys
import time

import xapian


def index(path, folder):
    with open(path, encoding='utf-8') as file:
        rows = [line.rstrip('\n').split('\t', 1) for line in file]
    start = time.perf_counter()
    db = xapian.WritableDatabase(folder, xapian.DB_CREATE)
    generator = xapian.TermGenerator()
    for name, text in rows:
        document = xapian.Document()
        generator.set_document(document)
        generator.index_text(text)
        document.set_data(name)
        db.add_document(document)
    db.commit()
    return {'seconds': round(time.perf_counter() - start, 3)}


if len(sys.argv) != 3:
    sys.exit(__doc__)
print(json.dumps(index(*sys.argv[1:])))
