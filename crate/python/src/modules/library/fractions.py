# Rational numbers.
from math import gcd as _gcd
from numbers import Rational as _Rational

__all__ = ["Fraction"]


def _parse(text):
    stripped = text.strip()
    sign = 1
    rest = stripped
    if rest[:1] in ("+", "-"):
        sign = -1 if rest[0] == "-" else 1
        rest = rest[1:]
    try:
        if "/" in rest:
            numerator, denominator = rest.split("/")
            if not (numerator[:1].isdigit() and denominator[:1].isdigit()):
                raise ValueError
            return sign * int(numerator), int(denominator)
        mantissa, exponent = rest, 0
        for mark in ("e", "E"):
            if mark in rest:
                mantissa, exponent = rest.split(mark)
                exponent = int(exponent)
                break
        whole, _, decimals = mantissa.partition(".")
        if not (whole or decimals) or not (whole[:1] or "0").isdigit() or not (decimals[:1] or "0").isdigit():
            raise ValueError
        numerator = int((whole + decimals).replace("_", ""))
        scale = exponent - len(decimals.replace("_", ""))
        if scale >= 0:
            return sign * numerator * 10**scale, 1
        return sign * numerator, 10**-scale
    except ValueError:
        raise ValueError(f"Invalid literal for Fraction: {text!r}") from None


class Fraction:
    "A rational number."

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            if isinstance(numerator, int):
                numerator, denominator = int(numerator), 1
            elif isinstance(numerator, Fraction):
                numerator, denominator = numerator._numerator, numerator._denominator
            elif hasattr(numerator, "as_integer_ratio"):
                # Floats and decimals.
                numerator, denominator = numerator.as_integer_ratio()
            elif isinstance(numerator, _Rational):
                numerator, denominator = numerator.numerator, numerator.denominator
            elif isinstance(numerator, str):
                text = numerator
                numerator, denominator = _parse(text)
                if denominator == 0:
                    raise ZeroDivisionError(f"Fraction({numerator}, 0)")
                divisor = _gcd(numerator, denominator)
                numerator //= divisor
                denominator //= divisor
            else:
                raise TypeError("argument should be a string or a Rational instance")
            object.__setattr__(self, "_numerator", numerator)
            object.__setattr__(self, "_denominator", denominator)
            return self
        if not (isinstance(numerator, int) and isinstance(denominator, int)):
            if not (isinstance(numerator, _Rational) and isinstance(denominator, _Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (
                numerator.numerator * denominator.denominator,
                denominator.numerator * numerator.denominator,
            )
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        divisor = _gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        self._numerator = numerator // divisor
        self._denominator = denominator // divisor
        return self

    @classmethod
    def from_float(cls, f):
        "The exact value of a float."
        if not isinstance(f, (int, float)):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        "The exact value of a decimal."
        from decimal import Decimal

        if not isinstance(dec, (int, Decimal)):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls(*dec.as_integer_ratio())

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return self

    def __complex__(self):
        return complex(float(self))

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        "The closest fraction with a denominator of at most this."
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound1 = Fraction(p0 + k * p1, q0 + k * q1)
        bound2 = Fraction(p1, q1)
        return bound2 if abs(bound2 - self) <= abs(bound1 - self) else bound1

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def __add__(self, other):
        if isinstance(other, Fraction):
            return Fraction(
                self._numerator * other._denominator + other._numerator * self._denominator,
                self._denominator * other._denominator,
            )
        if isinstance(other, int):
            return Fraction(self._numerator + other * self._denominator, self._denominator)
        if isinstance(other, (float, complex)):
            return float(self) + other
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, (Fraction, int)):
            return self + -other
        if isinstance(other, (float, complex)):
            return float(self) - other
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, int):
            return -self + other
        if isinstance(other, (float, complex)):
            return other - float(self)
        return NotImplemented

    def __mul__(self, other):
        if isinstance(other, Fraction):
            return Fraction(self._numerator * other._numerator, self._denominator * other._denominator)
        if isinstance(other, int):
            return Fraction(self._numerator * other, self._denominator)
        if isinstance(other, (float, complex)):
            return float(self) * other
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, (Fraction, int)) and other == 0 and self._numerator:
            sign = 1 if self._numerator > 0 else -1
            raise ZeroDivisionError(f"Fraction({sign}, 0)")
        if isinstance(other, Fraction):
            return Fraction(self._numerator * other._denominator, self._denominator * other._numerator)
        if isinstance(other, int):
            return Fraction(self._numerator, self._denominator * other)
        if isinstance(other, (float, complex)):
            return float(self) / other
        return NotImplemented

    def __rtruediv__(self, other):
        if isinstance(other, int):
            return Fraction(other * self._denominator, self._numerator)
        if isinstance(other, (float, complex)):
            return other / float(self)
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, (Fraction, int)):
            return (self._numerator * other.denominator) // (self._denominator * other.numerator)
        if isinstance(other, float):
            return float(self) // other
        return NotImplemented

    def __rfloordiv__(self, other):
        if isinstance(other, int):
            return (other * self._denominator) // self._numerator
        if isinstance(other, float):
            return other // float(self)
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, (Fraction, int)):
            denominator = self._denominator * other.denominator
            return Fraction(
                self._numerator * other.denominator % (other.numerator * self._denominator), denominator
            )
        if isinstance(other, float):
            return float(self) % other
        return NotImplemented

    def __rmod__(self, other):
        if isinstance(other, int):
            return Fraction(other) % self
        if isinstance(other, float):
            return other % float(self)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, (Fraction, int)):
            return self // other, self % other
        return divmod(float(self), other) if isinstance(other, float) else NotImplemented

    def __rdivmod__(self, other):
        if isinstance(other, int):
            return other // self, other % self
        return divmod(other, float(self)) if isinstance(other, float) else NotImplemented

    def __rdivmod__(self, other):
        if isinstance(other, int):
            return divmod(Fraction(other), self)
        if isinstance(other, float):
            return divmod(other, float(self))
        return NotImplemented

    def __pow__(self, other):
        if isinstance(other, Fraction):
            if other._denominator != 1:
                return float(self) ** float(other)
            other = other._numerator
        if isinstance(other, int):
            if other >= 0:
                return Fraction(self._numerator**other, self._denominator**other)
            if self._numerator == 0:
                raise ZeroDivisionError(f"Fraction({self._denominator ** -other}, 0)")
            return Fraction(self._denominator**-other, self._numerator**-other)
        if isinstance(other, (float, complex)):
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other**self._numerator
        if isinstance(other, int):
            return float(other) ** float(self)
        return other ** float(self)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    __int__ = __trunc__

    def __float__(self):
        return self._numerator / self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            if remainder * 2 < self._denominator:
                return floor
            if remainder * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        modulus = 2**61 - 1
        if self._denominator == 1:
            return hash(self._numerator)
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, complex) and not other.imag:
            other = other.real
        if isinstance(other, int):
            return self._numerator == other and self._denominator == 1
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, float):
            if other != other or other in (float("inf"), float("-inf")):
                return 0.0 == other
            return self == Fraction(other)
        return NotImplemented

    def _difference(self, other):
        # Zero, negative or positive like self - other; None when they cannot be compared.
        if isinstance(other, (int, Fraction)):
            return self._numerator * other.denominator - other.numerator * self._denominator
        if isinstance(other, float):
            if other != other or other in (float("inf"), float("-inf")):
                return 0.0 - other
            return self._difference(Fraction(other))
        return None

    def __lt__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference < 0

    def __gt__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference > 0

    def __le__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference <= 0

    def __ge__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference >= 0

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_Rational.register(Fraction)
