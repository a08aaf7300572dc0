# Enumerations that are also integers or texts.
# covers: enum
import enum


class Number(enum.IntEnum):
    ONE = 1
    TWO = 2


print(Number.ONE + 1, Number.ONE < Number.TWO, Number.ONE, repr(Number.ONE), f"{Number.ONE:03}", [10, 20, 30][Number.ONE])
print(Number.ONE == 1, sorted([Number.TWO, Number.ONE]), int(Number.TWO), "%d" % Number.ONE, Number(1), Number.TWO * 2.5)
print({1: "one"}[Number.ONE], max(Number), sum(Number), Number.ONE in (1, 2), isinstance(Number.ONE, int))


class Word(enum.StrEnum):
    AB = enum.auto()
    X = "xx"


print(Word.AB, repr(Word.AB), Word.X == "xx", f"{Word.X}!", Word.X.upper(), Word("xx") is Word.X, Word.X + "y", "-".join(Word))


class Suit(str, enum.Enum):
    HEARTS = "h"


class Level(int, enum.Enum):
    LOW = 5


print(Suit.HEARTS, f"{Suit.HEARTS}", Suit.HEARTS == "h", Suit.HEARTS.upper(), repr(Suit.HEARTS), len(Suit.HEARTS))
print(Level.LOW, f"{Level.LOW}", Level.LOW + 1, repr(Level.LOW), Level.LOW < 6, Level.LOW.value)


@enum.unique
class Ordered(enum.Enum):
    A = 1
    B = 2

    def __lt__(self, other):
        return self.value < other.value

    def __str__(self):
        return f"<{self.name}>"

    def __call__(self, n):
        return self.value * n


print(sorted([Ordered.B, Ordered.A]), max(Ordered), f"{Ordered.A}", Ordered.B(5))
try:
    class Broken(enum.StrEnum):
        A = 1
except TypeError as error:
    print(error)
