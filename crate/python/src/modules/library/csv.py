# Tables as texts: rows of fields with a delimiter between them.
QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3

_dialects = {}
_field_limit = 128 * 1024
_options = (
    "delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict",
)


class Error(Exception):
    "A table cannot be read or written."


class Dialect:
    "How a table is written, with every option checked."

    def __init__(self, dialect=None, **options):
        for name in options:
            if name not in _options:
                raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)

        def option(name, default):
            return options[name] if name in options else getattr(dialect, name, default)

        self.delimiter = _character("delimiter", option("delimiter", ","))
        self.doublequote = bool(option("doublequote", True))
        self.escapechar = _character("escapechar", option("escapechar", None))
        self.lineterminator = option("lineterminator", "\r\n")
        self.quotechar = _character("quotechar", option("quotechar", '"'))
        self.quoting = option("quoting", QUOTE_MINIMAL)
        self.skipinitialspace = bool(option("skipinitialspace", False))
        self.strict = bool(option("strict", False))
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.delimiter is None:
            raise TypeError('"delimiter" must be a 1-character string')
        if self.quotechar is None and not hasattr(dialect, "quoting") and "quoting" not in options:
            self.quoting = QUOTE_NONE
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")


def _character(name, value):
    if value is None and name != "delimiter":
        return None
    if not isinstance(value, str):
        allowed = "string" if name == "delimiter" else "string or None"
        raise TypeError(f'"{name}" must be {allowed}, not {type(value).__name__}')
    if len(value) > 1 or (not value and name == "delimiter"):
        raise TypeError(f'"{name}" must be a 1-character string')
    return value or None


def register_dialect(name, dialect=None, **options):
    "Give a dialect a name."
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    "Forget a dialect."
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    "The dialect of a name."
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    "The names of the known dialects."
    return list(_dialects)


def field_size_limit(limit=None):
    "The greatest length of a field; a number sets it anew."
    global _field_limit
    before = _field_limit
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _field_limit = limit
    return before


# Where the reader is between two characters.
_START, _FIELD, _ESCAPED, _QUOTED, _ESCAPED_IN_QUOTES, _AFTER_QUOTE, _LINE_END, _ESCAPED_BREAK = range(8)


