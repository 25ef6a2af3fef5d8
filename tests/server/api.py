"""api: every path of the API as docs/openapi.json has it.

usage: python3 tests/server/api.py BUILD INDEX-OF-CORPUS
"""
import csv
import io
import json
import re
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

import schema
from common import Server, check, finish, same

build, corpus = sys.argv[1:3]
with open('docs/openapi.json', encoding='utf-8') as file:
    api = json.load(file)
V1 = '/api/v1'


def path_of(path):
    """The path of the description that an address is one of."""
    path = path.split('?')[0].removeprefix(V1)
    for known in sorted(api['paths'], key=len, reverse=True):
        pattern = re.escape(known).replace(r'\{name\}', '.+')
        if re.fullmatch(pattern, path):
            return known
    raise KeyError(path)


def valid(answer, path):
    """What the description has against an answer."""
    responses = api['paths'][path_of(path)]['get']['responses']
    described = responses.get(str(answer.status))
    if described is None:
        return [f'{answer.status} is not described']
    described = schema.resolve(described, api)
    content = described.get('content', {})
    if answer.type not in content:
        return [f'{answer.type!r} is not described for {answer.status}']
    shape = content[answer.type].get('schema')
    return list(schema.check(answer.json(), shape, api)) if shape else []


def fits(server, path, status=200):
    answer = server.get(V1 + path)
    if same(f'{path} is {status}', answer.status, status):
        wrong = valid(answer, V1 + path)
        check(f'{path} is as described', not wrong, '\n'.join(wrong))
    return answer


QUERIES = ['chi thi 48', 'toi pham', '"phòng, chống tội phạm"', '48-CT/TW',
           'noi:hau-giang', 'thực hiện:13-KL/TW', 'không-có-gì-cả-đâu',
           'a', '(((', '-', 'số:', '\u0301', '😀', '"', "'", 'OR OR',
           'năm:2021 toi pham', '99999-XY/ZZ', 'tu:2020 den:2022', 'tọi phạm']
NAMES = ['48-CT/TW', '13-KL/TW', '59-CTr/TU', '48-CT/TW khóa X',
         'd:tw:ct:48:k10', 'd:tw:ct:21:k10', '26-NQ/TW', '110/2004/NĐ-CP',
         'corpus/trung-uong/48-CT-TW-2010.txt']


def shapes(s):
    for query in QUERIES:
        q = urllib.parse.quote(query)
        for path in ('search?q=', 'search?explain=1&limit=3&q=',
                     'search?facets=0&sort=newest&q=', 'suggest?q=',
                     'suggest?format=opensearch&q=', 'export?q=', 'feed?q='):
            fits(s, f'/{path}{q}')
    for name in NAMES:
        several = name in ('48-CT/TW', '26-NQ/TW')
        for path in ('/documents/%s', '/documents/%s/references?limit=2',
                     '/documents/%s/references?direction=in&offset=1',
                     '/documents/%s/related', '/documents/%s/graph?depth=1',
                     '/related?doc=%s', '/graph?doc=%s', ):
            fits(s, path % urllib.parse.quote(name, safe=''),
                 300 if several else 200)
    for path in ('/graph?format=svg&doc=59-CTr/TU',
                 '/graph?format=dot&doc=59-CTr/TU', '/documents/13-KL/TW',
                 '/status', '/openapi.json'):
        fits(s, path)


