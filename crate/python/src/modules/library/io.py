# Text and bytes in memory.
class StringIO:
    "Text that is written and read like a file."

    def __init__(self, initial_value="", newline="\n"):
        self._text = initial_value or ""
        self._place = 0
        self.closed = False

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def write(self, s):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        text, place = self._text, self._place
        if place == len(text):
            self._text = text + s
        else:
            text = text.ljust(place, "\0")
            self._text = text[:place] + s + text[place + len(s):]
        self._place = place + len(s)
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._place + size
        part = self._text[self._place:end]
        self._place += len(part)
        return part

    def readline(self, size=-1):
        self._check()
        place = self._text.find("\n", self._place)
        end = len(self._text) if place < 0 else place + 1
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        part = self._text[self._place:end]
        self._place = end
        return part

    def readlines(self, hint=-1):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._place = pos
        elif whence == 2:
            self._place = len(self._text)
        return self._place

    def tell(self):
        self._check()
        return self._place

    def truncate(self, size=None):
        self._text = self._text[: self._place if size is None else size]
        return len(self._text)

    def flush(self):
        self._check()

    def close(self):
        self.closed = True

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()
