#!/usr/bin/env python3
"""Tables of mentions, for references.sh.

usage: references.py documents FOLDER sample|all
           the documents of FOLDER/*.jsonl.xz, as `explain references` reads
           them; the sample is every eighth article and every fourth of the
           long documents
       references.py types GOLD FOUND
           what was found of each type of mention, and of each relation
       references.py compare BEFORE NOW DOCUMENTS N
           mentions gained, lost and changed, N of each with their sentence

FOUND, BEFORE and NOW are what `tracuu explain references --jsonl` prints.
"""
import collections
import json
import lzma
import math
import pathlib
import re
import sys
import unicodedata

STEPS = {'phapdien-articles': 8, 'congbao': 4, 'skill_sct': 4}
FIELDS = ('form', 'kind', 'number', 'issuer', 'date', 'term', 'provision',
          'relation', 'head', 'key')
ASIDE = 160  # characters of the sentence shown on either side


def records(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


# ---- documents ----

def print_documents(folder, scope):
    for path in sorted(pathlib.Path(folder).glob('*.jsonl.xz')):
        name = path.name.split('.')[0]
        step = STEPS.get(name, 1) if scope == 'sample' else 1
        with lzma.open(path, 'rt', encoding='utf-8') as lines:
            for number, line in enumerate(lines):
                if number % step:
                    continue
                record = json.loads(line)
                out = {k: record[k] for k in ('id', 'title', 'text')}
                # An article has no letterhead that says whose it is.
                if 'part_of' in record:
                    out['doc'] = {'number': record['part_of'],
                                  'kind': record['stated'].get('kind')}
                print(json.dumps(out, ensure_ascii=False))


# ---- types ----

def wilson(right, of):
    """The share, and the bounds it has with 95 % certainty."""
    if not of:
        return 0.0, 0.0, 1.0
    z = 1.959964
    share, scale = right / of, 1 + z * z / of
    middle = (share + z * z / (2 * of)) / scale
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return share, max(0, middle - half / scale), min(1, middle + half / scale)


def fold(text):
    text = unicodedata.normalize('NFD', str(text or '').lower())
    text = ''.join(c for c in text if not unicodedata.combining(c))
    text = re.sub('[\u2010-\u2015\u2212_]', '-', text.replace('đ', 'd'))
    return re.sub(r'^0+(?=\d)', '', re.sub(r'\s+', '', text))


def number_agrees(gold, found):
    gold, found = fold(gold), fold(found)
    if not gold or gold == found:
        return True
    return bool(re.fullmatch(r'[\d/]+[a-z]?', gold)) and \
        found[:len(gold)] == gold and found[len(gold):len(gold) + 1] in '-/'


def key_agrees(gold, found):
    """Part by part; "?" in the gold key is open."""
    gold, found = gold.split(':'), (found or '').split(':')
    if len(gold) > len(found):
        return False
    return all(g in ('?', '', f) or
               g.endswith('?') and f.startswith(g[:-1].rstrip('.'))
               for g, f in zip(gold, found))


def overlap(a, b):
    return min(a['end'], b['end']) - max(a['start'], b['start'])


def align(gold, found):
    """Pairs of mentions that overlap, the longest overlaps first."""
    pairs = sorted(((overlap(g, f), -i, -j) for i, g in enumerate(gold)
                    for j, f in enumerate(found) if overlap(g, f) > 0),
                   reverse=True)
    taken_gold, taken_found = {}, set()
    for _, i, j in pairs:
        if -i not in taken_gold and -j not in taken_found:
            taken_gold[-i] = found[-j]
            taken_found.add(-j)
    return taken_gold


def print_types(gold_path, found_path):
    found = {r['id']: r.get('mentions', []) for r in records(found_path)}
    table = collections.defaultdict(collections.Counter)
    for record in records(gold_path):
        pairs = align(record['mentions'], found.get(record['id'], []))
        for i, gold in enumerate(record['mentions']):
            if gold.get('optional'):
                continue
            got = pairs.get(i)
            relations = [gold['relation']] + (gold.get('relation_alt') or [])
            right = {'all': 1, 'found': bool(got)}
            right['number'] = bool(got) and \
                number_agrees(gold['number'], got['number'])
            right['relation'] = bool(got) and got['relation'] in relations
            right['key'] = bool(got) and \
                key_agrees(gold.get('key') or '', got['key'])
            for group in ('form ' + gold['form'], 'kind ' + str(gold['kind']),
                          'relation ' + gold['relation']):
                table[group].update({k for k, v in right.items() if v})
    columns = ('found', 'number', 'relation', 'key')
    print(f'{"type":32}{"n":>5}' + ''.join(f'{c:>20}' for c in columns))
    for group in sorted(table, key=lambda g: (g.split()[0], -table[g]['all'])):
        row = table[group]
        cells = ('{:6.3f} [{:.3f}-{:.3f}]'.format(*wilson(row[c], row['all']))
                 for c in columns)
        print(f'{group:32}{row["all"]:5}' + ''.join(f'{c:>20}' for c in cells))


# ---- compare ----

def meaning(mentions, at):
    """What a mention says; a head is told by its place in the text, since
    its index moves with what else is found."""
    out = {f: mentions[at].get(f) for f in ('start', 'end') + FIELDS}
    head = str(out['head'])
    if head.startswith('#') and int(head[1:]) <= len(mentions):
        out['head'] = 'at %d' % mentions[int(head[1:]) - 1]['start']
    return out


def compare_text(before, now):
    """(sort, fields that changed, meaning before, meaning now) of a text."""
    old = {(m['start'], m['end']): i for i, m in enumerate(before)}
    paired = {}
    for j, m in enumerate(now):
        i = old.pop((m['start'], m['end']), None)
        if i is not None:
            paired[j] = i
    rest = sorted(old.values())
    for j, m in enumerate(now):
        if j in paired:
            continue
        for i in rest:
            if overlap(before[i], m) > 0:
                paired[j] = i
                rest.remove(i)
                break
    for j, m in enumerate(now):
        if j not in paired:
            yield 'gained', [], None, meaning(now, j)
            continue
        was, m = meaning(before, paired[j]), meaning(now, j)
        fields = [f for f in m if was[f] != m[f]]
        yield ('changed' if fields else 'same'), fields, was, m
    for i in rest:
        yield 'lost', [], meaning(before, i), None


def shown(text, start, end):
    left = text.rfind('\n', 0, start) + 1
    right = text.find('\n', end)
    left = max(left, start - ASIDE)
    right = min(right if right >= 0 else len(text), end + ASIDE)
    out = text[left:start] + '«' + text[start:end] + '»' + text[end:right]
    return re.sub(r'\s+', ' ', out).strip()


def values(mention, fields):
    return ', '.join(f'{f} {mention[f]}' for f in fields)


def print_sort(sort, events, texts, most):
    print(f'-- {sort}: {len(events)}')
    step = max(1, len(events) // most) if most else len(events) + 1
    for ident, fields, was, m in events[::step][:most]:
        at = m or was
        print(f'{ident}: {shown(texts[ident], at["start"], at["end"])}')
        if sort == 'changed':
            print('    before: ' + values(was, fields))
            print('    now: ' + values(m, fields))
        else:
            print('    ' + values(at, ('form', 'relation', 'key')))


def print_compare(before_path, now_path, documents, most):
    before = {r['id']: r['mentions'] for r in records(before_path)}
    events = {'gained': [], 'lost': [], 'changed': []}
    table = collections.defaultdict(collections.Counter)
    fields_changed = collections.Counter()
    for record in records(now_path):
        for sort, fields, was, m in compare_text(
                before.get(record['id'], []), record['mentions']):
            if sort != 'same':
                events[sort].append((record['id'], fields, was, m))
            fields_changed.update(fields)
            for column, mention in (('before', was), ('now', m)):
                for group in ('form', 'kind', 'relation') if mention else ():
                    table[f'{group} {mention[group]}'][column] += 1
            for group in ('form', 'kind', 'relation'):
                table[f'{group} {(m or was)[group]}'][sort] += 1
    columns = ('before', 'now', 'gained', 'lost', 'changed')
    print(f'{"type":32}' + ''.join(f'{c:>9}' for c in columns))
    for group in sorted(table, key=lambda g: (g.split()[0], -table[g]['now'])):
        print(f'{group:32}' +
              ''.join(f'{table[group][c]:9}' for c in columns))
    print('fields that changed: ' + (', '.join(
        f'{f} {n}' for f, n in fields_changed.most_common()) or 'none'))
    wanted = {e[0] for sort in events.values() for e in sort}
    texts = {r['id']: r['text'] for r in records(documents)
             if r['id'] in wanted}
    for sort in events:
        print_sort(sort, events[sort], texts, most)


def main(arguments):
    if len(arguments) == 3 and arguments[0] == 'documents':
        print_documents(*arguments[1:])
    elif len(arguments) == 3 and arguments[0] == 'types':
        print_types(*arguments[1:])
    elif len(arguments) == 5 and arguments[0] == 'compare':
        print_compare(*arguments[1:4], int(arguments[4]))
    else:
        sys.exit(__doc__)


main(sys.argv[1:])