def problems(s):
    for path, status in (
            ('/search', 400), ('/search?q=', 400), ('/search?q=a&limit=0', 400),
            ('/search?q=a&limit=101', 400), ('/search?q=a&limit=x', 400),
            ('/search?q=a&offset=-1', 400), ('/search?q=a&sort=best', 400),
            ('/search?q=a&limit=99999999999999999999', 400),
            ('/documents/99-XY', 404), ('/documents/99-XY/references', 404),
            ('/documents/99-XY/related', 404), ('/documents/99-XY/graph', 404),
            ('/documents/13-KL%2FTW/references?direction=up', 400),
            ('/related?doc=99-XY', 404), ('/graph?doc=99-XY', 404),
            ('/related', 400), ('/graph', 400), ('/graph?doc=a&depth=5', 400),
            ('/graph?doc=a&format=png', 400), ('/suggest', 400),
            ('/export', 400), ('/feed', 400)):
        fits(s, path, status)
    answer = s.get(V1 + '/nothing')
    same('an unknown path is a problem', (answer.status, answer.type),
         (404, 'application/problem+json'))
    vi = s.get(V1 + '/search?lang=vi').json()['detail']
    en = s.get(V1 + '/search', Accept_Language='en-GB,vi').json()['detail']
    check('a problem is told in the language asked for', vi != en, vi)


def paging(s):
    q = V1 + '/search?q=toi+pham'
    whole = [h['id'] for h in s.get(q + '&limit=40').json()['hits']]
    pages = [h['id'] for offset in range(0, 40, 10) for h in
             s.get(f'{q}&limit=10&offset={offset}').json()['hits']]
    same('pages, one after the other, are the list', pages, whole)
    same('no document stands twice', len(set(pages)), len(pages))


def revalidation(s):
    path = V1 + '/search?q=toi+pham'
    first = s.get(path)
    tag = first.headers['ETag']
    again = s.get(path, If_None_Match=f'"x", {tag}')
    same('an answer that is known is 304', (again.status, again.body),
         (304, b''))
    same('and has its tag', again.headers['ETag'], tag)
    check('another query has another tag',
          s.get(path + '+a').headers['ETag'] != tag)
    check('another language has another tag',
          s.get(path + '&lang=en').headers['ETag'] != tag)
    same('a problem has none', s.get(V1 + '/search').headers['ETag'], None)
    same('the same answer comes twice', s.get(path).body, first.body)
    head = s.ask('HEAD', path)
    same('HEAD has the headers of GET and no body',
         (head.status, head.body, head.headers['Content-Length'],
          head.headers['ETag']),
         (200, b'', str(len(first.body)), tag))


def sharing(s):
    path = V1 + '/search?q=a'
    ours, theirs = 'https://noi-bo.example', 'https://la.example'
    allowed = 'Access-Control-Allow-Origin'
    same('a listed origin may read', s.get(path, Origin=ours).headers[allowed],
         ours)
    same('another may not', s.get(path, Origin=theirs).headers[allowed], None)
    same('nor "null"', s.get(path, Origin='null').headers[allowed], None)
    answer = s.ask('OPTIONS', path, Origin=ours,
                   Access_Control_Request_Method='GET')
    same('a preflight of a listed origin',
         (answer.status, answer.headers[allowed],
          answer.headers['Access-Control-Allow-Credentials']),
         (204, ours, None))
    check('may send a token', 'Authorization' in
          answer.headers['Access-Control-Allow-Headers'])
    same('a preflight of another is refused',
         s.ask('OPTIONS', path, Origin=theirs).status, 403)
    check('what answers depend on is said',
          'Origin' in answer.headers['Vary'] and
          'Authorization' in answer.headers['Vary'])
    check('a listed origin may frame pages', 'frame-ancestors \'self\' ' + ours
          in s.get('/').headers['Content-Security-Policy'])


def headers(s):
    for path in ('/', '/search?q=a', '/static/style.css', V1 + '/status',
                 V1 + '/nothing', '/nothing', '/metrics', '/healthz'):
        h = s.get(path).headers
        policy = h['Content-Security-Policy']
        check(f'{path} has a policy without inline and without elsewhere',
              "default-src 'none'" in policy and 'unsafe' not in policy and
              '*' not in policy, policy)
        same(f'{path} has the other headers',
             (h['X-Content-Type-Options'], h['Referrer-Policy'],
              h['Cross-Origin-Opener-Policy']),
             ('nosniff', 'same-origin', 'same-origin'))
    for method in ('POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'):
        answer = s.ask(method, V1 + '/status')
        same(f'{method} is not answered',
             (answer.status, answer.headers['Allow']),
             (405, 'GET, HEAD, OPTIONS'))


