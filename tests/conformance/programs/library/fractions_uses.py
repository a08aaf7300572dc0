# Fractions at work: continued fractions, exact linear equations, probabilities, music.
# covers: fractions
from collections import Counter
from fractions import Fraction
from itertools import product
from math import isqrt


def continued(x):
    while True:
        whole = x.numerator // x.denominator
        yield whole
        x -= whole
        if not x:
            return
        x = 1 / x


def value(terms):
    total = Fraction(terms[-1])
    for term in reversed(terms[:-1]):
        total = term + 1 / total
    return total


print(list(continued(Fraction(415, 93))), value([4, 2, 6, 7]), [str(value([1] + [2] * n)) for n in range(1, 6)])


def solve(matrix):
    rows = [[Fraction(x) for x in row] for row in matrix]
    for i in range(len(rows)):
        pivot = next(r for r in range(i, len(rows)) if rows[r][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [x / rows[i][i] for x in rows[i]]
        for r in range(len(rows)):
            if r != i:
                rows[r] = [x - rows[r][i] * y for x, y in zip(rows[r], rows[i])]
    return [row[-1] for row in rows]


print(*solve([[2, 1, -1, 8], [-3, -1, 2, -11], [-2, 1, 2, -3]]), *solve([[3, 2, 1], [1, "1/3", "0.5"]]))
dice = Counter(sum(roll) for roll in product(range(1, 7), repeat=2))
odds = {total: Fraction(count, 36) for total, count in dice.items()}
print(odds, sum(odds.values()), sum(total * chance for total, chance in odds.items()))
fifth = Fraction(3, 2)
scale = sorted({fifth**n / 2 ** (fifth**n).__trunc__().bit_length() * 2 for n in range(-1, 6)})
print(*scale, float(fifth**12 / 2**7))
x = Fraction(1)
for _ in range(5):
    x = (x + 2 / x) / 2
print(x.numerator, x.denominator, abs(x**2 - 2) < Fraction(1, 10**40), isqrt(2 * 10**20))
print(sum(Fraction(1, n * (n + 1)) for n in range(1, 100)), Fraction("0.1") + Fraction("0.2") == Fraction("0.3"))
print(sorted({Fraction(a, b) for b in range(1, 6) for a in range(b + 1)}))
print([Fraction(n, 12) for n in range(4)], max(Fraction(3, 7), 0.4, 1), Fraction(7, 3) // Fraction(1, 2), -Fraction(7, 3) % 2)
