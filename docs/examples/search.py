"""search.py: the library from Python, with ctypes and nothing else.

usage: python3 search.py INDEX WORDS...
"""
import ctypes
import ctypes.util
import os
import sys


class Error(ctypes.Structure):
    _fields_ = [('status', ctypes.c_int), ('message', ctypes.c_char * 512)]


class Document(ctypes.Structure):
    """The first members of tracuu_document; more follow."""
    _fields_ = [(name, ctypes.c_char_p) for name in (
        'id', 'key', 'number', 'kind', 'issuer', 'date', 'term', 'place',
        'title')]


class Hit(ctypes.Structure):
    _fields_ = [('rank', ctypes.c_size_t), ('score', ctypes.c_double),
                ('document', ctypes.POINTER(Document)),
                ('passages', ctypes.c_void_p),
                ('passage_count', ctypes.c_size_t),
                ('evidence', ctypes.c_void_p),
                ('evidence_count', ctypes.c_size_t),
                ('parts', ctypes.c_void_p), ('part_count', ctypes.c_size_t)]


class Hits(ctypes.Structure):
    _fields_ = [('query', ctypes.c_char_p), ('at', ctypes.POINTER(Hit)),
                ('count', ctypes.c_size_t), ('total', ctypes.c_size_t)]


library = ctypes.CDLL(os.environ.get('LIBTRACUU') or
                      ctypes.util.find_library('tracuu') or 'libtracuu.so')


def call(function, kind, *arguments):
    """What a call gives through its first argument; raises if it fails."""
    out, error = kind(), Error()
    if function(ctypes.byref(out), *arguments, ctypes.byref(error)):
        raise RuntimeError(error.message.decode())
    return out


def main(index, *words):
    reader = call(library.tracuu_open, ctypes.c_void_p, index.encode(), None)
    hits = call(library.tracuu_search, ctypes.POINTER(Hits), reader,
                ' '.join(words).encode(), None)
    for i in range(hits.contents.count):
        hit = hits.contents.at[i]
        document = hit.document.contents
        print(f'{hit.rank}. {document.number.decode()}: '
              f'{document.title.decode()}')
    library.tracuu_hits_free(hits)
    library.tracuu_reader_free(reader)


if __name__ == '__main__':
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except RuntimeError as error:
        sys.exit(f'search.py: {error}')
