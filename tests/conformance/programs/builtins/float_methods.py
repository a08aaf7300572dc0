# Floats: constructor, methods, special values.
# covers: float methods, float
print(float(), float(3), float("2.5"), float(" -1e3 "), float("inf"), float("-Infinity"), float("nan"), float("1_0.5"), float(".5"), float("5."), float(True))
print((2.0).is_integer(), (2.5).is_integer(), float("inf").is_integer(), (0.75).as_integer_ratio(), (-0.1).as_integer_ratio())
print((0.1).hex(), (1.0).hex(), (-2.5).hex(), (0.0).hex(), float("inf").hex(), float.fromhex("0x1.8p3"), float.fromhex("-0x.1p0"), float.fromhex("10"))
print((2.5).real, (2.5).imag, (2.5).conjugate(), (7.9).__trunc__(), (7.5).__floor__(), (7.5).__ceil__(), (2.675).__round__(2), (2.5).__round__())
print(1e16, 1e15, 1e22, 1e23, 123456789.123456789, 1.0, 100.0, 1e100, 1e-4, 1e-5, 0.1 + 0.2, 5e-324, 1.7976931348623157e308, -0.0)
print(3.0 // 2, -3.0 // 2, 3.5 % 2, -3.5 % 2, 2.0**10, 2.0**-1, 10.0 / 4, 1e308 * 10, divmod(7.5, 2))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234.567, -2), round(1e20), round(0.5), round(1.5, 0), round(5.0), type(round(5.0)).__name__)
print(0.1 == 1 / 10, 0.1 + 0.2 == 0.3, 1.0 == 1, abs(0.1 + 0.2 - 0.3) < 1e-9, 0.0 == -0.0, float("inf") == float("inf"), 2**53 == 2.0**53)
nan = float("nan")
print(nan == nan, nan < 1, nan != nan, max(1, nan), min(nan, 1), nan in [nan], sorted([3, 1.5, -2.0]))
print(hash(1.0) == hash(1), hash(0.5), hash(float("inf")), {1: "int", 1.0: "float"}, hash(-0.0), hash(1e300))
for text in ["float('abc')", "float('')", "float(None)", "float([])", "float('1.2.3')", "float(1j)", "1.0 / 0", "1.0 // 0", "1.0 % 0", "float('1e')", "(1.5).foo", "1.5 + 'a'",
             "float('nan').as_integer_ratio()", "float('inf').as_integer_ratio()", "round(float('nan'))", "round(float('inf'))", "round(1.5, 'a')", "1.5 & 1", "1.5[0]", "float(1, 2)",
             "'a' * 1.5", "range(1.5)", "[1][0.0]", "10.0 ** 1000", "float(10 ** 400)", "float.fromhex('x')", "1.5 << 1", "float('0x10')", "int('1.5')", "2.5 @ 1", "float('--1')"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
class Meter:
    def __float__(self):
        return 2.5
print(float(Meter()), isinstance(1.0, float), isinstance(1, float), type(1.0).__name__, float.__name__, bool(0.0), bool(0.1), str(1.10), repr(1e3))
print([x / 4 for x in range(5)], sum([0.1] * 3), 1e3 == 1000, 7 // 2.0, 2 * 3.5, -7.5 // 2, 1 / 3)
