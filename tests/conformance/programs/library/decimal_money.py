# Money: an invoice, instalments that add up, interest, and a bank that rounds half to even.
# covers: decimal
from collections import namedtuple
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
Item = namedtuple("Item", "name price count")
items = [Item("pen", Decimal("1.15"), 7), Item("book", Decimal("24.90"), 2), Item("lamp", Decimal("59.99"), 1)]
net = sum(item.price * item.count for item in items)
tax = (net * Decimal("0.19")).quantize(CENT, ROUND_HALF_UP)
for item in items:
    print(f"{item.name:<6}{item.count:>3} x {item.price:>8} = {item.price * item.count:>10,.2f}")
print(f"{'net':<14}{net:>15}\n{'tax':<14}{tax:>15}\n{'total':<14}{net + tax:>15}")


def split(total, parts):
    share = (total / parts).quantize(CENT, ROUND_DOWN)
    rest = int((total - share * parts) / CENT)
    return [share + CENT] * rest + [share] * (parts - rest)


for total, parts in [("100", 3), ("0.05", 4), ("99.99", 7)]:
    shares = split(Decimal(total), parts)
    print(shares, sum(shares) == Decimal(total))

balance = Decimal("1000.00")
for year in range(1, 6):
    balance += (balance * Decimal("0.035")).quantize(CENT, ROUND_HALF_EVEN)
    print(year, balance, end="; ")
print()
exact = Decimal(1000) * Decimal("1.035") ** 5
print(exact, exact.quantize(CENT), float(exact) == 1000 * 1.035**5)

prices = [Decimal(n) / 100 for n in range(995, 1006, 2)]
print(prices, sum(prices) / len(prices), max(prices), sorted(prices, key=lambda p: (p % 1, p)))
print([p.quantize(Decimal("0.05") if p < 10 else Decimal("0.1"), ROUND_CEILING) for p in prices])


def nickel(p):
    return (p / Decimal("0.05")).quantize(Decimal(1), ROUND_HALF_UP) * Decimal("0.05")


print([nickel(p) for p in prices])
print(Decimal("19.99") * 3 == Decimal("59.97"), 19.99 * 3 == 59.97, {str(p): p.as_tuple().exponent for p in prices[:2]})
