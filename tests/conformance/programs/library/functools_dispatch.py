# Functions chosen by the type of an argument: singledispatch and singledispatchmethod.
# covers: functools
import functools


@functools.singledispatch
def show(value):
    "Show a value."
    return f"something {value!r}"


@show.register
def _(value: int):
    return f"number {value}"


@show.register(list)
@show.register(tuple)
def _(value):
    return "[" + ", ".join(show(item) for item in value) + "]"


@show.register
def _(value: float | complex):
    return f"inexact {value}"


def text(value):
    return f"text {value}"


show.register(str, text)
for value in (1, True, "a", [1, "b"], (), 2.5, 1j, None, {1: 2}):
    print(show(value))
print(show.dispatch(bool)(5), show.dispatch(dict) is show.dispatch(object), int in show.registry, show.__name__, show.__doc__)


class Base:
    pass


class Derived(Base):
    pass


@show.register
def _(value: Base):
    return "base"


print(show(Derived()))


class Formatter:
    @functools.singledispatchmethod
    def format(self, value):
        return f"? {value}"

    @format.register
    def _(self, value: int):
        return f"int {value}"

    @format.register(str)
    def _(self, value):
        return f"str {value}"


print(Formatter().format(1), Formatter().format("x"), Formatter().format(None))
try:
    show()
except TypeError as error:
    print(error)