class reader:
    "Reads rows from an iterator of lines."

    def __init__(self, iterable, dialect=None, **options):
        self._lines = iter(iterable)
        self.dialect = Dialect(dialect, **options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        self._row = []
        self._field = []
        self._numeric = False
        self._state = _START
        first = True
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not first and (self._field or self._state == _QUOTED):
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save()
                    return self._row
                raise
            if not isinstance(line, str):
                kind = type(line).__name__
                raise Error(
                    f"iterator should return strings, not {kind} (the file should be opened in text mode)"
                )
            self.line_num += 1
            if first:
                row = self._plain(line)
                if row is not None:
                    return row
            first = False
            self._read(line)
            if self._state == _START:
                return self._row

    def _plain(self, line):
        # A line without anything special is split at once.
        dialect = self.dialect
        if dialect.quoting == QUOTE_NONNUMERIC or dialect.skipinitialspace:
            return None
        if dialect.quotechar is not None and dialect.quotechar in line:
            return None
        if dialect.escapechar is not None and dialect.escapechar in line:
            return None
        body = line.rstrip("\r\n")
        if len(body) > _field_limit or "\r" in body or "\n" in body or dialect.delimiter in "\r\n ":
            return None
        return body.split(dialect.delimiter) if body else []

    def _save(self):
        text = "".join(self._field)
        self._row.append(float(text) if self._numeric else text)
        self._field = []
        self._numeric = False

    def _add(self, char):
        if len(self._field) >= _field_limit:
            raise Error(f"field larger than field limit ({_field_limit})")
        self._field.append(char)

    def _end_line(self):
        # The end of the line that was given, which a row may go on after.
        state = self._state
        if state == _FIELD or state == _AFTER_QUOTE:
            self._save()
        elif state == _ESCAPED:
            self._add("\n")
            self._state = _FIELD
            return
        elif state == _ESCAPED_IN_QUOTES:
            self._add("\n")
            self._state = _QUOTED
            return
        elif state == _QUOTED or state == _ESCAPED_BREAK:
            return
        elif state == _START and self._row:
            self._save()
        self._state = _START

    def _read(self, line):
        dialect = self.dialect
        delimiter, quote, escape = dialect.delimiter, dialect.quotechar, dialect.escapechar
        if dialect.quoting == QUOTE_NONE:
            quote = None
        state = self._state
        at_start = state == _START
        for char in line:
            if state == _ESCAPED_BREAK:
                state = _FIELD
            if state == _START:
                if char == "\n" or char == "\r":
                    if self._row or not at_start:
                        self._save()
                    state = _LINE_END
                elif char == quote:
                    state = _QUOTED
                elif char == escape:
                    state = _ESCAPED
                elif char == " " and dialect.skipinitialspace:
                    pass
                elif char == delimiter:
                    self._save()
                else:
                    self._numeric = dialect.quoting == QUOTE_NONNUMERIC
                    self._add(char)
                    state = _FIELD
                at_start = False
            elif state == _FIELD:
                if char == delimiter:
                    self._save()
                    state = _START
                elif char == "\n" or char == "\r":
                    self._save()
                    state = _LINE_END
                elif char == escape:
                    state = _ESCAPED
                else:
                    self._add(char)
            elif state == _QUOTED:
                if char == escape:
                    state = _ESCAPED_IN_QUOTES
                elif char == quote:
                    state = _AFTER_QUOTE if dialect.doublequote else _FIELD
                else:
                    self._add(char)
            elif state == _AFTER_QUOTE:
                if char == quote:
                    self._add(char)
                    state = _QUOTED
                elif char == delimiter:
                    self._save()
                    state = _START
                elif char == "\n" or char == "\r":
                    self._save()
                    state = _LINE_END
                elif dialect.strict:
                    raise Error(f"'{delimiter}' expected after '{quote}'")
                else:
                    self._add(char)
                    state = _FIELD
            elif state == _ESCAPED:
                self._add(char)
                state = _ESCAPED_BREAK if char == "\n" or char == "\r" else _FIELD
            elif state == _ESCAPED_IN_QUOTES:
                self._add(char)
                state = _QUOTED
            elif char != "\n" and char != "\r":
                raise Error(
                    "new-line character seen in unquoted field - do you need to open the file in "
                    "universal-newline mode?"
                )
        self._state = state
        if state == _START and not at_start:
            self._save()
            return
        self._end_line()


class writer:
    "Writes rows to an object with a write method."

    def __init__(self, fileobj, dialect=None, **options):
        self.dialect = Dialect(dialect, **options)
        self._write = getattr(fileobj, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')

    def writerow(self, row):
        "Write one row."
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        dialect = self.dialect
        texts = [self._text(field) for field in fields]
        if texts == [""]:
            if dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts = [dialect.quotechar * 2]
        return self._write(dialect.delimiter.join(texts) + dialect.lineterminator)

    def writerows(self, rows):
        "Write many rows."
        for row in rows:
            self.writerow(row)

    def _text(self, field):
        dialect = self.dialect
        quoting, quote = dialect.quoting, dialect.quotechar
        text = field if isinstance(field, str) else "" if field is None else str(field)
        quoted = quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float, complex))
        special = dialect.delimiter + dialect.lineterminator + (quote or "") + (dialect.escapechar or "")
        if any(char in text for char in special):
            pieces = []
            for char in text:
                if char in special:
                    escaped = quoting == QUOTE_NONE or char == dialect.escapechar
                    if char == quote and not escaped:
                        if dialect.doublequote:
                            pieces.append(quote)
                        else:
                            escaped = True
                    if escaped:
                        if dialect.escapechar is None:
                            raise Error("need to escape, but no escapechar set")
                        pieces.append(dialect.escapechar)
                    else:
                        quoted = True
                pieces.append(char)
            text = "".join(pieces)
        return quote + text + quote if quoted else text
