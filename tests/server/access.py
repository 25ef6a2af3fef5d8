"""access: nobody sees what he may not; a matrix of users, labels and paths.

usage: python3 tests/server/access.py BUILD INDEX-OF-CORPUS

Each user asks everything of two servers.  One has an index of all documents;
the other one of those that the user may see, and of no others.  What comes
back must be the same, byte for byte but for times and scores: then no count,
no order, no suggestion, no error and no tag tells that there is more.  And no
body has a word that stands in forbidden documents only.
"""
import json
import os
import re
import sys
import tempfile
import time
import urllib.parse

import common
from common import Server, check, finish, same

build = sys.argv[1]
LABELS = ['noi-bo', 'to-chuc', 'thanh-tra', 'tai-chinh', 'secret', 'dang-vien']
USERS = {'': '-', 'an': 'noi-bo', 'binh': 'noi-bo,to-chuc',
         'chi': 'thanh-tra,tai-chinh,secret', 'dung': ','.join(LABELS)}
SYLLABLES = ['bưởi', 'cam', 'quýt', 'mít', 'ổi', 'xoài', 'nhãn']
GROUPS = [None] + LABELS


def record(name, label, **more):
    made = {'id': name, **more}
    if label:
        made['labels'] = [label]
    return made


def documents():
    """Documents of each label that touch everything which is counted."""
    # Nobody sees this one: in every index there is something to be left out.
    yield record('la', 'khac', title='Giấy mời họp', text='Mời họp sáng mai.')
    yield record('goc', None, number='48-CT/TW', kind='chỉ thị',
                 issuer='Ban Bí thư', date='2010-10-22',
                 title='về phòng, chống tội phạm',
                 text='Phòng ngừa tội phạm từ cơ sở. Các cấp ủy tổ chức thực '
                 'hiện nghiêm túc Chỉ thị này.')
    yield record('cu', None, number='30-QĐ/TW', kind='quyết định',
                 issuer='Ban Bí thư', date='2005-03-01',
                 title='về chế độ báo cáo',
                 text='Quyết định này quy định chế độ báo cáo của các cấp ủy.')
    for i, label in enumerate(GROUPS):
        word, fruit = f'zebraqu{i}', SYLLABLES[i]
        yield record(
            f'act-{word}', label, number=f'{70 + i}-CT/TW', kind='chỉ thị',
            issuer='Ban Bí thư', date=f'{1991 + i}-05-0{i + 1}',
            title=f'về quản lý vườn {fruit} {word}',
            text=f'Quản lý vườn {fruit} {word} ở các địa phương; các cấp ủy '
            f'lãnh đạo việc trồng {fruit} ngọt. Thực hiện Chỉ thị số 48-CT/TW '
            'ngày 22/10/2010 của Ban Bí thư về phòng, chống tội phạm và Nghị '
            f'quyết số {80 + i}-NQ/TW ngày 0{i + 1}/6/2001 của Bộ Chính trị '
            f'về nghề {fruit}.')
        yield record(
            f'plan-{word}', label, number=f'{10 + i}/KH-UBND', kind='kế hoạch',
            issuer='Ủy ban nhân dân tỉnh Hậu Giang', date=f'{2011 + i}-02-03',
            title=f'thực hiện Chỉ thị số {70 + i}-CT/TW về vườn {fruit}',
            text=f'Căn cứ Chỉ thị số {70 + i}-CT/TW ngày 0{i + 1}/5/{1991 + i} '
            f'của Ban Bí thư về quản lý vườn {fruit} {word}, Ủy ban nhân dân '
            'tỉnh Hậu Giang ban hành Kế hoạch này. Phòng ngừa tội phạm từ cơ '
            f'sở. Kiểm tra quầy {fruit} {word} hằng năm.')
        if not label:
            continue
        if i % 2:
            yield record(
                f'open-{i}', None, number=f'{20 + i}/KH-UBND',
                kind='kế hoạch', date=f'2019-02-0{i}',
                issuer='Ủy ban nhân dân tỉnh Nghệ An',
                title=f'thực hiện Chỉ thị số {70 + i}-CT/TW',
                text=f'Căn cứ Chỉ thị số {70 + i}-CT/TW ngày 0{i + 1}/5/'
                f'{1991 + i} của Ban Bí thư và Quyết định số 30-QĐ/TW ngày '
                '01/3/2005 của Ban Bí thư về chế độ báo cáo, ban hành Kế hoạch '
                'phòng ngừa tội phạm.')
            yield record(
                f'over-{word}', label, number=f'{60 + i}-CT/TW',
                kind='chỉ thị', issuer='Ban Bí thư', date='2020-04-05',
                title=f'về quản lý vườn {word}',
                text=f'Chỉ thị này thay thế Chỉ thị số {70 + i}-CT/TW ngày '
                f'0{i + 1}/5/{1991 + i} của Ban Bí thư.')
        yield record(
            f'end-{word}', label, number=f'{40 + i}-QĐ/TW',
            kind='quyết định', issuer='Ban Bí thư', date=f'20{20 - i}-01-01',
            title=f'về chế độ báo cáo {word}',
            text='Quyết định này thay thế Quyết định số 30-QĐ/TW ngày '
            f'01/3/2005 của Ban Bí thư về chế độ báo cáo. Báo cáo {word}.')
        yield record(
            f'copy-{word}', label, number='48-CT/TW', kind='chỉ thị',
            issuer='Ban Bí thư', date='2010-10-22',
            title='về phòng, chống tội phạm',
            text='Phòng ngừa tội phạm từ cơ sở. Các cấp ủy tổ chức thực '
            'hiện nghiêm túc Chỉ thị này.')
        yield record(
            f'part-{word}', label, part_of='91/2015/QH13', article=str(10 + i),
            title=f'Điều {10 + i}. Năng lực {word}',
            text=f'Điều {10 + i}. Năng lực {word} của cá nhân về vườn {fruit}.')


