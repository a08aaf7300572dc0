# Decimal numbers: made from texts, integers, floats and tuples; exact sums; how they are written.
# covers: decimal
from decimal import Decimal

print(0.1 + 0.2, Decimal("0.1") + Decimal("0.2"), sum([Decimal("0.1")] * 10))
made = ["3.14", "-0", "007.50", "1e3", "1E-7", ".5", "5.", " 12 ", "1_000.5", "Infinity", "-inf", "nan", "sNaN12", "0.000001", "0e-9"]
print([Decimal(text) for text in made])
print(*[Decimal(text) for text in made])
print(Decimal(10**30), Decimal(-5), Decimal(True), Decimal(), Decimal((1, (3, 1, 4), -2)), Decimal((0, (), "F")))
print(Decimal(0.1), Decimal(0.5), Decimal(-0.0), Decimal(float("inf")), Decimal.from_float(2.5))
print(repr(Decimal("1.50")), Decimal("1.50") == Decimal("1.5"), hash(Decimal("1.50")) == hash(1.5), Decimal(7) == 7)
print(Decimal("2.50") * 3, 1 - Decimal("0.9"), Decimal("1.10") + Decimal("2.2"), Decimal("1.20") * Decimal("3.40"))
print(Decimal(1) / 3, Decimal(10) / 4, Decimal("1.00") / 8, 2 / Decimal(7), Decimal(6) / Decimal("2.00"))
print(Decimal("-7") // 2, Decimal("-7") % 3, divmod(Decimal("17.5"), 5), 7 % Decimal("2.5"), -7 // 2)
print(-Decimal("1.5"), +Decimal("1.5"), abs(Decimal("-1.5")), -Decimal(0), bool(Decimal("0.00")))
print(int(Decimal("-2.9")), float(Decimal("1.1")), complex(Decimal("1.5")), str(Decimal("1.10")), round(Decimal("2.5")), round(Decimal("2.675"), 2))
print(Decimal("3.14").as_tuple(), Decimal("-inf").as_tuple(), Decimal("3.75").as_integer_ratio(), Decimal("123.4").adjusted())
print(sorted([Decimal("2.5"), 1, Decimal("-1"), 2.25]), max(Decimal("1.1"), 1), min(Decimal("0.5"), Decimal("0.25")))
print({Decimal("1.0"): "one"}[1], Decimal("1.5") in [1.5], Decimal("0.1") == 0.1, Decimal("0.3") < 0.3, 1 < Decimal("1.5") <= 2)
price, rate = Decimal("19.99"), Decimal("0.19")
print(price * rate, (price * rate).quantize(Decimal("0.01")), price + (price * rate).quantize(Decimal("0.01")))
print("%s and %.1f" % (price, price), f"{price:>10}|{price!r}|{price:.1f}", [price], {"p": price})
Decimal("1.5").real
