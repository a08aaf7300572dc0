# Rounding: the eight modes, quantize, and rounding to whole numbers.
# covers: decimal
import decimal
from decimal import Decimal, getcontext, localcontext

modes = [name for name in dir(decimal) if name.startswith("ROUND_")]
print(modes)
for mode in modes:
    texts = ["2.5", "3.5", "-2.5", "2.51", "-2.49", "0.5", "5.01", "-1.1"]
    print(f"{mode:16}", *[Decimal(text).quantize(Decimal(1), rounding=mode) for text in texts])

cent = Decimal("0.01")
for text in ["1.005", "1.015", "2.675", "-0.125", "1E+3", "0", "0.0049"]:
    print(Decimal(text).quantize(cent), Decimal(text).quantize(cent, decimal.ROUND_HALF_UP), end="; ")
print()
print(Decimal("1234.5678").quantize(Decimal("1E+2")), Decimal("3").quantize(Decimal("1.000")))
print([Decimal("7.5").to_integral_value(mode) for mode in modes], Decimal("1E+3").to_integral_value())
print([round(Decimal(n) / 2) for n in range(-5, 6)], round(Decimal("1234.567"), 1), round(Decimal("1234.567"), -2))
print(Decimal("120.00").normalize(), Decimal("0.000").normalize(), Decimal("5.10").normalize(), Decimal("3.7").to_integral_exact())

with localcontext() as context:
    context.prec = 4
    print(Decimal(2) / 3, Decimal("123456") + 0, +Decimal("3.14159265"), Decimal("0.00123456") * 1)
    context.rounding = decimal.ROUND_DOWN
    print(Decimal(2) / 3, -Decimal("1.99999"), Decimal("9999.9") + 0, f"{Decimal('2.999'):.1f}")
print(Decimal(2) / 3, getcontext().prec, getcontext().rounding)
for action in [
    lambda: Decimal("1e30").quantize(cent),
    lambda: Decimal("inf").quantize(cent),
    lambda: Decimal("1.5").quantize(cent, rounding="UP"),
    lambda: round(Decimal("nan")),
    lambda: round(Decimal("inf")),
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