def seen_by(labels, record):
    mine = record.get('labels', [])
    return not mine or mine == ['khac'] or bool(set(mine) & set(labels.split(',')))


def paths():
    """Everything that can be asked, about every label."""
    words = ['tội phạm', 'toi pham', 'vườn', 'chỉ thị', 'báo cáo', 'zebraqu',
             'zebraqu*', 'năng lực', 'quản lý vườn', 'kế hoạch', '48-CT/TW',
             '30-QĐ/TW', 'thực hiện:48-CT/TW', 'thực hiện:48-CT/TW**',
             'thay thế:30-QĐ/TW', 'bị thay thế bởi:30-QĐ/TW',
             'văn bản nào thay thế Quyết định 30-QĐ/TW?', 'mật:"mật"',
             'loại:"kế hoạch"', 'hiệu lực:"hết hiệu lực"', 'vuown cam',
             '91/2015/QH13', 'điều 13 bộ luật dân sự', 'tu:1990 den:1999']
    names = ['48-CT/TW', '30-QĐ/TW', 'goc', 'cu', 'd:tw:ct:48:k10',
             '91/2015/QH13', 'chi thi 48']
    starts = ['v', 'về', 've quan ly', 'z', 'zebra', 'quan ly vuon', 'vuon',
              'chi thi', 'chỉ thị 7', '7', '8', 'nghi quyet 8', 'bao cao',
              'dieu 1', 'năng lực', 'ke hoach 1', 'nghề']
    for i in range(len(GROUPS)):
        words += [f'zebraqu{i}', f'zebraqo{i}', SYLLABLES[i],
                  f'vườn {SYLLABLES[i]}', f'"trồng {SYLLABLES[i]}"',
                  f'{70 + i}-CT/TW', f'{80 + i}-NQ/TW', f'năm:{1991 + i}',
                  f'thực hiện:{70 + i}-CT/TW', f'chỉ thị {70 + i} vuon']
        names += [f'{70 + i}-CT/TW', f'{80 + i}-NQ/TW', f'{40 + i}-QĐ/TW',
                  f'{10 + i}/KH-UBND', f'act-zebraqu{i}', f'copy-zebraqu{i}',
                  f'part-zebraqu{i}', f'điều {10 + i} 91/2015/QH13']
        starts += [f'zebraqu{i}', f'vườn {SYLLABLES[i]}', f'{70 + i}',
                   f've quan ly vuon {SYLLABLES[i]}', SYLLABLES[i][:2],
                   f'chi thi {70 + i}', f'{80 + i}-nq', f'dieu {10 + i}']
    for text in words:
        q = urllib.parse.quote(text)
        yield from (f'/api/v1/search?limit=60&q={q}', f'/api/v1/search?facets=0&limit=60&q={q}',
                    f'/api/v1/search?sort=newest&limit=60&q={q}',
                    f'/api/v1/export?q={q}', f'/api/v1/feed?limit=60&q={q}',
                    f'/search?limit=60&q={q}')
    for text in names:
        q = urllib.parse.quote(text, safe='')
        yield from (f'/api/v1/documents/{q}', f'/api/v1/graph?doc={q}',
                    f'/api/v1/documents/{q}/references',
                    f'/api/v1/related?limit=60&doc={q}', f'/doc/{q}', f'/graph/{q}',
                    f'/api/v1/graph?format=svg&doc={q}')
    for text in starts:
        yield f'/api/v1/suggest?limit=50&q={urllib.parse.quote(text)}'
    yield from ('/', '/help', '/api/v1/status', '/healthz', '/opensearch.xml')


