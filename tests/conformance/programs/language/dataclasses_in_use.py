# Data classes: defaults, order, frozen, fields, post-init.
# covers: dataclasses in use, dataclasses
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)
    secret: int = field(default=0, repr=False, compare=False)

    def __post_init__(self):
        self.name = self.name.strip()

    @property
    def total(self):
        return self.price * 2


a, b = Item(" pen "), Item("pen", 1.0)
a.tags.append("new")
print(a, b, a == b, a == Item("pen", tags=["new"], secret=5), a.total, asdict(a), astuple(b), replace(a, price=9), [f.name for f in fields(a)])


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0

    def __str__(self):
        return f"v{self.major}.{self.minor}"


v = Version(1, 2)
print(v, repr(v), sorted([Version(2), v, Version(1)]), v < Version(1, 3), {v: 1}[Version(1, 2)], max(v, Version(0, 9)), hash(v) == hash(Version(1, 2)))
for action in ["v.major = 5", "del v.minor", "Version()", "Version(1, 2, 3)", "Version(1, patch=2)", "Item()", "a < b", "hash(a)", "v < 5", "Version(1) == (1, 0)"]:
    try:
        print(action, eval(action)) if "=" not in action.replace("==", "") or "patch" in action else exec(action)
    except (FrozenInstanceError, TypeError, SyntaxError, AttributeError) as error:
        print(action, "->", type(error).__name__, error)


@dataclass
class Base:
    x: int
    y: int = 2


@dataclass
class Child(Base):
    z: int = 3
    _: KW_ONLY
    w: int = 4


print(Child(1), Child(1, 2, 3, w=9), Child.__match_args__, isinstance(Child(0), Base))
try:
    @dataclass
    class Bad:
        values: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Order:
        a: int = 1
        b: int
except TypeError as error:
    print(error)
match Child(5, 6):
    case Child(x, y, z):
        print(x, y, z)
@dataclass(eq=False, repr=False, slots=True)
class Slim:
    a: int
print(Slim(1).a, Slim(1) == Slim(1), asdict(Child(1)), asdict(Item("x", tags=[Version(1)]))["tags"])
