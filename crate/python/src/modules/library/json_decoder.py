# Reading JSON, and its error.
from json import _scan, loads


class JSONDecodeError(ValueError):
    "What is wrong with a JSON text, and where."

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONDecoder:
    "Reads JSON texts."

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self._options = dict(
            object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
            object_pairs_hook=object_pairs_hook,
        )

    def decode(self, s):
        return loads(s, **self._options)

    def raw_decode(self, s, idx=0):
        return _scan(s, idx, **self._options)
