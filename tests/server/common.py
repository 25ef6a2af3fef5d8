"""common: a server to be tested, and counting, shared by the parts.

    with Server(build, index, '--labels', 'a') as s:
        answer = s.get('/api/v1/status')
        check('a server answers', answer.status == 200, answer.body)
    finish('api')
"""
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time

passed, failed = 0, 0


def check(name, holds, got=''):
    """Counts one thing, and tells of it if it does not hold."""
    global passed, failed
    if holds:
        passed += 1
        return True
    failed += 1
    print(f'FAIL server: {name}')
    for line in str(got)[:2000].splitlines()[:20]:
        print('    ' + line)
    return False


def same(name, got, want):
    return check(name, got == want, f'got  {got!r}\nwant {want!r}')


def finish(part):
    print(f'{part}: {passed} passed, {failed} failed, 0 skipped')
    sys.exit(failed > 0)


class Answer:
    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode('utf-8', 'replace')

    @property
    def type(self):
        return self.headers.get('Content-Type', '').split(';')[0]

    def json(self):
        return json.loads(self.body)


class Server:
    """`tracuu serve` on a port of loopback that is free."""

    def __init__(self, build, index, *options, **more):
        self.command = [os.path.join(build, 'tracuu'), 'serve', '--index',
                        index, '--listen', more.pop('listen', '127.0.0.1:0'),
                        '--access-log', more.pop('access_log', ''), *options]
        self.more = more
        self.port = None

    def start(self):
        self.process = subprocess.Popen(self.command, text=True,
                                        stderr=subprocess.PIPE, **self.more)
        self.said = self.process.stderr.readline()
        found = re.search(r'http://127\.0\.0\.1:(\d+)/', self.said)
        if found:
            self.port = int(found.group(1))
        return self

    def __enter__(self):
        self.start()
        if self.port is None:
            raise RuntimeError(self.said + self.process.stderr.read())
        return self

    def __exit__(self, *unused):
        self.stop()

    def stop(self):
        """Ends it and returns the seconds that took."""
        start = time.monotonic()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.process.stderr.close()
        return time.monotonic() - start

    def connect(self, timeout=30):
        return http.client.HTTPConnection('127.0.0.1', self.port,
                                          timeout=timeout)

    def ask(self, method, path, **headers):
        """One request; names of headers with _ for -."""
        connection = self.connect()
        connection.request(method, path, headers={
            name.replace('_', '-'): value for name, value in headers.items()})
        answer = Answer(connection.getresponse())
        connection.close()
        return answer

    def get(self, path, **headers):
        return self.ask('GET', path, **headers)


def index(build, where, *paths, text=None, options=()):
    """Indexes paths, or JSON Lines in `text`."""
    subprocess.run([os.path.join(build, 'tracuu-index'), '--index', where,
                    *options, *(paths or ['-'])], input=text, text=True,
                   check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
