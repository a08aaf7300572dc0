# Enumerations: members, values, iteration, flags.
# covers: enums in use, enum
from enum import Enum, IntEnum, Flag, auto, unique, StrEnum


class Color(Enum):
    RED = 1
    GREEN = "g"
    CRIMSON = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.RED


print(Color.RED, repr(Color.RED), Color.RED.name, Color.GREEN.value, Color(1), Color["GREEN"], Color.CRIMSON is Color.RED, list(Color), len(Color), Color.GREEN.pretty, Color.default())
print(Color.RED == 1, Color.RED == Color.RED, Color.RED in Color, {Color.RED: "r"}[Color.RED], isinstance(Color.RED, Color), Color.__members__.keys(), [c.name for c in reversed(Color)], f"{Color.RED}", type(Color.RED).__name__)


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    ALL = READ | WRITE | RUN


class Mode(StrEnum):
    FAST = auto()
    SLOW = "slow mode"


print(Level.LOW < Level.HIGH, Level.HIGH + 1, sorted([Level.HIGH, Level.LOW]), max(Level), repr(Level.LOW), str(Level.LOW), f"{Level.LOW}", [10, 20][Level.LOW])
print(Perm.READ | Perm.RUN, Perm.WRITE in Perm.ALL, Perm.READ & Perm.WRITE, repr(Perm.READ | Perm.WRITE), ~Perm.READ, Perm(5), bool(Perm(0)), Perm.RUN.value, list(Perm.READ | Perm.RUN))
print(Mode.FAST, Mode.SLOW.upper(), Mode("fast") is Mode.FAST, repr(Mode.FAST), Mode.FAST == "fast")
for text in ["Color(5)", "Color['BLUE']", "Color.RED < Color.GREEN", "Color.RED()", "Level(3)", "Color.RED.foo", "len(Color.RED)", "Mode('x')"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
try:
    Color.RED = 5
except AttributeError as error:
    print(error)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    class More(Color):
        BLUE = 3
except TypeError as error:
    print(error)
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius
    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius**2, 2)
print([(p.name, p.gravity) for p in Planet], Planet.EARTH.value)
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value)
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")
