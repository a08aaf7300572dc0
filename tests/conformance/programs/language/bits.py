# Bit operations, masks and sets of flags.
# covers: bit operations
a, b = 0b1100, 0b1010
print(bin(a & b), bin(a | b), bin(a ^ b), bin(~a), bin(a << 2), bin(a >> 2))
print(~0, ~-1, -5 & 3, -5 | 3, -5 ^ 3, -5 >> 1, -5 << 1)
print(f"{a:08b} {b:#x} {255:X} {8:o} {a:#010b}")


def bits(n):
    return [i for i in range(n.bit_length()) if n >> i & 1]


print(bits(0), bits(1), bits(0b10110), bits(1 << 40))
print((1 << 64) - 1, (1 << 64) | 1, 1 << 100 & 1 << 100, (-1 << 65) >> 64)
print(0xFFFFFFFFFFFFFFFFFFFF & 0xFF00FF, 0xFFFFFFFFFFFFFFFFFFFF ^ 1, -(1 << 70) & 0xFFFF)
print((255).bit_length(), (255).bit_count(), (-256).bit_length(), (0).bit_length())
print(True & False, True | False, True ^ True, True & 1, 6 & True)


def popcount(n):
    count = 0
    while n:
        n &= n - 1
        count += 1
    return count


print([popcount(n) for n in range(17)])


def gray(n):
    return [f"{i ^ i >> 1:0{n}b}" for i in range(1 << n)]


print(gray(3))
READ, WRITE, RUN = 1, 2, 4
mode = READ | RUN
print(mode, bool(mode & WRITE), mode | WRITE, mode & ~READ, mode ^ RUN)
x = 0x12345678
print(hex(x & 0xFF), hex(x >> 16 & 0xFFFF), hex((x << 8 | x >> 24) & 0xFFFFFFFF))


def fnv(text):
    h = 0xCBF29CE484222325
    for byte in text.encode():
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


print(hex(fnv("")), hex(fnv("a")), hex(fnv("taskyard")))
for text in ["1 << -1", "1 >> -1", "1.0 & 1", "1 | 2.0", "~1.5", "'a' << 1", "1 << 'a'", "[] ^ []"]:
    try:
        print(eval(text))
    except (ValueError, TypeError) as error:
        print(text, "->", error)
subsets = [[c for i, c in enumerate("abc") if m >> i & 1] for m in range(8)]
print(subsets)
