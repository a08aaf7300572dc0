# The tower of numbers, asked by isinstance.
class _Tower:
    _kinds = ()

    @classmethod
    def __meta_instancecheck__(cls, value):
        return isinstance(value, cls._kinds)


class Number(_Tower):
    "Any number."

    _kinds = (int, float, complex)


class Complex(Number):
    _kinds = (int, float, complex)


class Real(Complex):
    _kinds = (int, float)


class Rational(Real):
    _kinds = (int,)


class Integral(Rational):
    _kinds = (int,)
