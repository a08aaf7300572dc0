# Text and bytes in memory.
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    "Something that this kind of file cannot do."

    __module__ = "io"


class IOBase:
    "What all files have in common."

    closed = False

    def _check(self):
        if self.closed:
            raise ValueError(f"I/O operation on closed file{self._stop}")

    def _refuse(self, name):
        self._check()
        raise UnsupportedOperation(name)

    # How a closed file ends its complaint.
    _stop = "."

    def fileno(self):
        self._refuse("fileno")

    def detach(self):
        self._refuse("detach")

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def close(self):
        self.closed = True

    def writelines(self, lines, /):
        "Write some lines as they are."
        for line in lines:
            self.write(line)

    def readlines(self, hint=-1, /):
        "The lines up to the end, or up to a number of characters."
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint < total:
                break
        return lines

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()


class RawIOBase(IOBase):
    "Files of bytes without a buffer."


class BufferedIOBase(IOBase):
    "Files of bytes."


class TextIOBase(IOBase):
    "Files of text."

    encoding = None
    errors = None


def _index(value):
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _size(value):
    # How much to read: None and negative numbers stand for everything.
    if value is None:
        return -1
    if not hasattr(value, "__index__"):
        raise TypeError(f"argument should be integer or None, not '{type(value).__name__}'")
    return value.__index__()


class StringIO(TextIOBase):
    "Text that is written and read like a file."

    _stop = ""
    line_buffering = False
    newlines = None

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        # The text, and pieces written at its end that are not joined yet.
        self._text = ""
        self._pieces = []
        self._length = 0
        self._place = 0
        self._put(initial_value or "")
        self._place = 0

    def _joined(self):
        if self._pieces:
            self._text += "".join(self._pieces)
            self._pieces = []
        return self._text

    def _put(self, text):
        newline = self._newline
        if newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        elif newline in ("\r", "\r\n"):
            text = text.replace("\n", newline)
        place = self._place
        if place == self._length:
            self._pieces.append(text)
        else:
            whole = self._joined().ljust(place, "\0")
            self._text = whole[:place] + text + whole[place + len(text):]
        self._place = place + len(text)
        self._length = max(self._length, self._place)

    def write(self, s, /):
        "Write at the present place."
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        self._check()
        if s:
            self._put(s)
        return len(s)

    def getvalue(self):
        "All that was written."
        self._check()
        return self._joined()

    def read(self, size=-1, /):
        "The text from the present place on."
        self._check()
        size = _size(size)
        text = self._joined()
        part = text[self._place:] if size < 0 else text[self._place:self._place + size]
        self._place += len(part)
        return part

    def _line_end(self, text):
        place, newline = self._place, self._newline
        if newline != "":
            end = text.find(newline or "\n", place)
            return len(text) if end < 0 else end + len(newline or "\n")
        ends = [end for end in (text.find("\n", place), text.find("\r", place)) if end >= 0]
        if not ends:
            return len(text)
        end = min(ends)
        return end + (2 if text[end:end + 2] == "\r\n" else 1)

    def readline(self, size=-1, /):
        "The line from the present place on."
        self._check()
        size = _size(size)
        text = self._joined()
        end = self._line_end(text)
        if size >= 0:
            end = min(end, self._place + size)
        part = text[self._place:end]
        self._place += len(part)
        return part

    def seek(self, pos, whence=0, /):
        "Go to a place."
        self._check()
        pos = _index(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._place = pos
        elif whence not in (1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            self._place = self._length
        return self._place

    def tell(self):
        "The present place."
        self._check()
        return self._place

    def truncate(self, pos=None, /):
        "Cut the text off."
        self._check()
        pos = self._place if pos is None else _index(pos)
        if pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._text = self._joined()[:pos]
        self._length = len(self._text)
        return pos


class BytesIO(BufferedIOBase):
    "Bytes that are written and read like a file."

    def __init__(self, initial_bytes=b""):
        self._bytes = bytearray(_bytes(initial_bytes or b""))
        self._place = 0

    def getvalue(self):
        "All that was written."
        self._check()
        return bytes(self._bytes)

    def getbuffer(self):
        self._check()
        raise NotImplementedError("getbuffer() is not supported here; use getvalue()")

    def write(self, b, /):
        "Write at the present place."
        self._check()
        b = _bytes(b)
        place = self._place
        if place > len(self._bytes):
            self._bytes.extend(bytes(place - len(self._bytes)))
        self._bytes[place:place + len(b)] = b
        self._place = place + len(b)
        return len(b)

    def read(self, size=-1, /):
        "The bytes from the present place on."
        self._check()
        size = _size(size)
        end = len(self._bytes) if size < 0 else self._place + size
        return self._take(end)

    def read1(self, size=-1, /):
        return self.read(size)

    def _take(self, end):
        part = bytes(self._bytes[self._place:end])
        self._place += len(part)
        return part

    def readline(self, size=-1, /):
        "The line from the present place on."
        self._check()
        size = _size(size)
        end = self._bytes.find(b"\n", self._place) + 1 or len(self._bytes)
        return self._take(end if size < 0 else min(end, self._place + size))

    def readinto(self, buffer, /):
        "Fill a bytearray as far as there are bytes."
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    def seek(self, pos, whence=0, /):
        "Go to a place."
        self._check()
        pos = _index(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._place = pos
        elif whence in (1, 2):
            self._place = max(0, pos + (self._place if whence == 1 else len(self._bytes)))
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._place

    def tell(self):
        "The present place."
        self._check()
        return self._place

    def truncate(self, size=None, /):
        "Cut the bytes off."
        self._check()
        size = self._place if size is None else _index(size)
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._bytes[size:]
        return size


def _bytes(value):
    if not isinstance(value, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(value).__name__}'")
    return value
