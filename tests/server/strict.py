"""strict: requests that no client sends, and those who hold places.

usage: python3 tests/server/strict.py BUILD INDEX-OF-CORPUS
"""
import re
import socket
import sys
import time

from common import Server, check, finish, same

build, corpus = sys.argv[1:3]
HOST = b'Host: 127.0.0.1\r\n'
GET = b'GET /healthz HTTP/1.1\r\n' + HOST


def raw(server, data, wait=3, half=False):
    """Every byte that comes back for these, until the server closes; `half`:
    nothing more will be sent, and that is said."""
    with socket.create_connection(('127.0.0.1', server.port), wait) as s:
        out = b''
        try:
            s.sendall(data)
            if half:
                s.shutdown(socket.SHUT_WR)
            while part := s.recv(65536):
                out += part
        except (OSError, TimeoutError):
            pass
    return out


def statuses(out):
    return [int(n) for n in re.findall(rb'HTTP/1\.[01] (\d{3}) ', out)]


# What is sent, and the one status that may come; 0: the connection is closed
# without a word.
REFUSED = {
    'a length beside an encoding':
        (GET + b'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n'
         b'0\r\n\r\nGET /healthz HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'an encoding':
        (GET + b'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400),
    'an encoding that is none':
        (GET + b'Transfer-Encoding: xchunked\r\n\r\n', 400),
    'a body':
        (GET + b'Content-Length: 3\r\n\r\nabc', 413),
    'a body that is another request':
        (GET + b'Content-Length: 40\r\n\r\nGET /metrics HTTP/1.1\r\n' + HOST +
         b'\r\n', 413),
    'two lengths':
        (GET + b'Content-Length: 0\r\nContent-Length: 7\r\n\r\n', (0, 400)),
    'two hosts':
        (GET + b'Host: other\r\n\r\n', 400),
    'no host':
        (b'GET /healthz HTTP/1.1\r\n\r\n', 400),  # said twice by the parser
    'a host that is none':
        (b'GET /healthz HTTP/1.1\r\nHost: a"b<c>\r\n\r\n', 400),
    'a host with a path':
        (b'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1/x\r\n\r\n', 400),
    'the host of somebody else':
        (b'GET /healthz HTTP/1.1\r\nHost: la.example\r\n\r\n', 421),
    'a control character in a value':
        (GET + b'X: a\x01b\r\n\r\n', (0, 400)),
    'two Authorizations':
        (GET + b'Authorization: a\r\nauthorization: b\r\n\r\n', 400),
    'NUL in the address':
        (b'GET /a%00b HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'a control character in the path':
        (b'GET /a%0Ab HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'a percent that is no code':
        (b'GET /a%zz HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'a whole URI':
        (b'GET http://127.0.0.1/healthz HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'an asterisk':
        (b'GET * HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'CONNECT':
        (b'CONNECT a:1 HTTP/1.1\r\n' + HOST + b'\r\n', (400, 405)),
    'HTTP/2 by its preface':
        (b'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', (0, 400, 505)),
    'HTTP/9.9':
        (b'GET / HTTP/9.9\r\n' + HOST + b'\r\n', (0, 400, 505)),
    'a header of 64 KB':
        (GET + b'X: ' + b'a' * 65536 + b'\r\n\r\n', (0, 413, 414, 431)),
    'an address of 20 KB':
        (b'GET /' + b'a' * 20000 + b' HTTP/1.1\r\n' + HOST + b'\r\n', 414),
    'three hundred headers':
        (GET + b''.join(b'X%d: 1\r\n' % i for i in range(300)) + b'\r\n',
         (0, 413, 431)),
    'a hundred parameters':
        (b'GET /?' + b'a=1&' * 100 + b' HTTP/1.1\r\n' + HOST + b'\r\n', 400),
    'a name before a colon with a blank':
        (GET + b'X : 1\r\n\r\n', (0, 400)),
    'no request at all':
        (b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 0),
}


def refused(s):
    for name, (data, want) in REFUSED.items():
        want = want if isinstance(want, tuple) else (want,)
        got = set(statuses(raw(s, data, half=True))) or {0}
        check(f'{name}: one answer, {want}',
              len(got) == 1 and got <= set(want), got)
    same('and it still answers', s.get('/healthz').status, 200)


def pipelined(s):
    last = GET + b'Connection: close\r\n\r\n'
    same('requests one behind the other have as many answers',
         statuses(raw(s, (GET + b'\r\n') * 20 + last)), [200] * 21)
    same('NUL ends a value, and nothing else', statuses(
        raw(s, GET + b'X: a\0b\r\nConnection: close\r\n\r\n')), [200])
    same('HTTP/1.0 is answered', statuses(
        raw(s, b'GET /healthz HTTP/1.0\r\n\r\n')), [200])
    same('half a request has none', statuses(raw(s, GET[:20], half=True)), [])


def slow(s):
    """A byte a second does not keep a place."""
    start = time.monotonic()
    with socket.create_connection(('127.0.0.1', s.port), 30) as c:
        c.settimeout(1)
        end = None
        for byte in GET + b'X: ' + b'a' * 100:
            try:
                c.sendall(bytes([byte]))
                if c.recv(1) == b'':
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        end = time.monotonic() - start
    check('a request that never ends is ended after 15 s', 10 < end < 20, end)


def limits():
    with Server(build, corpus, '--per-address', '4', '--rate', '0') as s:
        held = [socket.create_connection(('127.0.0.1', s.port))
                for _ in range(4)]
        time.sleep(0.2)
        same('a fifth connection of one address is closed',
             raw(s, GET + b'\r\n'), b'')
        for one in held:
            one.close()
        time.sleep(0.2)
        same('and later it is not', s.get('/healthz').status, 200)
    with Server(build, corpus, '--rate', '5', '--per-address', '0') as s:
        got = [s.get('/healthz').status for _ in range(30)]
        check('requests that come too fast are told to wait',
              got[:20] == [200] * 20 and got[-1] == 429, got)
        time.sleep(1)
        same('and then answered', s.get('/healthz').status, 200)
        check('when to ask again is said', [
            a.headers['Retry-After'] for a in
            (s.get('/healthz') for _ in range(30)) if a.status == 429][:1] ==
            ['2'])


with Server(build, corpus) as server:
    for part in (refused, pipelined, slow):
        part(server)
limits()
finish('server')
