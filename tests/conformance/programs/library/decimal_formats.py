# Decimals in formatted texts: precision, separators, percent, exponents, padding.
# covers: decimal
from decimal import ROUND_HALF_UP, Decimal, localcontext

values = [Decimal(text) for text in ["1234567.891", "-0.005", "0", "1E+5", "0.00001234", "99.995"]]
for spec in ["", "f", ".2f", ",.2f", ".0f", "e", ".3e", "g", ".3g", "G", "%", ".1%", "n", ","]:
    print(f"{spec:6}", *[format(value, spec) for value in values], sep=" | ")
print()
amount = Decimal("1234.5")
for spec in [">12", "<12", "^12", "*^12", "012", "+", " ", "+012,.2f", "=+10", "x>8.1f", "012,.0f"]:
    print(f"{spec:10}|{format(amount, spec)}|{format(-amount, spec)}|")
print(f"{Decimal('-0.001'):.2f} {Decimal('-0.001'):z.2f} {Decimal('NaN'):>8} {Decimal('-inf'):010.2f} {Decimal('1e-10'):.3}")
print("{:.3f} {:>10,} {!r}".format(Decimal("2.71828"), Decimal(10**7), Decimal("1.0")), "%.2f %d %s" % (amount, amount, amount))
with localcontext() as context:
    context.rounding = ROUND_HALF_UP
    print(f"{Decimal('0.125'):.2f} {Decimal('2.5'):.0f}")
print(Decimal("123e4").to_eng_string(), Decimal("1E-8").to_eng_string(), Decimal("1.5E+10"), f"{Decimal('1.5E+10'):f}")
for spec in ["d", ".f", "_", "<010", "10.2x", "#"]:
    try:
        print(format(amount, spec))
    except ValueError as error:
        print(repr(spec), error)
