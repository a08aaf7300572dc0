# with: entering, leaving, swallowing.
# covers: with, context managers, context methods
from contextlib import contextmanager


class Room:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("leave", self.name, kind and kind.__name__, value)
        return self.swallow


with Room("a") as r:
    print("in", r.name)
with Room("b"), Room("c") as c:
    print("both", c.name)
with (
    Room("d") as d,
    Room("e"),
):
    print("grouped", d.name)
with Room("f", swallow=True):
    1 / 0
print("went on")
try:
    with Room("g"):
        raise ValueError("out")
except ValueError as error:
    print("caught", error)


def leave():
    with Room("h"):
        return "value"


print(leave())
for i in range(3):
    with Room(i):
        if i == 1:
            break


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except KeyError as error:
        print("handled", error)
    finally:
        print(f"</{name}>")


with tag("b") as t:
    print(t)
with tag("i"):
    raise KeyError("k")
with tag("outer") as a, tag("inner") as b:
    print(a, b)
with Room("tuple") as (box := [0])[0] if False else Room("x"):
    pass
data = {}
with Room("z") as data["room"]:
    print(data["room"].name)


class Half:
    def __enter__(self):
        return self


for code in ["with 5: pass", "with Half(): pass", "with Room: pass"]:
    try:
        exec(code)
    except (TypeError, AttributeError) as error:
        print(code, "->", type(error).__name__, error)


class Fails:
    def __enter__(self):
        raise RuntimeError("no entry")

    def __exit__(self, *args):
        print("never")


try:
    with Fails():
        print("never")
except RuntimeError as error:
    print(error)
try:
    with Room("first"), Fails():
        pass
except RuntimeError as error:
    print("then", error)
