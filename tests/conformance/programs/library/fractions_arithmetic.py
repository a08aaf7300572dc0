# Exact fractions: made from texts, numbers and decimals; arithmetic with integers, floats and complex numbers.
# covers: fractions
import math
from decimal import Decimal
from fractions import Fraction as F

print(F(), F(3), F(6, -8), F("3/4"), F(" -0.125 "), F("1e-3"), F(0.5), F(Decimal("1.1")), F(F(1, 2), F(3, 4)), F("1_000/3"))
print(repr(F(1, 3)), [F(2, 4)], str(F(4, 2)), f"{F(1, 3)} {F(1, 3)!r:>16}", "%.3f" % F(1, 3))
a, b = F(7, 2), F(2, 3)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), -a, abs(-b), a**2, a**-2, b**0)
print(a + 1, 1 - a, 2 * b, 1 / b, 7 // b, 7 % b, divmod(7, b), 2**F(3), a + 0.5, 0.5 / b, b * 1j, F(4, 9) ** F(1, 2))
print(a == 3.5, a == Decimal("3.5"), b < 0.7, 1 > b, a == 3.5 + 0j, sorted([a, b, 1, 0.1]), max(a, b, 3))
print(hash(F(1, 2)) == hash(0.5), hash(F(3)) == 3, {F(1, 2): "half"}[0.5], bool(F(0)), sum([F(1, 6)] * 6) == 1)
print(round(F(5, 2)), round(F(22, 7), 3), math.floor(-a), math.ceil(-a), math.trunc(-a), int(a), float(b), complex(a))
print(a.numerator, a.denominator, a.as_integer_ratio(), a.real, a.imag, a.conjugate())
print(F(math.pi).limit_denominator(100), F("3.14159").limit_denominator(8), F.from_float(0.25), F.from_decimal(Decimal("0.2")))
harmonic = sum(F(1, n) for n in range(1, 21))
print(harmonic, float(harmonic))
egypt, rest = [], F(4, 13)
while rest:
    egypt.append(F(1, math.ceil(1 / rest)))
    rest -= egypt[-1]
print(egypt)
for action in [
    lambda: F(1, 0),
    lambda: F("1/0"),
    lambda: F("a"),
    lambda: F(1.5, 2),
    lambda: F(None),
    lambda: F(float("nan")),
    lambda: a / 0,
    lambda: a % 0,
    lambda: F(0) ** -1,
    lambda: a + "1",
    lambda: a + Decimal(1),
    lambda: a < "1",
    lambda: a.limit_denominator(0),
    lambda: F.from_float("1"),
    lambda: f"{a:.2f}",
    lambda: a.is_integer(),
]:
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
