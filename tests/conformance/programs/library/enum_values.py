# Values of members: auto, tuples for __init__, unique, own values.
# covers: enum
import enum


class Auto(enum.Enum):
    A = enum.auto()
    B = enum.auto()
    C = 10
    D = enum.auto()


print([(member.name, member.value) for member in Auto])


class Planet(enum.Enum):
    EARTH = (5.97e24, 6.4e6)
    MARS = (6.4e23, 3.4e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius**3, 1)


print(Planet.MARS, repr(Planet.EARTH), Planet.EARTH.mass, Planet.MARS.density, Planet((6.4e23, 3.4e6)))


class Named(enum.Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    ONE = enum.auto()
    TWO = enum.auto()

    @classmethod
    def _missing_(cls, value):
        return cls.ONE if value == "first" else None


print(list(Named), Named("first"))
Animal = enum.Enum("Animal", "CAT DOG")
print(list(Animal), enum.Enum("Z", ["a", "b"], start=5)["b"], enum.Enum("Y", {"p": 1}).p, enum.IntEnum("W", [("q", 3)]).q + 1)


class Mixed(enum.Enum):
    _ignore_ = ["helper"]
    helper = 5
    LIST = [1, 2]
    FUNCTION = enum.member(lambda: "called")
    CONSTANT = enum.nonmember(7)

    def method(self):
        return self.value


print(len(Mixed), Mixed([1, 2]), Mixed.CONSTANT, Mixed.FUNCTION.value(), Mixed.LIST.method())
for action in (
    lambda: Named("second"),
    lambda: enum.unique(enum.Enum("U", {"A": 1, "B": 1, "C": 2})),
    lambda: enum.verify(enum.CONTINUOUS)(enum.Enum("V", {"A": 1, "B": 4})),
    lambda: enum.verify(enum.UNIQUE)(enum.Enum("V", {"A": 1, "B": 4})),
):
    try:
        print(action())
    except ValueError as error:
        print(f"{type(error).__name__}: {error}")
