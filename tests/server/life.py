"""life: starting, new generations, the logs, --public, and the end.

usage: python3 tests/server/life.py BUILD INDEX-OF-CORPUS
"""
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

import common
from common import Server, check, finish, same

build, corpus = sys.argv[1:3]
GENERATIONS = int(os.environ.get('GENERATIONS', '12'))
SEARCH = '/api/v1/search?q=v%C4%83n+b%E1%BA%A3n'


def record(name, text, **more):
    return json.dumps({'id': name, 'title': text, 'text': text, **more},
                      ensure_ascii=False) + '\n'


def refuses(name, *options, code=2, word='', index=corpus):
    s = Server(build, index, *options).start()
    s.process.wait(20)
    said = s.said + s.process.stderr.read()
    s.process.stderr.close()
    check(name, s.process.returncode == code and word in said and
          said.count('\n') == 1, f'{s.process.returncode} {said}')


def starting(folder):
    refuses('an option that is none', '--nonsense', word='nonsense')
    refuses('a word too many', 'word', word='word')
    refuses('too long a deadline', '--deadline', '60000', word='deadline')
    refuses('labels that are none', '--labels', 'A B', word='labels')
    refuses('addresses that are none', '--trusted-proxy', 'x', word='127.0')
    refuses('a header without a proxy', '--label-header', 'X-L', word='proxy')
    refuses('no index', code=3, index=folder + '/none', word='none')
    open(folder + '/open', 'w').write('an - 0123456789abcdef\n')
    os.chmod(folder + '/open', 0o644)
    refuses('tokens that all may read', '--tokens', folder + '/open',
            word='chmod')
    open(folder + '/short', 'w').write('an - 012345\n')
    os.chmod(folder + '/short', 0o600)
    refuses('a token that is too short', '--tokens', folder + '/short',
            word='16')
    with Server(build, corpus) as s:
        refuses('a port that is taken', code=5, word='--listen', index=corpus,
                *['--listen', f'127.0.0.1:{s.port}'])


def ending():
    with Server(build, corpus) as s:
        stop, got = threading.Event(), []

        def ask():
            while not stop.is_set():
                try:
                    got.append(s.get(SEARCH).status)
                except (ConnectionError, OSError):
                    return
        threads = [threading.Thread(target=ask) for _ in range(8)]
        held = socket.create_connection(('127.0.0.1', s.port))
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        took = s.stop()
        stop.set()
        for thread in threads:
            thread.join()
        held.close()
        check('SIGTERM ends within 5 s', took < 5, took)
        same('with exit code 0', s.process.returncode, 0)
        same('and what was asked is answered', set(got), {200})
    with Server(build, corpus) as s:
        s.process.send_signal(signal.SIGINT)
        same('SIGINT ends it too', s.process.wait(6), 0)


def generations(folder):
    """A new state of the index is taken up without a failed request."""
    where = folder + '/changing'
    common.index(build, where, text=record('a', 'văn bản số không'))
    stop, got = threading.Event(), []
    with Server(build, where, '--rate', '0') as s:
        def ask():
            i = 0
            while not stop.is_set():
                i += 1
                answer = s.get(f'{SEARCH}&n={i % 7}')
                got.append((answer.status, len(answer.json().get('hits', []))))
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        tags = set()
        for i in range(GENERATIONS):
            options = ['--rebuild'] if i % 2 else []
            common.index(build, where, options=options, text=''.join(
                record(f'd{k}', f'văn bản số {k}') for k in range(i + 1)))
            tags.add(s.get(SEARCH).headers['ETag'])
        stop.set()
        for thread in threads:
            thread.join()
        same(f'{GENERATIONS} states, no failed request of {len(got)}',
             {status for status, _ in got}, {200})
        same('each has a tag of its own', len(tags), GENERATIONS)
        check('and the last is seen', s.get(SEARCH + '&limit=100').json()
              ['total']['value'] >= GENERATIONS)


