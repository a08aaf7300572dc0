# Named tuples, of collections and of typing.
# covers: named tuples, collections, typing
from collections import namedtuple
from typing import NamedTuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), Point._fields, p._asdict(), p._replace(x=9), Point._make([5, 6]), list(p), isinstance(p, tuple))
x, y = p
print(x + y, p + (3,), sorted([Point(2, 1), Point(1, 5)]), {p: "key"}[1, 2], max(p), p.index(2), Point.__name__, Point.__doc__)


class Employee(NamedTuple):
    """Somebody."""

    name: str
    age: int = 30

    def older(self, years=1):
        return self._replace(age=self.age + years)

    @property
    def label(self):
        return f"{self.name} ({self.age})"


e = Employee("Ann")
print(e, e.older(), e.label, Employee._field_defaults, Employee("Bob", 5).age, e._fields, Employee.__annotations__["age"])
D = namedtuple("D", ["a", "b", "c"], defaults=[2, 3])
print(D(1), D(1, c=9), D._field_defaults, namedtuple("R", "a def b a", rename=True)._fields)
for text in ["Point(1)", "Point(1, 2, 3)", "Point(1, z=2)", "p.z", "p[5]", "p._replace(q=1)", "Point._make([1])", "Employee()", "namedtuple('A', 'class')", "namedtuple('A', 'a a')", "namedtuple('1A', 'a')", "namedtuple('A', '_x')", "p < 5"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
try:
    p.x = 5
except AttributeError as error:
    print(error)
match e:
    case Employee(name, age):
        print("matched", name, age)
print([q.x * q.y for q in map(Point._make, [(1, 2), (3, 4)])], dict(zip(Point._fields, p)))
