# Integers: constructor, bases, methods.
# covers: int methods, int
print(int(), int(3.9), int(-3.9), int("42"), int("  -7 "), int("1_000"), int(True), int(b"12"), int("٣"))
print(int("ff", 16), int("0xff", 16), int("0xff", 0), int("0b101", 0), int("101", 2), int("z", 36), int("0o17", 0), int("-0x10", 0), int("+5"))
print((10).bit_length(), (0).bit_length(), (-8).bit_length(), (10).bit_count(), (255).to_bytes(2, "big"), (255).to_bytes(2, "little"), (5).to_bytes())
print((-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2], "little"))
print((7).as_integer_ratio(), (7).conjugate(), (7).real, (7).imag, (7).numerator, (7).denominator)
print((7).__add__(3), (7).__floor__(), int.__mul__(3, 4), (5).__str__(), (5).__index__(), (-5).__abs__(), (7).__divmod__(2), (3).__add__("a"))
print(str(10**25), repr(-(10**25)), int("9" * 30), len(str(2**1000)), hash(5), hash(-1), hash(2**61 - 1))
for text in ["int('abc')", "int('')", "int('1.5')", "int('12', 1)", "int('2', 2)", "int(None)", "int([])", "int('0x1')", "int(5, 10)", "int('5', '10')", "int(float('inf'))",
             "int(float('nan'))", "(1).foo", "(300).to_bytes(1, 'big')", "(-1).to_bytes(1, 'big')", "(1).to_bytes(1, 'middle')", "int('1__0')", "int('_1')", "int('5', 37)",
             "int(1j)", "int('a' * 30)", "int(b'x')", "int('12 3')", "int('', 16)", "int.from_bytes('a', 'big')", "int(x=5)", "int('1', base='a')", "int({})", "int('−5')",
             "(5)()", "5[0]", "len(5)", "5 + 'a'", "5 in 5", "for_ in 5"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
class Celsius:
    def __int__(self):
        return 21
    def __index__(self):
        return 3
print(int(Celsius()), [10, 20, 30, 40][Celsius()], range(10)[Celsius()], bin(Celsius()), "x" * Celsius())
class Truncated:
    def __trunc__(self):
        return 9
print(isinstance(True, int), int.__name__, type(5) is int, issubclass(bool, int))
print(1000000000000000000000 == 10**21, 10**21 > 1e20, -7 // 2, -7 % 2, 7 ** 0, (-7) ** 3)
