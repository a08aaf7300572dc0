# Annotations are kept and not checked.
# covers: type annotations
from typing import Optional

count: int = "not an int"
print(count)
later: float
try:
    print(later)
except NameError as error:
    print(error)
print(__annotations__)


def f(a: int, b: "str" = "x", *args: float, c: Optional[int] = None, **kw: bool) -> list[int]:
    local: dict = {}
    unset: int
    return [a, b, args, c, kw, local]


print(f("anything"))
print(f.__annotations__["a"], f.__annotations__["b"], f.__annotations__["return"])
print(list(f.__annotations__))


class Point:
    x: int
    y: int = 0
    label: "str | None" = None

    def move(self, dx: int) -> "Point":
        return self


print(Point.__annotations__)
print(Point.y, hasattr(Point, "x"))
print(Point.move.__annotations__)
p = Point()
p.z: int = 5
print(p.z)
values = [0]
values[0]: int = 3
print(values)
(grouped): int = 1
print("grouped" in __annotations__)
print(list[int], dict[str, int], tuple[int, ...], int | None, Optional[str])
print(list[int]([1, 2]), list[int].__origin__, dict[str, int].__args__)
print(isinstance(3, int | str), isinstance([], int | str))


def g(x: 1 + 1 = 5, *, y: print = 2) -> None:
    pass


print(g.__annotations__["x"], g.__annotations__["return"])
lam = lambda a, b=1: a
print(lam.__annotations__)
