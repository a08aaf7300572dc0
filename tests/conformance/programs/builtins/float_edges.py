# Floats at the edges: hexadecimal texts that are rounded once, and lengths that are almost too large.
# covers: numbers
import math

for text in ("0x1.fffffffffffff8p0", "0x1.fffffffffffff7ffffffffffp0", "0x0.00000000000008p-1022", "0x1p-1075", "0x1.8p-1075", "0x1.00000000000000000001p-1075",
             "0x0.fffffffffffff8p-1022", "0x1p-99999999999999999999", "-.8p1", "1.", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "0x1p+5", "0x0p99999999999", " -Inf ", "+nan",
             "0x1.fffffffffffffp1023", "0x1.fffffffffffff8p1023", "0x1p1024", "0x", "0x.p1", "1p", "0x1p1_0", "0x1 0", "0x1p 5", ""):
    try:
        print(text, float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(text, type(error).__name__, error)

big, tiny = 1.7e308, 5e-324
print(math.hypot(big, big), math.hypot(big, 1.0), math.hypot(big / 4, big / 4, big / 4), math.hypot(tiny, tiny), math.hypot(3e-320, 4e-320))
print(math.dist([big], [-big]), math.dist([big, 0.0], [0.0, big]), math.degrees(-big), math.radians(big))
