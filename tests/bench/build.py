#!/usr/bin/env python3
"""build.py TEXT.tsv NOTES PARTS OUT.json OUT.svg: what build.sh noted."""
import json
import statistics
import sys

NAMES = {
    'write': 'tracuu, text index alone',
    'write-lists': 'the same, with lists of terms',
    'complete': 'tracuu, complete',
    'fts5': 'SQLite FTS5, contentless',
    'lucene-1': 'Lucene, 1 thread',
    'lucene-2': 'Lucene, 2 threads',
    'termgenerator': 'Xapian TermGenerator, one writer',
}
# ratio: (ours, theirs, asked)
ASKED = {
    'text index alone, of the rate of FTS5': ('write', 'fts5', 0.5),
    'the same of Lucene\'s, the better': ('write', 'lucene', 1.0),
    'the same of TermGenerator\'s': ('write', 'termgenerator', 5.0),
    'with lists of terms, of FTS5': ('write-lists', 'fts5', 0.5),
}
SIZE_ASKED, RATE_ASKED = 0.95, 10


def read_notes(path):
    """name -> threads, medians of seconds, processor seconds, bytes."""
    rounds, threads = {}, {}
    with open(path, encoding='utf-8') as file:
        for line in file:
            name, threads[name], spent, size, told = line.rstrip('\n').split('\t')
            real, user, system = map(float, spent.split())
            # What starts an interpreter tells its own time.
            seconds = json.loads(told)['seconds'] if told else real
            rounds.setdefault(name, []).append(
                (seconds, user + system, int(size)))
    return {name: dict(zip(('seconds', 'processor', 'bytes'),
                           map(statistics.median, zip(*all_))),
                       threads=int(threads[name]))
            for name, all_ in rounds.items()}


def alone(builds, name):
    """Seconds on processors that have nothing else to do: the processor time,
    spread over the threads.  Of Lucene, the better of both."""
    if name == 'lucene':
        return min(alone(builds, n) for n in ('lucene-1', 'lucene-2'))
    return builds[name]['processor'] / builds[name]['threads']


def report(text, notes, parts):
    with open(text, encoding='utf-8') as file:
        size = sum(len(l.split('\t', 1)[1].encode()) - 1 for l in file)
    builds = read_notes(notes)
    for b in builds.values():
        b['rate'] = round(size / 1e6 / b['seconds'], 2)
        b['size_of_text'] = round(b['bytes'] / size, 3)
    builds['complete']['rate_alone'] = round(
        size / 1e6 / alone(builds, 'complete'), 2)
    lucene = [builds[n] for n in ('lucene-1', 'lucene-2') if n in builds]
    if lucene:
        builds['lucene'] = max(lucene, key=lambda b: b['rate'])
    ratios = {what: {'ratio': round(builds[a]['rate'] / builds[b]['rate'], 2),
                     'alone': round(alone(builds, b) / alone(builds, a), 2),
                     'asked': asked}
              for what, (a, b, asked) in ASKED.items() if b in builds}
    builds.pop('lucene', None)
    with open(parts, encoding='utf-8') as file:
        inside = [json.loads(line) for line in file]
    for part in inside:
        part['of_text'] = round(part['bytes'] / size, 4)
    return {'text_bytes': size, 'builds': builds, 'ratios': ratios,
            'parts': inside}


def show(r):
    print(f'{r["text_bytes"] / 1e6:.1f} MB of text')
    print(f'{"":34} {"threads":>7} {"s":>7} {"cpu s":>7} {"MB/s":>7} {"size/text":>10}')
    for key, name in NAMES.items():
        b = r['builds'].get(key)
        if b:
            print(f'{name:34} {b["threads"]:7} {b["seconds"]:7.1f} '
                  f'{b["processor"]:7.1f} {b["rate"]:7.1f} {b["size_of_text"]:10.3f}')
    print('\nratios of the rates: asked at least; measured; alone, by the '
          'processor time of\nthe whole command, with the start of the JVM or '
          'of Python, by its threads')
    print(f'  {"":42} {"asked":>5} {"rate":>6} {"alone":>6}')
    for name, v in r['ratios'].items():
        print(f'  {name:42} {v["asked"]:5.2f} {v["ratio"]:6.2f} '
              f'{v["alone"]:6.2f}')
    whole = r['builds']['complete']
    print(f'  {"complete build, MB/s of text":42} {RATE_ASKED:5.2f} '
          f'{whole["rate"]:6.2f} {whole["rate_alone"]:6.2f}')
    print(f'  {"size of everything, at most":42} {SIZE_ASKED:5.2f} '
          f'{whole["size_of_text"]:6.2f}')
    print('\nsize by part: files, and what lies in them')
    for p in r['parts']:
        if p['bytes'] > r['text_bytes'] / 1000:
            print(f'  {p["database"]:10} {p["part"]:22} {p["count"]:9} '
                  f'{p["bytes"] / 1e6:8.2f} MB {p["of_text"]:7.3f}')


def svg(r, path):
    rows = [(name, r['builds'][key]) for key, name in NAMES.items()
            if key in r['builds']]
    left, width, step = 250, 420, 28
    most = max(b['rate'] for _, b in rows)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" '
           f'width="{left + width + 160}" height="{step * len(rows) + 40}" '
           'font-family="sans-serif" font-size="13">',
           '<rect width="100%" height="100%" fill="white"/>',
           '<text x="10" y="20" font-size="15">MB of text a second, and '
           'size of the text</text>']
    for i, (name, b) in enumerate(rows):
        y = 34 + i * step
        fill = '#4472a8' if name.startswith('tracuu') else '#b5c7de'
        long = b['rate'] / most * width
        out.append(
            f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">{name}</text>'
            f'<rect x="{left}" y="{y}" width="{long:.0f}" '
            f'height="{step - 9}" fill="{fill}"/>'
            f'<text x="{left + long + 6:.0f}" y="{y + 14}">{b["rate"]:.1f}, '
            f'{b["size_of_text"]:.2f}</text>')
    out.append('</svg>')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(out) + '\n')


def main():
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    r = report(*sys.argv[1:4])
    show(r)
    with open(sys.argv[4], 'w', encoding='utf-8') as file:
        json.dump(r, file, indent=1)
        file.write('\n')
    svg(r, sys.argv[5])


main()