def logs(folder):
    tokens = folder + '/tokens'
    open(tokens, 'w').write('an.nguyen noi-bo token-number-one-1\n')
    os.chmod(tokens, 0o600)
    with Server(build, corpus, '--tokens', tokens, '--audit-log',
                folder + '/audit', access_log=folder + '/access') as s:
        who = {'Authorization': 'Bearer token-number-one-1'}
        s.get('/api/v1/documents/13-KL%2FTW', **who)
        s.get('/api/v1/documents/13-KL%2FTW/references')
        s.get('/api/v1/documents/99-XY', **who)
        s.get('/?q="%22\\', User_Agent='"a"\\', Referer='http://x/\t"')
        s.get('/doc/13-KL%2FTW', **who)
        os.rename(folder + '/access', folder + '/access.1')
        open(tokens, 'w').write('binh noi-bo token-number-two-2\n')
        s.process.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        same('after SIGHUP a token that was taken away is unknown',
             s.get('/', **who).status, 401)
        same('and a new one is known', s.get(
            '/login', Authorization='Bearer token-number-two-2').status, 302)
    lines = open(folder + '/access.1', encoding='utf-8').read().splitlines()
    combined = re.compile(
        r'127\.0\.0\.1 - \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:[0-9:]{8} [+-]\d{4}\] '
        r'"GET (?:[^"\\]|\\.)* HTTP/1\.1" \d{3} \d+ "(?:[^"\\]|\\.)*" '
        r'"(?:[^"\\]|\\.)*"')
    bad = [line for line in lines if not combined.fullmatch(line)]
    same('the access log is in the combined format', (bad, len(lines)),
         ([], 5))
    check('it names the user', ' an.nguyen [' in lines[0], lines[0])
    check('and is reopened', os.path.getsize(folder + '/access') > 0)
    audit = [json.loads(line) for line in open(folder + '/audit')]
    same('the audit log tells who opened what',
         [(a['user'], a['document']) for a in audit],
         [('an.nguyen', '13-KL/TW'), ('', '13-KL/TW'),
          ('an.nguyen', '13-KL/TW')])


def proxies(folder):
    where = folder + '/labelled'
    common.index(build, where, text=record('a', 'văn bản mở') +
                 record('b', 'văn bản kín', labels=['noi-bo']))
    trusted = ('--trusted-proxy', '127.0.0.0/8', '--label-header', 'X-Labels',
               '--user-header', 'X-User')

    def seen(server, **headers):
        answer = server.get(SEARCH, **headers)
        return answer.status, len(answer.json().get('hits', []))
    with Server(build, where, *trusted) as s:
        same('a trusted proxy gives labels', seen(s, X_Labels='noi-bo'),
             (200, 2))
        same('or none', seen(s, X_Labels=''), (200, 1))
        same('or says nothing', seen(s), (200, 1))
        same('labels that are none are refused', seen(s, X_Labels='A;B')[0],
             400)
        feed = s.get('/api/v1/feed?q=v%C4%83n', X_Forwarded_Proto='https',
                     X_Forwarded_Host='tra-cuu.example').text
        check('and tells how the client calls the server',
              'href="https://tra-cuu.example/doc/' in feed, feed)
    with Server(build, where, '--trusted-proxy', '10.9.9.9', *trusted[2:]) as s:
        same('somebody else gives none', seen(s, X_Labels='noi-bo'), (200, 1))


def public(folder):
    where = folder + '/secret'
    common.index(build, where, text=record('a', 'văn bản mở'))
    refused = ('--public', '--labels', 'secret')
    with Server(build, where, *refused) as s:
        same('--public serves what has no secret', s.get(SEARCH).status, 200)
        common.index(build, where, text=record('b', 'văn bản kín',
                                               labels=['secret']))
        time.sleep(2.5)
        same('and no more once one came into view', s.get(SEARCH).status, 503)
    refuses('--public refuses a secret in view', *refused, index=where,
            word='secret')
    with Server(build, where, '--public') as s:
        same('what nobody may see is no matter', s.get(SEARCH).status, 200)


def activated():
    """As systemd starts it: the socket is descriptor 3."""
    listening = socket.socket()
    listening.bind(('127.0.0.1', 0))
    listening.listen()
    os.set_inheritable(listening.fileno(), True)
    shell = (f'exec 3<&{listening.fileno()}; LISTEN_FDS=1 LISTEN_PID=$$ exec '
             f'"{build}/tracuu" serve --index "{corpus}" --access-log ""')
    process = subprocess.Popen(['bash', '-c', shell], text=True,
                               pass_fds=[listening.fileno()],
                               stderr=subprocess.PIPE)
    said = process.stderr.readline()
    port = listening.getsockname()[1]
    check('it says where it listens', f'127.0.0.1:{port}/' in said, said)
    s = Server(build, corpus)
    s.port = port
    same('a socket that was passed is listened on', s.get('/healthz').status,
         200)
    process.terminate()
    process.wait(10)
    process.stderr.close()
    listening.close()


with tempfile.TemporaryDirectory() as scratch:
    starting(scratch)
    ending()
    generations(scratch)
    logs(scratch)
    proxies(scratch)
    public(scratch)
    activated()
finish('server')
