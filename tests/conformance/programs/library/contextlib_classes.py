# Classes of contextlib to derive from.
# covers: contextlib, abc
import contextlib


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *details):
        print("stop", details[0] and details[0].__name__)
        return False


@Timer()
def work():
    print("working")
    return 5


print(work())
with Timer() as timer:
    print(type(timer).__name__)
try:
    with Timer():
        raise IndexError("out")
except IndexError as error:
    print(error)


class Quiet(contextlib.AbstractContextManager):
    def __exit__(self, kind, value, traceback):
        return kind is ValueError


with Quiet() as quiet:
    print(quiet.__class__.__name__)
    raise ValueError
print(isinstance(Timer(), contextlib.AbstractContextManager), isinstance(5, contextlib.AbstractContextManager))
try:
    contextlib.AbstractContextManager()
except TypeError as error:
    print(error)
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise ValueError("first")
except ZeroDivisionError as error:
    print(repr(error), "after", repr(error.__context__))
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(5)
except TypeError as error:
    print(error)
