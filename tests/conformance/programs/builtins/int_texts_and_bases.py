# Integers as texts: bases, signs, digits, grouping, big numbers.
# covers: int, repr of numbers, format of numbers
for n in [0, 1, -1, 7, 255, -256, 10**6, 2**31, -(2**63), 10**20]:
    print(n, str(n), repr(n), bin(n), oct(n), hex(n), f"{n:,}", f"{n:_x}", f"{n:+d}", f"{n:>12}|", n.bit_length())
for text in ["0", "-0", "+7", " 12 ", "1_000", "0b101", "0xFF", "ff", "z", "-0x1f", "١٢", "", " ", "1 2", "1.0", "0x", "--5", "1e3", "_1", "1_", "∞"]:
    for base in [10, 0, 16, 36, 2]:
        try:
            print(repr(text), base, int(text, base), end=" ")
        except ValueError as error:
            print(repr(text), base, "!", end=" ")
    print()
print(sum(map(int, str(2**100))), [int(d) for d in str(9876)], int("".join(reversed(str(1234)))), str(10**50)[:5], len(str(7**100)))
print(int(1e15), int(1e16), int(123456789.99), int(-0.5), round(1e15 + 0.3), 10**15 == 1e15, 2**53 + 1 == float(2**53 + 1))
print(divmod(-(10**20), 3), -(10**20) % 7, (10**20) ** 2 // 10**35, 2**200 >> 190, (1 << 100) & ~(1 << 100), -1 >> 1000, 3**40 % 1000)
print(12345678901234567890 * 98765432109876543210, 10**30 - 1, -(7**30), 5**30 // 3**20, 999999999999 * 999999999999)
print([2**k for k in range(44, 52)], [2**k - 1 for k in (15, 16, 31, 32, 47, 48, 63, 64)], [-(2**k) for k in (31, 47, 48, 63)])
print(0.1 + 10**16, 10**16 + 1.0, 3 * 10**18 // 7, (-3) ** 33, (-2) ** 64, 17**13 % 10**9)
