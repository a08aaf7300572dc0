# Functions of complex numbers. Parts that are infinite or not a number follow C99, as the tables below say.
import math as _math
from math import atan2 as _atan2
from math import copysign as _copysign
from math import e, inf, isfinite as _finite, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)

_LN2 = _math.log(2.0)
_LN10 = _math.log(10.0)
# Beyond these, squares and exponentials of parts overflow.
_LARGE = 1.7976931348623157e308 / 4
_LOG_LARGE = _math.log(_LARGE)
_SMALL = 2.0**-1022


def phase(z, /):
    "The angle of a number."
    z = _complex(z)
    return _atan2(z.imag, z.real)


def polar(z, /):
    "The absolute value and the angle."
    z = _complex(z)
    if not isinf(z):
        _checked(_math.hypot(z.real, z.imag), 0.0)
    return abs(z), _atan2(z.imag, z.real)


def rect(r, phi, /):
    "The number with this absolute value and this angle."
    r, phi = float(r), float(phi)
    if not _finite(r) or not _finite(phi):
        if r and r == r and _math.isinf(phi):
            raise ValueError("math domain error")
        if _math.isinf(r) and phi == phi:
            cos, sin = _copysign(inf, _math.cos(phi)), _copysign(inf if phi else 0.0, _math.sin(phi))
            return complex(cos, sin) if r > 0 else complex(-cos, -sin)
        if not r:
            return 0j
        return complex(abs(r) if r in (inf, -inf) else nan, nan if phi else 0.0)
    return complex(r * _math.cos(phi), r * _math.sin(phi)) if phi else complex(r, r * phi)


def isfinite(z, /):
    "Whether both parts are finite."
    z = _complex(z)
    return _finite(z.real) and _finite(z.imag)


