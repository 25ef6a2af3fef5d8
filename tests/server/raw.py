"""raw: any bytes to the service, for so many seconds; it must go on answering.

usage: python3 tests/server/raw.py BUILD INDEX SECONDS [SEED]
"""
import random
import socket
import sys
import time

from common import Server, check, finish, same

build, index, seconds = sys.argv[1], sys.argv[2], float(sys.argv[3])
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
rng = random.Random(seed)
PATHS = [b'/', b'/search?q=chi+thi+48', b'/doc/13-KL%2FTW', b'/graph/13-KL/TW',
         b'/api/v1/search?q=toi+pham', b'/api/v1/suggest?q=t', b'/metrics',
         b'/api/v1/documents/13-KL%2FTW/references', b'/static/style.css',
         b'/healthz', b'/login?next=//x', b'/api/v1/feed?q=a', b'/%00', b'*',
         b'/../../etc/passwd', b'http://a/', b'/' + b'a' * 9000, b'/?' +
         b'&' * 5000, b'/api/v1/search?q=' + b'%F0%9F%98%80' * 300, b'',
         b'/api/v1/documents/' + b'%2e%2e%2f' * 40, b'/\xff\xfe']
HEADERS = [b'Host: 127.0.0.1', b'Host: 127.0.0.1', b'Host: a\r\nHost: b',
           b'Content-Length: 5', b'Content-Length: -1', b'Content-Length: 0',
           b'Content-Length: 99999999999999999999', b'Transfer-Encoding: chunked',
           b'Transfer-Encoding: chunked\r\nContent-Length: 3',
           b'Transfer-Encoding : chunked', b'X: a\0b', b'X: a\r\n folded',
           b'X: ' + b'a' * 40000, b'Connection: close', b'Connection: keep-alive',
           b'Expect: 100-continue', b'Upgrade: h2c', b'If-None-Match: W/"0"',
           b'Authorization: Basic ' + b'A' * 500, b'Authorization: Bearer \xff',
           b'Accept-Language: ' + b',' * 3000, b'Origin: null', b': empty',
           b'Range: bytes=0-1,2-3', b'X-Forwarded-For: ' + b'1.1.1.1,' * 500,
           b'Cookie: \x01', b'no colon', b'\xff\xff: \xff', b'']
METHODS = [b'GET', b'GET', b'GET', b'HEAD', b'OPTIONS', b'POST', b'PUT', b'',
           b'get', b'G\0T', b'A' * 3000, b'CONNECT', b'PRI']
ENDS = [b'\r\n', b'\r\n', b'\r\n', b'\n', b'\r', b'\r\r\n']


def request():
    end = rng.choice(ENDS)
    lines = [rng.choice(METHODS) + b' ' + rng.choice(PATHS) + b' ' +
             rng.choice([b'HTTP/1.1', b'HTTP/1.1', b'HTTP/1.0', b'HTTP/0.9',
                         b'', b'HTTP/1.1\0'])]
    lines += rng.choices(HEADERS, k=rng.randrange(6))
    body = rng.choice([b'', b'', b'5\r\nabcde\r\n0\r\n\r\n', b'abcde',
                       b'GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'])
    return end.join(lines) + end + end + body


def mutated(data):
    data = bytearray(data)
    for _ in range(rng.randrange(4)):
        at = rng.randrange(len(data) + 1)
        what = rng.randrange(4)
        if what == 0 and at < len(data):
            data[at] = rng.randrange(256)
        elif what == 1:
            data[at:at] = bytes(rng.randrange(256) for _ in range(5))
        elif what == 2:
            del data[at:at + rng.randrange(30)]
        elif len(data) < 100000:
            data += data[at:]
    return bytes(data)


def send(port):
    """Sends some requests, whole or in parts, and goes away in some way."""
    data = b''.join(mutated(request()) for _ in range(rng.randrange(1, 4)))
    with socket.create_connection(('127.0.0.1', port), 5) as s:
        s.settimeout(0.05)
        if rng.random() < 0.1:
            s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                         b'\1\0\0\0\0\0\0\0')
        try:
            cut = rng.randrange(len(data) + 1)
            s.sendall(data[:cut])
            if rng.random() < 0.9:
                s.sendall(data[cut:])
            if rng.random() < 0.3:
                s.shutdown(socket.SHUT_WR)
            if rng.random() < 0.8:
                while s.recv(65536):
                    pass
        except OSError:
            pass


with Server(build, index, '--rate', '0', '--per-address', '0',
            '--origins', 'https://a') as server:
    end, count = time.monotonic() + seconds, 0
    while time.monotonic() < end and server.process.poll() is None:
        send(server.port)
        count += 1
        if count % 500 == 0:
            check('it still answers', server.get('/healthz').status == 200)
    print(f'{count} connections, seed {seed}')
    same('it lives', server.process.poll(), None)
    same('and answers', server.get('/healthz').status, 200)
same('and ends without a complaint', server.process.returncode, 0)
finish('server')
