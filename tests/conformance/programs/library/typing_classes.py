# Classes of typing: NamedTuple, TypedDict, Protocol, Generic.
# covers: typing
from typing import Generic, NamedTuple, NotRequired, Protocol, Sequence, TypedDict, TypeVar, runtime_checkable


class Point(NamedTuple):
    "A point."

    x: int
    y: int = 0

    @property
    def length(self):
        return abs(self.x) + abs(self.y)

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


p = Point(3)
print(p, p.length, p + Point(1, 1), p == (3, 0), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__)
x, y = p._replace(y=7)
print(x, y, Point.__bases__, NamedTuple("Pair", [("a", int), ("b", str)])(1, "x"))


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Rated(Movie, total=False):
    stars: int


movie = Rated(title="Brazil", stars=5)
print(movie, type(movie), sorted(Rated.__required_keys__), sorted(Rated.__optional_keys__), Rated.__total__)
print(TypedDict("Small", {"a": int})(a=1))


@runtime_checkable
class Area(Protocol):
    def area(self) -> float: ...


class Hidden(Protocol):
    size: int


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


print(isinstance(Square(2), Area), isinstance(5, Area), issubclass(Square, Area))
T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Words(Stack[str]):
    pass


print(Stack[int]().push(1).items, Stack[int], Stack.__parameters__, Words().push("a").items, Words.__mro__, Sequence[T][int])
for action in (
    lambda: isinstance(Square(2), Hidden), lambda: Area(), lambda: isinstance(movie, Movie), lambda: Stack[int, str],
    lambda: Generic[int], lambda: Words[int],
):
    try:
        print(action())
    except TypeError as error:
        print(error)
