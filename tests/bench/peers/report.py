#!/usr/bin/env python3
"""report.py: what the bench of the peers noted, as a table, JSON and SVG.

    report.py note KEY=VALUE... [JSON]     one line for the notes
    report.py show NOTES OUT.json OUT.svg
"""
import json
import math
import statistics
import sys

SETS = ('title', 'short')
NAMES = {'tracuu': 'tracuu', 'tracuu-counted': 'tracuu, with facets',
         'fts5': 'SQLite FTS5', 'lucene': 'Lucene',
         'lucene-2': 'Lucene, 2 threads'}
COLOURS = {'p50': '#4472a8', 'p99': '#b5c7de'}


def note(words):
    out = {}
    for word in words:
        if word.startswith('{'):
            out.update(json.loads(word))
            continue
        key, value = word.split('=', 1)
        try:
            out[key] = float(value) if '.' in value else int(value)
        except ValueError:
            out[key] = value
    print(json.dumps(out))


def medians(notes, what, keys, figures):
    """The median of each figure over the rounds, by the keys' values."""
    seen = {}
    for n in notes:
        if n['what'] == what:
            seen.setdefault(tuple(n[k] for k in keys), []).append(n)
    return {place: {f: statistics.median(n[f] for n in all_)
                    for f in figures if f in all_[0]}
            for place, all_ in seen.items()}


def read(path):
    with open(path, encoding='utf-8') as file:
        notes = [json.loads(line) for line in file]
    search = medians(notes, 'search', ('peer', 'set'),
                     ('p50', 'p99', 'hits', 'open', 'anon_kb'))
    batch = medians(notes, 'batch', ('threads',), ('wall',))
    command = medians(notes, 'command', (), ('ms',))
    text = next(n for n in notes if n['what'] == 'text')
    out = {'text': {k: text[k] for k in ('bytes', 'articles')}, 'index': {},
           'search': {}, 'ratios': {}}
    for n in notes:
        if n['what'] == 'index':
            out['index'][n['peer']] = {
                'seconds': n['seconds'], 'bytes': n['bytes'],
                'size_of_text': round(n['bytes'] / text['bytes'], 3)}
    for (peer, set_), figures in search.items():
        out['search'].setdefault(peer, {})[set_] = figures
    out['command_ms'] = command[()]['ms']
    out['open_ms'] = search['tracuu', 'title']['open'] / 1000
    out['reader_mb'] = search['tracuu', 'title']['anon_kb'] / 1024
    out['ratios']['batch on 2 threads'] = round(
        batch[1,]['wall'] / batch[2,]['wall'], 2)
    for peer in ('lucene', 'fts5'):
        for set_ in SETS:
            for figure in ('p50', 'p99') if peer in out['search'] else ():
                out['ratios'][f'{set_} {figure} of {NAMES[peer]}\'s'] = round(
                    out['search']['tracuu'][set_][figure] /
                    out['search'][peer][set_][figure], 3)
    return out


def table(r):
    print(f'{r["text"]["articles"]} articles, '
          f'{r["text"]["bytes"] / 1e6:.1f} MB of text; times of the top 10 in '
          'ms, p50 / p99')
    print(f'{"":20} {"index s":>8} {"size/text":>10} '
          f'{"title-long":>17} {"short":>17}')
    for peer, name in NAMES.items():
        index = r['index'].get(peer)
        name += ' *' if peer == 'fts5' else ''
        line = f'{name:20}'
        line += (f' {index["seconds"]:8.1f} {index["size_of_text"]:10.2f}'
                 if index else f' {"":8} {"":10}')
        for set_ in SETS:
            t = r['search'].get(peer, {}).get(set_)
            if t:
                line += f' {t["p50"] / 1000:8.2f} /{t["p99"] / 1000:7.2f}'
        if line.strip() != name:
            print(line)
    if 'fts5' in r['search']:
        print('* slow: asked every fifth query, once')
    print('\nratios, ours to theirs')
    for name, ratio in r['ratios'].items():
        print(f'  {name:32} {ratio:6.2f} x')
    print(f'  one command {r["command_ms"]:.1f} ms of processor time, '
          f'opening {r["open_ms"]:.1f} ms, '
          f'memory of a reader {r["reader_mb"]:.0f} MB')


def svg(r, path):
    """Two bars a peer and set, p50 in p99, on a scale of powers of ten."""
    rows = [(f'{NAMES[peer]}, {set_}', r['search'][peer][set_])
            for set_ in SETS for peer in NAMES
            if set_ in r['search'].get(peer, {})]
    low, high, left, width, step = 0.1, 1000.0, 210, 460, 26

    def x(ms):
        share = math.log10(max(ms, low) / low) / math.log10(high / low)
        return left + width * min(share, 1)

    height = step * len(rows) + 60
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 90}"'
           f' height="{height}" font-family="sans-serif" font-size="13">',
           '<rect width="100%" height="100%" fill="white"/>',
           '<text x="10" y="20" font-size="15">Top 10, milliseconds: '
           'p50 (dark) and p99 (light)</text>']
    for mark in (0.1, 1, 10, 100, 1000):
        out.append(f'<path d="M{x(mark):.0f} 34V{height - 22}" stroke="#ccc"/>'
                   f'<text x="{x(mark):.0f}" y="{height - 6}" '
                   f'text-anchor="middle">{mark:g}</text>')
    for i, (name, t) in enumerate(rows):
        y = 38 + i * step
        out.append(f'<text x="{left - 8}" y="{y + 14}" text-anchor="end">'
                   f'{name}</text>')
        for figure in ('p99', 'p50'):
            out.append(f'<rect x="{left}" y="{y}" height="{step - 8}" '
                       f'width="{x(t[figure] / 1000) - left:.0f}" '
                       f'fill="{COLOURS[figure]}"/>')
        out.append(f'<text x="{x(t["p99"] / 1000) + 6:.0f}" y="{y + 14}">'
                   f'{t["p50"] / 1000:.2f} / {t["p99"] / 1000:.2f}</text>')
    out.append('</svg>')
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n'.join(out) + '\n')


def main():
    if sys.argv[1:2] == ['note']:
        note(sys.argv[2:])
    elif sys.argv[1:2] == ['show'] and len(sys.argv) == 5:
        r = read(sys.argv[2])
        table(r)
        with open(sys.argv[3], 'w', encoding='utf-8') as file:
            json.dump(r, file, indent=1)
            file.write('\n')
        svg(r, sys.argv[4])
    else:
        sys.exit(__doc__)


main()
