# The tower of numbers: isinstance asks it, and classes of numbers may derive from it.
from abc import ABCMeta

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _abstract(name):
    def method(self, *arguments):
        raise NotImplementedError

    method.__name__ = name
    method.__isabstractmethod__ = True
    return method


class Number(metaclass=ABCMeta):
    "Any number."

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    "Numbers with a real and an imaginary part."

    __slots__ = ()
    for _name in "complex add radd neg pos mul rmul truediv rtruediv pow rpow abs eq".split():
        vars()[f"__{_name}__"] = _abstract(f"__{_name}__")
    real, imag, conjugate = property(_abstract("real")), property(_abstract("imag")), _abstract("conjugate")

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    "Numbers on a line."

    __slots__ = ()
    for _name in "float trunc floor ceil round floordiv rfloordiv mod rmod lt le".split():
        vars()[f"__{_name}__"] = _abstract(f"__{_name}__")

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    "Fractions of integers."

    __slots__ = ()
    numerator, denominator = property(_abstract("numerator")), property(_abstract("denominator"))

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    "Integers."

    __slots__ = ()
    for _name in "int pow lshift rlshift rshift rrshift and rand xor rxor or ror invert".split():
        vars()[f"__{_name}__"] = _abstract(f"__{_name}__")

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
