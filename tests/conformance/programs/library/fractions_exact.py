# Exact numbers.
# covers: fractions
from fractions import Fraction

a, b = Fraction(1, 3), Fraction("0.25")
print(a, repr(a), a + b, a - b, a * b, a / b, a**2, -a, abs(-a), a < b, a == Fraction(2, 6), float(a), round(Fraction(7, 3)), int(Fraction(7, 2)), Fraction(1.5), Fraction("3/4"), Fraction(0.1).limit_denominator(10), a + 1, 1 - a, a + 0.5, sum([a, a, a]), a.numerator, a.denominator, hash(Fraction(2)) == hash(2), Fraction(10, -4), divmod(Fraction(7, 2), 2), Fraction(7, 2) // 2, Fraction(7, 2) % 2, 2 ** Fraction(2))
for text in ["Fraction(1, 0)", "Fraction('x')", "Fraction(1.5, 2)", "Fraction(None)", "a / 0", "a < 'x'"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
