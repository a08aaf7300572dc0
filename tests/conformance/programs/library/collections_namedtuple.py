# Named tuples in full.
# covers: collections, named tuples
from collections import namedtuple

Point = namedtuple("Point", "x y z", defaults=[5, 6])
p = Point(1)
print(p, Point._fields, Point._field_defaults, p._replace(y=9), Point._make([1, 2, 3]), p._asdict(), p == (1, 5, 6))
print(p.x, p[0], p[-1], p[1:], len(p), hash(p) == hash((1, 5, 6)), p.index(5), p + (1,), sorted([Point(2), Point(1)]), Point(1, z=3))
print(Point.__name__, Point.__doc__, Point.__match_args__, Point.__new__.__defaults__, 5 in p, max(p), dict(zip(p._fields, p)))
x, *rest = p
print(x, rest, [*map(str, p)], "%s-%s-%s" % p, f"{p.x:>3}|{p!r}")
match p:
    case Point(x=1, y=y):
        print("matched", y)


class Vector(namedtuple("Vector", ["x", "y"])):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @property
    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5


print(Vector(3, 4).norm, Vector(1, 2) + Vector(1, 1), Vector.__mro__[1].__name__, Vector(1, 2) == (1, 2))
print(namedtuple("Q", ["a", "class", "a"], rename=True)._fields, namedtuple("E", "")(), namedtuple("Q", "a, b c")._fields)
rows = [Point(*map(int, line.split())) for line in ("1 2 3", "4 5 6")]
print(rows, sum(row.z for row in rows))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: Point())
attempt(lambda: Point(1, 2, 3, 4))
attempt(lambda: p._replace(q=1))
attempt(lambda: Point._make([1]))
attempt(lambda: setattr(p, "x", 5))
attempt(lambda: p.w)
for names in ("a b a", "class b", "_a", "1a"):
    attempt(lambda: namedtuple("Q", names))
attempt(lambda: namedtuple("1", "a"))
attempt(lambda: namedtuple("Q", "a", defaults=[1, 2]))
