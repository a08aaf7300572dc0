# What is printed can be caught: redirect_stdout, redirect_stderr, sys.stdout.
# covers: contextlib, sys, io.StringIO
import contextlib
import io
import sys

out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden", 1)
    sys.stdout.write("written\n")
    with contextlib.redirect_stdout(io.StringIO()) as inner:
        print("deeper")
    print("outer again", end="")
print(repr(out.getvalue()), repr(inner.getvalue()))

with contextlib.redirect_stderr(io.StringIO()) as errors:
    print("trouble", file=sys.stderr)
print(repr(errors.getvalue()))

try:
    with contextlib.redirect_stdout(io.StringIO()) as lost:
        print("before the error")
        raise ValueError("x")
except ValueError:
    print("printing works again:", repr(lost.getvalue()))

original = sys.stdout
sys.stdout = catcher = io.StringIO()
print("by hand")
sys.stdout = original
print(repr(catcher.getvalue()))


def printed(function, *args):
    with contextlib.redirect_stdout(io.StringIO()) as text:
        function(*args)
    return text.getvalue().splitlines()


print(printed(lambda n: [print("line", i) for i in range(n)], 3))


class Upper:
    def write(self, text):
        original.write(text.upper())


with contextlib.redirect_stdout(Upper()):
    print("loud", ["a"])
sys.stdout.writelines(["one\n", "two\n"])
