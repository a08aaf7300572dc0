# What io offers.
from _io import (
    DEFAULT_BUFFER_SIZE, SEEK_CUR, SEEK_END, SEEK_SET, BufferedIOBase, BytesIO, IOBase, RawIOBase, StringIO, TextIOBase,
    UnsupportedOperation,
)

open = open
