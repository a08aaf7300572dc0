# The tower of numbers: what counts as a number of which kind, and a class of numbers of one's own.
# covers: fractions; numbers
import numbers
from decimal import Decimal
from fractions import Fraction

tower = [numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral]
for value in [True, 5, Fraction(1, 2), 0.5, 2j, Decimal("0.5"), "5", None]:
    print(f"{value!r:18}", *[int(isinstance(value, kind)) for kind in tower])
print(issubclass(int, numbers.Rational), issubclass(float, numbers.Rational), issubclass(Fraction, numbers.Real))
print([kind.__name__ for kind in numbers.Integral.__mro__])
print(sorted(numbers.Complex.__abstractmethods__))


class Money(numbers.Number):
    def __init__(self, cents):
        self.cents = cents

    def __repr__(self):
        return f"{self.cents // 100}.{self.cents % 100:02}"


print(Money(1250), isinstance(Money(1), numbers.Number), isinstance(Money(1), numbers.Real))


def kind_of(value):
    match value:
        case bool():
            return "truth"
        case numbers.Integral():
            return "whole"
        case numbers.Rational():
            return "ratio"
        case numbers.Real():
            return "real"
        case numbers.Number():
            return "number"
    return "other"


print([kind_of(value) for value in [True, 3, Fraction(1, 3), 1.5, 1j, Decimal(1), "x"]])
for kind in (numbers.Complex, numbers.Rational):
    try:
        kind()
    except TypeError as error:
        print(error)
