from abc import ABC, ABCMeta, abstractmethod
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace, KW_ONLY
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique
from types import SimpleNamespace
from typing import Any, ClassVar, Dict, Generic, List, NamedTuple, Optional, TypeVar, Union, TypedDict, Callable

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f"{self.name} {self.area()}"
class Half(Shape):
    def area(self):
        return 1
class Full(Half):
    name = "full"
attempt(Shape)
attempt(Half)
print(Full().describe(), issubclass(Full, Shape), sorted(Shape.__abstractmethods__))
class Meta(metaclass=ABCMeta):
    @abstractmethod
    def run(self): ...
attempt(Meta)

@dataclass
class P:
    x: int
    y: float = 2.0
    tags: list = field(default_factory=list)
    kind: ClassVar[str] = "p"
p = P(1)
print(p, P(1) == p, P(1) != P(2), asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(p)], is_dataclass(P), P.__match_args__, p.kind)
attempt(P)
attempt(lambda: P(1, 2, 3, 4))
attempt(lambda: P(1, z=3))
attempt(lambda: hash(p))
attempt(lambda: p < P(2))
attempt(lambda: replace(p, q=1))
attempt(lambda: asdict(5))
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = "b"
print(F(1) < F(2), sorted([F(2), F(1, "c"), F(1)]), {F(1): 2}[F(1)], hash(F(1)) == hash((1, "b")))
def assign():
    F(1).a = 2
attempt(assign)
attempt(lambda: delattr(F(1), "a"))
try:
    F(1).a = 3
except FrozenInstanceError as error:
    print(isinstance(error, AttributeError), error)
@dataclass
class Q(P):
    z: int = 0
    scale: InitVar[int] = 3
    w: int = field(init=False, repr=False, compare=False, default=7)
    def __post_init__(self, scale):
        self.z *= scale
print(Q(1, z=2), Q(1, z=2, scale=1).w, Q.__mro__[1].__name__)
def bad_order():
    @dataclass
    class B:
        a: int = 1
        b: int
attempt(bad_order)
def bad_default():
    @dataclass
    class B:
        a: list = []
attempt(bad_default)
@dataclass
class K:
    a: int
    _: KW_ONLY
    b: int = 5
print(K(1, b=2), make_dataclass("M", ["u", ("v", int, 3)])(1))
attempt(lambda: K(1, 2))
@dataclass(eq=False)
class N:
    n: int
print(N(1) == N(1), N(1).n)
@dataclass
class Nested:
    inner: P
    items: dict
print(asdict(Nested(P(1), {"k": [P(2)]})), Nested(P(1), {}))
match P(3, 4):
    case P(x, y):
        print("matched", x, y)

class Color(Enum):
    RED = 1
    GREEN = auto()
    BLUE = "b"
    CRIMSON = 1
    def shout(self):
        return self.name.upper() + "!"
print(Color.RED, repr(Color.GREEN), Color("b"), Color["BLUE"], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED.value, Color.RED.name)
print(Color, Color.RED in Color, {Color.RED: 1}[Color(1)], Color.GREEN.shout(), list(Color.__members__), f"{Color.RED}", Color.RED == 1, isinstance(Color.RED, Color), [c.name for c in reversed(Color)])
attempt(lambda: Color(9))
attempt(lambda: Color["NO"])
attempt(lambda: setattr(Color, "RED", 5))
attempt(lambda: Color.RED < Color.GREEN)
def extend():
    class More(Color):
        pass
attempt(extend)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def ratio(self):
        return self.mass / self.radius
print(Planet.EARTH, Planet.MARS.mass, Planet.EARTH.ratio, Planet((0.64, 3.39)))
class Level(IntEnum):
    LOW = 1
    HIGH = 2
print(Level.LOW < Level.HIGH, Level.LOW + 1, repr(Level.HIGH), str(Level.LOW), f"{Level.LOW:03d}", sorted(Level, reverse=True), Level(2), Level.LOW == 1, max(Level), int(Level.HIGH), {1: "x"}[Level.LOW])
class Word(StrEnum):
    A = auto()
    B = "bee"
print(Word.A, repr(Word.B), Word.B.upper(), Word("bee"), Word.A == "a", f"{Word.B}!")
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.RW, Perm.R in Perm.RW, ~Perm.R, Perm.R & Perm.W, bool(Perm(0)), list(Perm), list(Perm.RW), Perm(5), len(Perm))
attempt(lambda: Perm(8))
class Bits(IntFlag):
    A = 1
    B = 2
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A + 1, Bits(3) & 1, repr(Bits(0)))
def not_unique():
    @unique
    class D(Enum):
        A = 1
        B = 1
attempt(not_unique)
Animal = Enum("Animal", "CAT DOG")
print(Animal.DOG, list(Animal), Animal(1))
match Color.RED:
    case Color.BLUE:
        print("blue")
    case Color.RED:
        print("red")

@contextmanager
def tag(name):
    print("<", name)
    try:
        yield name.upper()
    except KeyError as error:
        print("caught", error)
    finally:
        print(">", name)
with tag("a") as value, tag("b"):
    print(value)
with tag("c"):
    raise KeyError("k")
def reraise():
    with tag("d"):
        raise ValueError("v")
attempt(reraise)
@tag("deco")
def decorated():
    return 5
print(decorated())
with suppress(ZeroDivisionError, KeyError):
    1 / 0
with nullcontext(5) as n:
    print(n)
class Closer:
    def close(self):
        print("closed")
with closing(Closer()):
    pass
with ExitStack() as stack:
    stack.enter_context(tag("one"))
    stack.callback(print, "callback", 1)
    stack.push(lambda *details: print("push", details[0]))
print(SimpleNamespace(a=1, b="x"), SimpleNamespace(a=1) == SimpleNamespace(a=1))

class Emp(NamedTuple):
    name: str
    id: int = 3
    def hello(self):
        return f"hi {self.name}"
print(Emp("x"), Emp("y", 4).id, Emp("z").hello(), Emp._fields, Emp("a") == ("a", 3), Emp("b")._replace(id=1))
attempt(Emp)
T = TypeVar("T")
class Stack(Generic[T]):
    def __init__(self):
        self.items: List[T] = []
print(Stack[int]().items, List[int], Dict[str, int], Optional[int], Union[int, str], Callable[[int], str], Any, T, List)
class Movie(TypedDict):
    name: str
print(Movie(name="x"))
