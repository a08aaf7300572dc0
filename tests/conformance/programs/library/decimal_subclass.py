# Decimals in other types: subclasses, dictionaries, dataclasses, copies, json, matching and statistics.
# covers: decimal
import copy
import json
import math
import operator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce


class Euro(Decimal):
    def __str__(self):
        return f"{Decimal(self):.2f} EUR"

    def __add__(self, other):
        return Euro(super().__add__(other))


price = Euro("2.5")
print(price, repr(price), price + 1, type(price + 1).__name__, type(price * 2).__name__, price == Decimal("2.50"), price > 2)
print(f"{price:.3f}", sorted([Euro(3), Decimal("2.9")]), hash(price) == hash(2.5), isinstance(price, Decimal))


@dataclass(frozen=True)
class Account:
    owner: str
    balance: Decimal = Decimal("0")


print(Account("Ada", Decimal("10.50")), Account("Ada", Decimal("1.0")) == Account("Ada", Decimal("1.00")), len({Account("B"), Account("B")}))
print(copy.copy(price), copy.deepcopy([Decimal("1.1")]), {Decimal("1"): "a", 1: "b", 1.0: "c"})
print(json.dumps({"price": Decimal("1.10")}, default=str), json.loads("[1.10, 2]", parse_float=Decimal))
print(math.floor(Decimal("2.7")), math.ceil(Decimal("2.1")), math.sqrt(Decimal(16)), math.fsum([Decimal("0.1")] * 3), math.prod([Decimal(2), 3]))
print(reduce(operator.mul, [Decimal("1.1")] * 4), sum((Decimal(n) for n in range(5)), Decimal("0.00")), Fraction(Decimal("0.375")))


def describe(value):
    match value:
        case Decimal() if value.is_nan():
            return "not a number"
        case Decimal(real=0):
            return "zero"
        case Decimal():
            return f"{value.normalize()}"
        case int() | float():
            return "a number"


print([describe(value) for value in [Decimal("NaN"), Decimal("0.0"), Decimal("1.500"), 2, 2.5]])
print("%s %r" % (Decimal("1E+2"), Decimal("1E+2")), str(Decimal(100)), int(Decimal("1E+2")), [*map(str, map(Decimal, "1 2.0".split()))])
print(round(Decimal("1.25"), 1), round(Decimal("1.35"), 1), round(Decimal(15), -1), type(round(Decimal("1.5"))).__name__)
