# Options of dataclasses: order, frozen, slots, kw_only, eq, unsafe_hash.
# covers: dataclasses
from dataclasses import FrozenInstanceError, KW_ONLY, dataclass, field


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


print(Version(1, 2) < Version(1, 10), sorted([Version(2), Version(1, 5)]), Version(1, 0, "a") == Version(1, 0, "b"), max(Version(1), Version(3)))


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, by):
        return Point(self.x + by, self.y)


print(hash(Point(1)) == hash(Point(1)), {Point(1): "p"}[Point(1, 0)], Point(1).moved(4))


@dataclass(slots=True)
class Slim:
    a: int
    b: int = 2


print(Slim(1), Slim.__slots__, hasattr(Slim(1), "__dict__"))


@dataclass(kw_only=True)
class Keys:
    a: int
    b: int = 2


@dataclass
class Later:
    a: int
    _: KW_ONLY
    b: int = 5


print(Keys(a=1), Later(1, b=3), Later.__doc__, Later.__match_args__)


@dataclass(eq=False, repr=False)
class Plain:
    a: int


@dataclass(unsafe_hash=True)
class Hashed:
    a: int


print(Plain(1) == Plain(1), hash(Hashed(1)) == hash(Hashed(1)), Point.__dataclass_params__)
for action in (
    lambda: setattr(Point(1), "x", 5), lambda: delattr(Point(1), "x"), lambda: setattr(Slim(1), "zz", 3), lambda: Keys(1),
    lambda: Later(1, 3), lambda: Version(1) < 5, lambda: dataclass(order=True, eq=False)(Plain),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}", isinstance(error, FrozenInstanceError))
