# Context managers of contextlib: contextmanager, suppress, closing, nullcontext, ExitStack.
# covers: contextlib
import contextlib


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


with tag("a") as text, tag("b"):
    print(text)
with tag("bad"):
    raise ValueError("inside")
try:
    with tag("worse"):
        raise KeyError("inside")
except KeyError as error:
    print("outside", error)


@tag("call")
def double(n):
    "Twice n."
    return 2 * n


print(double(4), double(5), double.__name__, double.__doc__)
with contextlib.suppress(KeyError, ZeroDivisionError):
    print(1 / 0)
with contextlib.nullcontext(5) as five:
    print(five)


class Door:
    def close(self):
        print("closed")


with contextlib.closing(Door()) as door:
    print(type(door).__name__)

with contextlib.ExitStack() as stack:
    names = [stack.enter_context(tag(name)) for name in "xy"]
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda kind, value, traceback: print("leaving with", value) or True)
    print(names)
    raise RuntimeError("stopped")
stack = contextlib.ExitStack()
stack.callback(print, "later")
kept = stack.pop_all()
stack.close()
kept.close()
for broken in (lambda: None, lambda: (yield) or (yield)):
    try:
        with contextlib.contextmanager(broken)():
            print("body")
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
