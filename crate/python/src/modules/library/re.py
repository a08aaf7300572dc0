# The flags of patterns, and what is wrong with a pattern.
class RegexFlag(int):
    "A flag of regular expressions, or some of them together."

    def __new__(cls, value=0):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid RegexFlag")
        return int.__new__(cls, value & _ALL if value < 0 else value)

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join([flag._name for flag in self]) or None if self else "NOFLAG"

    def __iter__(self):
        return iter([flag for flag in _flags if self & flag])

    def __contains__(self, flag):
        return int(self) & int(flag) == int(flag)

    def __len__(self):
        return len(list(self))

    def __bool__(self):
        return int(self) != 0

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(_ALL & ~int(self))

    def __repr__(self):
        names = ["re." + flag._name for flag in self]
        rest = int(self) & ~_ALL
        if rest:
            names.append(hex(rest))
        if not self:
            return "re.NOFLAG"
        return "|".join(names) if len(names) > 1 or not rest else f"re.RegexFlag({rest})"

    __str__ = __repr__

    def __format__(self, format_spec):
        return int(self).__format__(format_spec) if format_spec else repr(self)


_ALL = 511
_flags = []
for _letter, _name, _value in (
    ("A", "ASCII", 256), ("I", "IGNORECASE", 2), ("L", "LOCALE", 4), ("U", "UNICODE", 32), ("M", "MULTILINE", 8),
    ("S", "DOTALL", 16), ("X", "VERBOSE", 64), ("T", "TEMPLATE", 1), ("DEBUG", "DEBUG", 128), ("NOFLAG", "NOFLAG", 0),
):
    _flag = RegexFlag(_value)
    _flag._name = _name
    if _value:
        _flags.append(_flag)
    for _each in (_letter, _name):
        globals()[_each] = _flag
        setattr(RegexFlag, _each, _flag)


class error(Exception):
    "Raised for texts that are no regular expressions."

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        Exception.__init__(self, msg)
