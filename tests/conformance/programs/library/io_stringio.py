# Texts as files.
# covers: io.StringIO, contextlib, sys
import io
import sys
from contextlib import redirect_stdout, suppress, closing, ExitStack, nullcontext, contextmanager

f = io.StringIO("one\ntwo\nthree")
print(f.readline(), f.read(2), f.tell(), f.read(), f.read(), f.seek(0), f.readlines())
out = io.StringIO()
print(out.write("hello "), out.write("world"), out.getvalue(), out.tell())
out.seek(0)
out.truncate(5)
print(out.getvalue(), [line.strip() for line in io.StringIO("a\nb\n")])
with io.StringIO() as g:
    g.writelines(["x", "y\n"])
    print("z", file=g)
    print(repr(g.getvalue()))
try:
    g.read()
except ValueError as error:
    print(error)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured")
    print(1, 2, sep="-")
print(repr(buffer.getvalue()))
with suppress(KeyError, ZeroDivisionError):
    1 / 0
print("went on")
with ExitStack() as stack:
    stack.callback(print, "last")
    stack.callback(print, "first")
    print("body")
class Door:
    def close(self): print("closed")
with closing(Door()) as door, nullcontext(5) as five:
    print(type(door).__name__, five)
@contextmanager
def numbered(n):
    print("begin", n)
    yield n * 2
    print("end", n)
with numbered(1) as one, numbered(2) as two:
    print(one, two)
@numbered(3)
def decorated(): print("inside")
decorated()
print(sys.version_info[:2] >= (3, 11), sys.maxsize == 2**63 - 1, sys.byteorder, type(sys.argv).__name__, sys.getrecursionlimit() > 100, "math" in sys.modules or True)
