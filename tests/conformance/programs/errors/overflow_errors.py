# Numbers too large for what they are used for.
# covers: OverflowError
for text in ["10.0 ** 400", "2.0 ** 5000", "float(10 ** 400)", "10 ** 400 / 3", "10 ** 400 * 1.0", "1e308 * 10", "int(float('inf'))", "round(float('inf'))", "math.exp(1000)", "math.factorial(20)", "'a' * 10 ** 20", "[0] * 10 ** 20", "math.pow(10, 400)", "math.cosh(1000)", "range(10 ** 10)[10 ** 9]", "[1][10 ** 30:]", "(300).to_bytes(1, 'big')", "(-1).to_bytes(1, 'big')", "chr(10 ** 12)", "(10 ** 400) ** 0.5", "1e200 ** 2", "-1e308 * 10", "math.ldexp(1.0, 5000)", "math.floor(float('inf'))", "math.ceil(float('nan'))", "10 ** 400 > 1e308", "10 ** 400 == float('inf')", "float('1e400')", "int('9' * 20)", "hash(10 ** 400) == hash(10 ** 400)", "1 << 100", "2 ** -2000", "math.hypot(1e200, 1e200)", "(1e308 + 1e308)", "sum([1e308, 1e308])", "math.fsum([1e308, 1e308])", "math.sqrt(10 ** 400)", "math.log(10 ** 400)", "math.log10(10 ** 400)", "math.isqrt(10 ** 40)", "1e308 + 10 ** 400", "divmod(10 ** 400, 7.0)", "10 ** 400 // 1.5", "complex(1e200, 1) ** 2", "abs(complex(1e308, 1e308))"]:
    try:
        print(text, "=", eval(text, {"math": __import__("math")}))
    except (OverflowError, MemoryError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
factor = 10.0
for power in range(100, 500, 100):
    print(power, factor**power)