EVIL = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>',
        "';alert(1)//", '\r\nSet-Cookie: a=b', '&lt;', ']]>', '{{7*7}}',
        '</title><script>', '\x1b[31m', 'javascript:alert(1)']


def reflected(s):
    """What was typed comes back as text, never as anything else."""
    for evil in EVIL:
        q = urllib.parse.quote(evil)
        for path in (f'/?q={q}', f'/search?q={q}', f'/doc/{q}', f'/graph/{q}',
                     f'/{q}', f'/search?q=a&sort={q}&lang={q}&page={q}'):
            answer = s.get(path)
            text = answer.text
            check(f'{path} does not reflect it as markup',
                  '<script>alert' not in text and '<img src=x' not in text and
                  '</title><script' not in text and
                  'href="javascript:' not in text.lower(), text)
            same(f'{path} sets no header', answer.headers['Set-Cookie'], None)
        feed = s.get(f'{V1}/feed?q={q}')
        ElementTree.fromstring(feed.body)
        title = ElementTree.fromstring(feed.body).find(
            '{http://www.w3.org/2005/Atom}title').text or ''
        same('a feed has it as its title',
             title.replace('\ufffd', '').strip(),
             re.sub('[\x00-\x09\x0b-\x1f]', '', evil).strip())
        same('a query comes back as it was',
             s.get(f'{V1}/search?q={q}').json()['query'], evil)
        s.get(f'{V1}/documents/{q}').json()


def lists(s):
    answer = s.get(V1 + '/export?q=toi+pham&lang=en')
    same('an export is a file', answer.headers['Content-Disposition'],
         'attachment; filename="tracuu.csv"')
    check('with a byte order mark', answer.body.startswith(b'\xef\xbb\xbf'))
    rows = list(csv.reader(io.StringIO(answer.body.decode('utf-8-sig')),
                           strict=True))
    hits = s.get(V1 + '/search?q=toi+pham&limit=100').json()['hits']
    same('its rows are the hits', [row[12] for row in rows[1:]],
         [hit['id'] for hit in hits])
    same('all as long as the first', {len(row) for row in rows}, {14})
    feed = ElementTree.fromstring(s.get(V1 + '/feed?q=toi+pham').body)
    atom = '{http://www.w3.org/2005/Atom}'
    dates = [e.find(atom + 'updated').text for e in feed.iter(atom + 'entry')]
    same('a feed has the newest first', dates, sorted(dates, reverse=True))
    same('each entry once', len({e.find(atom + 'id').text for e in
                                 feed.iter(atom + 'entry')}), len(dates))
    found = ElementTree.fromstring(s.get('/opensearch.xml').body)
    templates = [u.get('template') for u in found if 'template' in u.keys()]
    check('opensearch has addresses of this server', len(templates) == 3 and
          all(t.startswith(f'http://127.0.0.1:{s.port}/') and
              '{searchTerms}' in t for t in templates), templates)


def watching(s):
    same('/healthz answers', s.get('/healthz').body, b'ok\n')
    text = s.get('/metrics').text
    lines = [l for l in text.splitlines() if not l.startswith('#')]
    bad = [l for l in lines if not re.fullmatch(
        r'[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [0-9.e+-]+', l)]
    check('/metrics is in the format of Prometheus', not bad and lines, bad)
    check('and counts', re.search(
        r'requests_total\{route="search",code="2xx"\} [1-9]', text), text)


with Server(build, corpus, '--origins', 'https://noi-bo.example',
            '--cache', '1') as server:
    for part in (shapes, problems, paging, revalidation, sharing, headers,
                 reflected, lists, watching):
        part(server)
finish('server')
