# Files of JSON: anything with write() or read() will do.
from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


def dump(obj, fp, **options):
    "Write a value as JSON."
    fp.write(dumps(obj, **options))


def load(fp, **options):
    "Read a JSON text."
    return loads(fp.read(), **options)
