# All ways to write a number.
# covers: numbers, repr of numbers
print(0, 7, 1_000_000, 0b1010, 0B11, 0o17, 0O7, 0xFF, 0Xab, 0b1111_0000, 0x_ff, 00, 0_0)
print(1.0, 1., .5, 1e3, 1E3, 1e-3, 1_0.0_1, 1_0e1_0, 0.0, 3.14e2, 1e+2)
print(1j, 1.5j, 1e2j, 0j, .5J, 1_0j)
print(123456789012345678901234567890, 0xFFFFFFFFFFFFFFFFFFFF, 0b1 << 80, 10**30)
print(1e400, -1e400, 1e-400, 1e308, 2.2250738585072014e-308, 5e-324)
print(0.1, 0.2, 0.30000000000000004, 1 / 3, 2 / 3, 1e21, 1e22, 123456.789e3, 100000000000000000.0)
print(1e15, 1e16, 1.5e16, 123456789012345680.0, 9007199254740993.0, 0.00001, 0.0001, 0.00012345)
print(-0.0, 0.0 == -0.0, 3.0, 3.10, 1e0, 1.0e10, 12345678.9)
print(True, False, True + 1, -True)
for text in ["0777", "1__0", "1_", "0x", "0b2", "0o8", "1e", "0xg", "1.2.3", "12abc", "0b", "1_000_", "0_7", "1.e", "5in", "0_x1"]:
    try:
        print(text, eval(text))
    except SyntaxError as error:
        print(text, "->", error.msg)
print(5 .real, 5..real, 5.0.real, (5).real, 0x5.real)
print(2**63, 2**63 - 1, -(2**63), 2**64, 281474976710655, 281474976710656, -281474976710657)
print(type(1), type(1.0), type(1j), type(True))
print(repr(1e5), str(1e5), [1.0, 2], (0.5,), {1.5: 2.5})
print(float("1e5"), int("0b11", 0), int("1_0"), complex("1+1j"))
