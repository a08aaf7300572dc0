# io.StringIO: writing, reading, seeking, lines.
# covers: io.StringIO
import io

s = io.StringIO("ab\ncd\nef")
print(repr(s.read(3)), s.tell(), repr(s.readline()), s.readlines(), repr(s.read()))
print(s.seek(0), list(s), s.seek(2), s.write("XY"), repr(s.getvalue()), s.tell())
print(s.seek(12), s.write("z"), repr(s.getvalue()), s.seek(0, 2))
print(s.seek(3), s.truncate(), repr(s.getvalue()), s.writelines(["1", "2"]), repr(s.getvalue()))
print(s.closed, s.readable(), s.writable(), s.seekable(), s.isatty())
print(repr(io.StringIO("a\r\nb\rc\n").read()), io.StringIO("a\r\nb\rc\n", newline=None).readlines())
print(io.StringIO("a\r\nb\rc\n", newline="").readlines(), io.StringIO("ab\ncd\nef").readlines(3))

with io.StringIO() as out:
    print("total", 3, sep=": ", file=out)
    print("no newline", end="", file=out)
    text = out.getvalue()
print(repr(text), out.closed)


class Shouting(io.StringIO):
    def write(self, text):
        return super().write(text.upper())


loud = Shouting()
print("quiet", file=loud)
print(repr(loud.getvalue()))


def attempt(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: out.write("x"))
attempt(lambda: out.getvalue())
attempt(lambda: s.write(5))
attempt(lambda: s.seek(-1))
attempt(lambda: s.seek(1, 1))
attempt(lambda: s.seek(0, 9))
attempt(lambda: io.StringIO(5))
attempt(lambda: io.StringIO(newline="z"))
attempt(lambda: s.fileno())
attempt(lambda: s.truncate(-1))
attempt(lambda: next(io.StringIO("")))
