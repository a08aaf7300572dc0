# What goes wrong with decimals: signals as exceptions, and types that do not mix.
# covers: decimal
import decimal
from decimal import Decimal
from fractions import Fraction

one = Decimal("1.5")
for action in [
    lambda: Decimal("1,5"),
    lambda: Decimal(""),
    lambda: Decimal(None),
    lambda: Decimal([1, 2]),
    lambda: Decimal((0, (1, 12), 0)),
    lambda: Decimal(Fraction(1, 2)),
    lambda: one / 0,
    lambda: Decimal(0) / 0,
    lambda: one // 0,
    lambda: one % 0,
    lambda: divmod(one, 0),
    lambda: Decimal(-1).sqrt(),
    lambda: Decimal(-1).ln(),
    lambda: Decimal(-8) ** Decimal("0.5"),
    lambda: Decimal(0) ** 0,
    lambda: Decimal("9e999999") * 10,
    lambda: Decimal("inf") - Decimal("inf"),
    lambda: Decimal("nan") < 1,
    lambda: Decimal("snan") + 1,
    lambda: Decimal("1e40") // 3,
    lambda: one + 0.5,
    lambda: 0.5 * one,
    lambda: one + Fraction(1, 2),
    lambda: one + "1",
    lambda: "1" + one,
    lambda: one < "2",
    lambda: int(Decimal("nan")),
    lambda: int(Decimal("-inf")),
    lambda: one.quantize(0.1),
    lambda: one.max("2"),
    lambda: one.quantize(),
    lambda: one.compare(),
    lambda: [1, 2, 3][Decimal(1)],
    lambda: range(Decimal(3)),
    lambda: ~one,
    lambda: one & 1,
    lambda: one.round(1),
    lambda: setattr(one, "real", 1),
    lambda: len(one),
    lambda: hash(Decimal("sNaN")),
    lambda: decimal.setcontext(5),
]:
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print([c.__name__ for c in decimal.DivisionByZero.__mro__], issubclass(decimal.InvalidOperation, ArithmeticError))
try:
    one / Decimal("0.0")
except ZeroDivisionError as error:
    print("caught", error.args)
Decimal("12.5 EUR")
