# Roots, exponentials, logarithms and powers with all digits.
# covers: decimal
from decimal import Decimal, getcontext, localcontext

print(Decimal(2).sqrt(), Decimal("1.44").sqrt(), Decimal("0.0004").sqrt(), Decimal(10**20).sqrt(), Decimal("-0").sqrt())
print(Decimal(1).exp(), Decimal(-1).exp(), Decimal("0.5").exp(), Decimal(100).exp(), Decimal(0).exp(), Decimal("1e-30").exp())
print(Decimal(2).ln(), Decimal(10).ln(), Decimal("0.001").ln(), Decimal("1.0000001").ln(), Decimal(1).ln(), Decimal(0).ln())
print(Decimal(2).log10(), Decimal(1000).log10(), Decimal("0.01").log10(), Decimal("12345.678").log10())
print(Decimal(2) ** 10, Decimal("1.1") ** 5, Decimal(2) ** -3, Decimal(3) ** 100, Decimal("0.5") ** 50, Decimal("1.00") ** 3)
print(Decimal(2) ** Decimal("0.5"), Decimal(9) ** Decimal("0.5"), Decimal("1.5") ** Decimal("-2.5"), 2 ** Decimal("0.1"), 10 ** Decimal(3))
print(pow(Decimal(3), 100, 7), Decimal(0) ** 5, Decimal(0) ** -1, Decimal("inf") ** -2, Decimal(-2) ** 3, Decimal(5) ** 0)
for digits in (5, 50, 120):
    with localcontext() as context:
        context.prec = digits
        print(Decimal(1).exp(), Decimal(2).ln(), Decimal(3).sqrt(), Decimal(7) ** Decimal("0.3"))


def pi(digits):
    # Machin's formula.
    with localcontext() as context:
        context.prec = digits + 5

        def arctan_of_inverse(n):
            total = term = Decimal(1) / n
            count = 1
            while abs(term) > Decimal(10) ** -(digits + 3):
                term /= -n * n
                count += 2
                total += term / count
            return total

        value = 4 * (4 * arctan_of_inverse(5) - arctan_of_inverse(239))
    getcontext().prec = digits
    value = +value
    getcontext().prec = 28
    return value


print(pi(60))
print(Decimal("1.5").fma(2, 3), Decimal(10).remainder_near(3), Decimal("2.5").next_plus(), Decimal("2.5").next_minus())
print(Decimal("123.45").logb(), Decimal("1.5").scaleb(3), Decimal(1234).shift(2), Decimal(1234).rotate(-2), Decimal(1).next_toward(2))
