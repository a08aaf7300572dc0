# match: classes with positions and keywords, dotted names, mappings.
# covers: match
from dataclasses import dataclass
from enum import Enum


@dataclass
class Point:
    x: int
    y: int


class Circle:
    __match_args__ = ("center", "radius")

    def __init__(self, center, radius):
        self.center, self.radius = center, radius


class Color(Enum):
    RED = 1
    GREEN = 2


class Config:
    LIMIT = 10


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, 0):
            return f"on x at {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point() as q:
            return f"somewhere {q}"
        case Circle(Point(0, 0), radius=r):
            return f"centered circle {r}"
        case Circle(center=Point(x=cx), radius=1 | 2 as r):
            return f"small circle at {cx} of {r}"
        case Circle():
            return "circle"
        case Color.RED:
            return "red"
        case Color():
            return "other color"
        case Config.LIMIT:
            return "the limit"
        case dict(items) if items:
            return f"dict {items}"
        case list([a, b]):
            return f"list of {a} and {b}"
        case bool(flag):
            return f"flag {flag}"
        case object(real=r):
            return f"has real {r}"
        case _:
            return "unknown"


for value in [Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), Circle(Point(0, 0), 9), Circle(Point(4, 4), 2), Circle(1, 1),
              Color.RED, Color.GREEN, 10, {"a": 1}, {}, [1, 2], [1], True, 2.5, "s"]:
    print(where(value))


def run(command):
    match command.split():
        case ["quit" | "exit"]:
            return "bye"
        case ["add", *numbers]:
            return sum(map(int, numbers))
        case ["set", name, "=", value]:
            return {name: value}
        case [verb]:
            return f"{verb} what?"
        case [verb, noun, *rest]:
            return f"cannot {verb} {noun} {rest}"
        case []:
            return "silence"


for command in ["quit", "add 1 2 3", "set x = 5", "jump", "eat the big cake", ""]:
    print(run(command))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            print("no")
except TypeError as error:
    print(error)
try:
    match 5:
        case int(1, 2):
            print("no")
except TypeError as error:
    print(error)
try:
    match Point(1, 2):
        case where(x):
            print("no")
except TypeError as error:
    print(error)