# What differs without telling anything: times, scores (which weigh how rare a
# word is), and what an index is called.
DIFFERS = re.compile(
    r'"(took_us|score|rank|generation|created|changed|checked)":[^,}]*|\d+([.,]\d+)? ?ms|'
    r'127\.0\.0\.1:\d+|W/"[0-9a-f]+"')


RANKED = re.compile('/api/v1/(search|export|related|feed|suggest)|/search|/doc')


def plain(answer, ordered):
    """What is compared: of ranked lists the words, in any order, since a rank
    weighs how rare a word is in all documents."""
    text = DIFFERS.sub('#', answer.text)
    if not ordered:
        text = ' '.join(sorted(re.findall(r'\w+', text)))
    return answer.status, answer.type, text


def difference(a, b):
    """The place where two answers part."""
    if a[:2] != b[:2]:
        return f'{a[:2]} and {b[:2]}'
    at = next((i for i, (x, y) in enumerate(zip(a[2], b[2])) if x != y),
              min(len(a[2]), len(b[2])))
    return f'all:  …{a[2][max(0, at - 150):at + 150]}\n' \
           f'mine: …{b[2][max(0, at - 150):at + 150]}'


def ask_both(user, token, everything, mine, forbidden):
    headers = {'Authorization': f'Bearer {token}'} if token else {}
    for path in paths():
        a, b = everything.get(path, **headers), mine.get(path, **headers)
        ordered = not RANKED.match(path)
        x, y = plain(a, ordered), plain(b, ordered)
        check(f'{user or "nobody"}: {urllib.parse.unquote(path)}', x == y,
              difference(x, y) if x != y else '')
        typed = urllib.parse.unquote_plus(path)
        told = [w for w in forbidden if w in a.text and w not in typed]
        check(f'{user or "nobody"}: no word of others in {path}', not told,
              told)


def existence(server, token, shown, never):
    """How long it takes to say no does not tell of what."""
    headers = {'Authorization': f'Bearer {token}'} if token else {}
    times = {shown: [], never: []}
    for i in range(60):
        for name in times:
            path = '/api/v1/documents/' + urllib.parse.quote(name, safe='')
            start = time.perf_counter()
            server.get(f'{path}?nonce={i}', **headers)
            times[name].append(time.perf_counter() - start)
    a, b = (sorted(t)[len(t) // 4] for t in times.values())
    check(f'{shown} is denied as fast as {never}', 0.5 < a / b < 2,
          f'{a * 1e3:.2f} ms and {b * 1e3:.2f} ms')


def write_tokens(path):
    tokens = {user: f'token-of-{user}-0123456789' for user in USERS if user}
    with open(path, 'w', encoding='utf-8') as file:
        file.write('# who is who\n\n')
        for user, token in tokens.items():
            file.write(f'{user} {USERS[user]} {token}\n')
    os.chmod(path, 0o640)
    return tokens


with tempfile.TemporaryDirectory() as folder:
    records = list(documents())
    tokens = write_tokens(folder + '/tokens')

    def build_of(name, chosen):
        common.index(build, f'{folder}/{name}', text=''.join(
            json.dumps(r, ensure_ascii=False) + '\n' for r in chosen))
        return f'{folder}/{name}'

    everything = build_of('all', records)
    options = ('--tokens', folder + '/tokens', '--rate', '0',
               '--per-address', '0')
    with Server(build, everything, *options) as all_of_it:
        for user, labels in USERS.items():
            chosen = [r for r in records if seen_by(labels, r)]
            forbidden = [f'zebraqu{i}' for i, label in enumerate(GROUPS)
                         if label and label not in labels.split(',')]
            with Server(build, build_of('of-' + (user or 'nobody'), chosen),
                        *options) as mine:
                ask_both(user, tokens.get(user), all_of_it, mine, forbidden)
        existence(all_of_it, None, '74-CT/TW', '94-CT/TW')
        existence(all_of_it, None, 'act-zebraqu4', 'act-zebraqv4')
        same('a token that nobody has is refused', all_of_it.get(
            '/api/v1/status', Authorization='Bearer nobody-has-this-one'
        ).status, 401)
        same('and is not taken for none', all_of_it.get(
            '/', Authorization='Basic eDp5').status, 401)
finish('server')
