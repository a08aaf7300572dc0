# asdict, astuple, replace, make_dataclass, __post_init__, InitVar, inheritance.
# covers: dataclasses
import copy
from dataclasses import InitVar, asdict, astuple, dataclass, field, fields, make_dataclass, replace
from typing import ClassVar


@dataclass
class Point:
    x: int
    y: int = 0


@dataclass
class Shape:
    center: Point
    corners: list
    names: dict
    count: ClassVar[int] = 3


shape = Shape(Point(1), [Point(2, 3)], {"k": Point(4)})
print(asdict(shape), astuple(shape))
print(asdict(shape, dict_factory=list), [f.name for f in fields(Shape)], shape.count)
print(replace(Point(1), y=9), replace(shape, names={}), copy.copy(Point(1)), copy.deepcopy(shape) == shape)


@dataclass
class Scaled:
    value: int
    scale: InitVar[int] = 3
    total: int = field(init=False)

    def __post_init__(self, scale):
        self.total = self.value * scale


print(Scaled(2), Scaled(2, 10), InitVar[int])


@dataclass
class Base:
    a: int
    b: int = 1

    def total(self):
        return self.a + self.b


@dataclass
class Derived(Base):
    c: int = 2
    b: int = 7


print(Derived(1), Derived(1, 2, 3).total(), isinstance(Derived(1), Base), Base(1) == Derived(1), [f.name for f in fields(Derived)])
Made = make_dataclass("Made", ["x", ("y", int), ("z", int, field(default=5))], namespace={"double": lambda self: self.x * 2})
print(Made(1, 2), Made(4, 2).double())
for action in (
    lambda: asdict(5), lambda: asdict(Point), lambda: replace(Point(1), z=9), lambda: replace(Scaled(1), total=9),
    lambda: astuple([Point(1)]),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