def isinf(z, /):
    "Whether a part is infinite."
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    "Whether a part is not a number."
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    "Whether two numbers are near each other."
    a, b = _complex(a), _complex(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def _complex(z):
    if isinstance(z, complex):
        return z
    if isinstance(z, (int, float)) or hasattr(z, "__complex__"):
        return complex(z)
    if hasattr(z, "__float__") or hasattr(z, "__index__"):
        return complex(float(z))
    raise TypeError(f"must be real number, not {type(z).__name__}")


def _scaled_log(a, b):
    # log(hypot(a, b)) without overflow, and exact near 1.
    a, b = abs(a), abs(b)
    if a > _LARGE or b > _LARGE:
        return _math.log(_math.hypot(a / 2, b / 2)) + _LN2
    if a < _SMALL and b < _SMALL:
        return _math.log(_math.hypot(_math.ldexp(a, 53), _math.ldexp(b, 53))) - 53 * _LN2
    length = _math.hypot(a, b)
    if 0.71 <= length <= 1.73:
        large, small = (a, b) if a > b else (b, a)
        return _math.log1p((large - 1) * (large + 1) + small * small) / 2
    return _math.log(length)


def log(z, base=None, /):
    "The natural logarithm, or that to a base."
    z = _complex(z)
    if base is not None:
        base = _complex(base)
        return log(z) / log(base)
    if isinf(z):
        return complex(inf, _atan2(z.imag, z.real))
    if isnan(z):
        return complex(nan, nan)
    if not z:
        raise ValueError("math domain error")
    return complex(_scaled_log(z.real, z.imag), _atan2(z.imag, z.real))


def log10(z, /):
    "The logarithm to the base 10."
    result = log(z)
    return complex(result.real / _LN10, result.imag / _LN10)


def sqrt(z, /):
    "The square root."
    z = _complex(z)
    a, b = z.real, z.imag
    if _math.isinf(b):
        return complex(inf, b)
    if _math.isinf(a):
        if a > 0:
            return complex(a, b if b != b else _copysign(0.0, b))
        return complex(nan if b != b else 0.0, _copysign(inf, b))
    if isnan(z):
        return complex(nan, nan)
    if not z:
        return complex(0.0, b)
    x, y = abs(a), abs(b)
    if x < _SMALL and y < _SMALL:
        # Subnormal: scaled up by a power of two, and back by half of it; the odd one is the 2 of the formula.
        x = _math.ldexp(x, 53)
        root = _math.ldexp(_math.sqrt(x + _math.hypot(x, _math.ldexp(y, 53))), -27)
    else:
        x /= 8.0
        root = 2.0 * _math.sqrt(x + _math.hypot(x, y / 8.0))
    other = y / (2.0 * root)
    if a >= 0.0:
        return complex(root, _copysign(other, b))
    return complex(other, _copysign(root, b))


def exp(z, /):
    "e to the power of z."
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        return _special_exp(a, b)
    if a > _LOG_LARGE:
        size = _math.exp(a - 1.0)
        return _checked(size * _math.cos(b) * e, size * _math.sin(b) * e)
    size = _math.exp(a)
    return _checked(size * _math.cos(b), size * _math.sin(b))


def _special_exp(a, b):
    if _math.isinf(b):
        if a == -inf:
            return complex(0.0, 0.0)
        if a != a:
            return complex(nan, nan)
        raise ValueError("math domain error")
    if a == -inf:
        return complex(0.0, 0.0) if b != b else complex(_copysign(0.0, _math.cos(b)), _copysign(0.0, _math.sin(b)))
    if a == inf:
        if b != b:
            return complex(inf, nan)
        return complex(_copysign(inf, _math.cos(b)), _copysign(inf, _math.sin(b)) if b else b)
    return complex(nan, b if b == 0 else nan)


def _checked(a, b):
    if _math.isinf(a) or _math.isinf(b):
        raise OverflowError("math range error")
    return complex(a, b)


def cosh(z, /):
    "The hyperbolic cosine."
    return _hyperbolic(z, True)


def sinh(z, /):
    "The hyperbolic sine."
    return _hyperbolic(z, False)


def _hyperbolic(z, even):
    # cosh when even, else sinh.
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        return _special_hyperbolic(a, b, even)
    own, other = (_math.cosh, _math.sinh) if even else (_math.sinh, _math.cosh)
    cos, sin = _math.cos(b), _math.sin(b)
    if abs(a) > _LOG_LARGE:
        shifted = a - _copysign(1.0, a)
        return _checked(cos * own(shifted) * e, sin * other(shifted) * e)
    return _checked(cos * own(a), sin * other(a))


def _special_hyperbolic(a, b, even):
    # cosh when even, else sinh.
    if _math.isinf(b):
        if a != a:
            return complex(nan, nan)
        raise ValueError("math domain error")
    if _math.isinf(a):
        if b != b:
            return complex(inf, nan)
        if not b:
            return complex(inf, a * b and 0.0 or _copysign(0.0, a) * _copysign(1.0, b)) if even else complex(a, b)
        cos, sin = _copysign(inf, _math.cos(b)), _copysign(inf, _math.sin(b))
        return complex(cos, sin if a > 0 else -sin) if even else complex(cos if a > 0 else -cos, sin)
    if even:
        return complex(nan, 0.0 if not a or not b else nan)
    return complex(nan if a else 0.0, b if not b else nan)


def tanh(z, /):
    "The hyperbolic tangent."
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        if _math.isinf(a):
            if _finite(b) and b:
                return complex(_copysign(1.0, a), _copysign(0.0, 2.0 * _math.sin(b) * _math.cos(b)))
            return complex(_copysign(1.0, a), _copysign(0.0, b) if b == 0 else 0.0)
        if _math.isinf(b) and a == a:
            raise ValueError("math domain error")
        return complex(nan, b if not b else nan)
    if abs(a) > _LOG_LARGE:
        return complex(_copysign(1.0, a), 4.0 * _math.sin(b) * _math.cos(b) * _math.exp(-2.0 * abs(a)))
    tan_h, tan = _math.tanh(a), _math.tan(b)
    shrink = 1.0 / _math.cosh(a)
    product = tan_h * tan
    size = 1.0 + product * product
    return complex(tan_h * (1.0 + tan * tan) / size, tan / size * shrink * shrink)


def _turned(z):
    # z times i.
    return complex(-z.imag, z.real)


def _turned_back(z):
    return complex(z.imag, -z.real)


def cos(z, /):
    "The cosine."
    return cosh(_turned(_complex(z)))


def sin(z, /):
    "The sine."
    return _turned_back(sinh(_turned(_complex(z))))


def tan(z, /):
    "The tangent."
    return _turned_back(tanh(_turned(_complex(z))))


def acos(z, /):
    "The arc cosine."
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        if _math.isinf(b):
            angle = nan if a != a else _atan2(abs(b), a)
            return complex(angle, -b)
        if _math.isinf(a):
            return complex(nan if b != b else 0.0 if a > 0 else pi, inf if b != b else -_copysign(inf, b))
        return complex(pi / 2 if not a else nan, nan)
    if abs(a) > _LARGE or abs(b) > _LARGE:
        real = _atan2(abs(b), a)
        return complex(real, -_copysign(_math.log(_math.hypot(a / 2, b / 2)) + 2 * _LN2, b))
    left, right = sqrt(complex(1.0 - a, -b)), sqrt(complex(1.0 + a, b))
    real = 2.0 * _atan2(left.real, right.real)
    return complex(real, _math.asinh(right.real * left.imag - right.imag * left.real))


def acosh(z, /):
    "The inverse hyperbolic cosine."
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        if _math.isinf(a) or _math.isinf(b):
            angle = nan if a != a or b != b else _atan2(b, a)
            return complex(inf, angle)
        return complex(nan, nan)
    if abs(a) > _LARGE or abs(b) > _LARGE:
        return complex(_math.log(_math.hypot(a / 2, b / 2)) + 2 * _LN2, _atan2(b, a))
    left, right = sqrt(complex(a - 1.0, b)), sqrt(complex(a + 1.0, b))
    real = _math.asinh(left.real * right.real + left.imag * right.imag)
    return complex(real, 2.0 * _atan2(left.imag, right.real))


def asinh(z, /):
    "The inverse hyperbolic sine."
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        if _math.isinf(a):
            return complex(a, nan if b != b else _copysign(_atan2(abs(b), abs(a)), b))
        if _math.isinf(b):
            return complex(inf if a != a else _copysign(inf, a), nan if a != a else _copysign(pi / 2, b))
        return complex(nan, b if not b else nan)
    if abs(a) > _LARGE or abs(b) > _LARGE:
        size = _math.log(_math.hypot(a / 2, b / 2)) + 2 * _LN2
        return complex(_copysign(size, a), _atan2(b, abs(a)))
    left, right = sqrt(complex(1.0 + b, -a)), sqrt(complex(1.0 - b, a))
    real = _math.asinh(left.real * right.imag - right.real * left.imag)
    return complex(real, _atan2(b, left.real * right.real - left.imag * right.imag))


def asin(z, /):
    "The arc sine."
    return _turned_back(asinh(_turned(_complex(z))))


def atanh(z, /):
    "The inverse hyperbolic tangent."
    z = _complex(z)
    a, b = z.real, z.imag
    if not _finite(a) or not _finite(b):
        if _math.isinf(b):
            return complex(_copysign(0.0, a) if a == a else 0.0, _copysign(pi / 2, b))
        if _math.isinf(a):
            return complex(_copysign(0.0, a), nan if b != b else _copysign(pi / 2, b))
        return complex(a if not a else nan, nan)
    if a < 0.0 or not a and _copysign(1.0, a) < 0.0:
        return -atanh(-z)
    size = abs(b)
    if a > 2.0**511 or size > 2.0**511:
        length = _math.hypot(a / 2.0, b / 2.0)
        return complex(a / 4.0 / length / length, -_copysign(pi / 2, -b))
    if a == 1.0 and size < 2.0**-511:
        if not size:
            raise ValueError("math domain error")
        real = -_math.log(_math.sqrt(size) / _math.sqrt(_math.hypot(size, 2.0)))
        return complex(real, _copysign(_atan2(2.0, -size) / 2, b))
    real = _math.log1p(4.0 * a / ((1.0 - a) * (1.0 - a) + size * size)) / 4.0
    return complex(real, -_atan2(-2.0 * b, (1.0 - a) * (1.0 + a) - size * size) / 2.0)


def atan(z, /):
    "The arc tangent."
    return _turned_back(atanh(_turned(_complex(z))))
