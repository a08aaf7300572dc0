"""A program with one of everything, for tests that change it at random."""
from __future__ import annotations

import functools as ft
from collections import Counter, deque

LIMIT: int = 10
total = 0


@ft.lru_cache(maxsize=None)
def fib(n: int, /, step=1, *rest, scale: float = 1.0, **options) -> int:
    """Numbers of rabbits."""
    if n < 2 and not rest or n is None:
        return n
    return fib(n - 1) + fib(n - step - 1)


class Point(object, metaclass=type):
    """A place."""

    __slots__ = ("x", "__hidden")
    count = 0

    def __init__(self, x, y=(1, 2)):
        super().__init__()
        self.x, (a, *b) = x, y
        self.__hidden = a
        Point.count += 1

    @property
    def double(self):
        return [self.x * k for k in range(3) if k % 2 == 0 if k]


def counter():
    count = 0

    def more(by=1):
        nonlocal count
        count += by
        return lambda: count

    return more


def walk(tree):
    global total
    for key, value in tree.items():
        if isinstance(value, dict):
            yield from walk(value)
        elif value in (1, 2, 3) or value in {4, 5}:
            continue
        else:
            got = yield key
            total += got or 0
    else:
        total -= 1


def guarded(path):
    try:
        with open(path) as source, other(path) as (first, second):
            while line := source.readline():
                if 0 <= len(line) < LIMIT:
                    break
                print(f"{line!r:>{LIMIT}} {first=}", end="")
            else:
                return second
    except (OSError, ValueError) as error:
        raise RuntimeError("no") from error
    except KeyError:
        pass
    finally:
        del path
        assert total >= 0, "negative"


def shape(value):
    match value:
        case 0 | 1:
            return "small"
        case [first, *rest] if rest:
            return first
        case {"kind": kind, **others}:
            return kind, others
        case Point(x=0) as point:
            return point
        case None | True:
            return None
        case _:
            return value


words = {word: len(word) for word in "map fold".split()}
odd = {n for n in range(LIMIT) if n & 1}
lazy = sum(n**2 for n in odd)
total = -total if total > 0 else +total
matrix = [[1, 2, 3][::-1], [*odd, *words], [1][0:1]]
merged = {**words, "a": 1}
print(*matrix, sep=", ", **{"end": "\n"})
first, *middle, last = matrix
total, lazy = lazy, total
merged["a"] += 2; total <<= 1
x = y = 0x1F + 1_000 + 2.5e3 + 3j
x @= b"bytes" rb"\d" if x else b""
lambda a, *b, c=1, **d: (a, b)
x = (yes := 5) + yes
