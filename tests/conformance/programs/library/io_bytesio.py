# io.BytesIO: bytes like a file.
# covers: io.StringIO
import io

b = io.BytesIO(b"hello\nworld")
print(b.read(2), b.tell(), b.readline(), b.read(), b.read())
print(b.seek(0), b.readlines(), b.seek(0), list(b))
print(b.write(b"!!"), b.getvalue(), b.seek(-3, 2), b.read(), b.seek(2), b.seek(1, 1), b.read(1))
print(b.truncate(4), b.getvalue(), b.seek(7), b.write(b"z"), b.getvalue())
room = bytearray(3)
print(b.seek(0), b.readinto(room), room, b.read1(2))
with io.BytesIO() as out:
    out.writelines([b"a", bytearray(b"b")])
    print(out.getvalue(), out.closed)


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: out.read())
attempt(lambda: b.write("text"))
attempt(lambda: io.BytesIO("text"))
attempt(lambda: b.seek(-1))
attempt(lambda: b.fileno())
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, isinstance(b, io.IOBase), isinstance(b, io.TextIOBase))
print(issubclass(io.UnsupportedOperation, OSError), issubclass(io.UnsupportedOperation, ValueError))
