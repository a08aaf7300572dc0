# The tower of numbers, asked by isinstance.
from abc import ABCMeta


class Number(metaclass=ABCMeta):
    "Any number."

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    "Numbers with a real and an imaginary part."

    __slots__ = ()


class Real(Complex):
    "Numbers on a line."

    __slots__ = ()


class Rational(Real):
    "Fractions of integers."

    __slots__ = ()


class Integral(Rational):
    "Integers."

    __slots__ = ()


Complex.register(complex)
Real.register(float)
Integral.register(int)
