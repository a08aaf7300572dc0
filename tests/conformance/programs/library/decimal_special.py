# Infinities, NaNs, signed zeros and questions about numbers.
# covers: decimal
from decimal import Decimal, getcontext

inf, nan, zero = Decimal("Infinity"), Decimal("NaN"), Decimal("-0")
print(inf + 1, -inf * 2, 5 / inf, inf // 2, Decimal(7) % inf, nan + 1, nan * 0, inf > 10**100, -inf < -1e300)
print(nan == nan, nan != nan, nan in [nan], inf == float("inf"), zero == 0, zero, zero + 0, -zero, hash(inf), hash(zero))
print(Decimal(1).compare(2), nan.compare(1), Decimal("1.0").compare_total(Decimal(1)), Decimal(1).max(nan), Decimal(3).min(2))
print(Decimal(-5).max_mag(3), Decimal(-5).min_mag(3), Decimal("NaN123") + 1, abs(Decimal("-NaN7")))
for number in [Decimal("1.5"), zero, inf, -inf, nan, Decimal("sNaN"), Decimal("1E-1000000")]:
    asked = ["is_finite", "is_infinite", "is_nan", "is_qnan", "is_snan", "is_signed", "is_zero", "is_normal", "is_subnormal"]
    print(number, number.number_class(), [name[3:] for name in asked if getattr(number, name)()])
print(Decimal("1.5").copy_sign(Decimal(-2)), Decimal(-3).copy_abs(), Decimal(3).copy_negate(), Decimal("1.5").same_quantum(Decimal("0.1")))
print(Decimal(1).real, Decimal(1).imag, Decimal("2.5").conjugate(), Decimal(5).radix(), Decimal("0.00").adjusted())
print(Decimal(1011).logical_and(1101), Decimal(1011).logical_xor(1101), Decimal(0).logical_invert())
tiny = Decimal("1E-999999")
print(tiny / 1000, tiny / Decimal("1e30"), Decimal("9.99E+999999").next_plus(), getcontext().Emax, getcontext().Emin)
print(float(nan), float(-inf), [Decimal(x) for x in (1e22, 1e-7, 123.456)])
