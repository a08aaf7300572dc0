# The last part of `decimal`: the number class, and what contexts can do.
import numbers as _numbers
from collections import namedtuple as _namedtuple
from math import gcd as _gcd

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_MODULUS = 2**61 - 1
_KINDS = {"F": 1, "n": _NAN, "N": _SNAN}


def _from_int(n):
    return _make(int(n < 0), abs(n), 0)


def _from_float(f):
    if f != f:
        return _make(0, 0, 0, _NAN)
    if f in (_INFINITY, -_INFINITY):
        return _make(int(f < 0), 0, 0, 1)
    n, denominator = abs(f).as_integer_ratio()
    places = denominator.bit_length() - 1
    sign = int(f < 0 or not f and str(f)[0] == "-")
    return _make(sign, n * 5**places, -places)


_INFINITY = float("inf")


def _from_tuple(parts):
    if len(parts) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = parts
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if not isinstance(exp, (str, int)):
        raise ValueError("exponent must be an integer")
    kind = 0
    if isinstance(exp, str):
        if exp not in _KINDS:
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        kind = _KINDS[exp]
    n = 0
    if kind != 1:
        if not isinstance(digits, (tuple, list)):
            raise ValueError("coefficient must be a tuple of digits")
        for digit in digits:
            if not isinstance(digit, int) or not 0 <= digit <= 9:
                raise ValueError("coefficient must be a tuple of digits")
            n = n * 10 + digit
    return _make(sign, n, 0 if kind else exp, kind)


def _from_text(text, context):
    found = _scan(text)
    if found is None:
        return _bad(context, _SYNTAX)
    sign, n, exp, kind = found
    if not kind and not (MIN_ETINY <= exp and exp + (_digits(n) if n else 1) - 1 <= MAX_EMAX):
        return _bad(context)
    return _make(sign, n, exp, kind)


def _exactly(value, context):
    # Any value that a number is made of, without rounding.
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _from_int(value)
    if isinstance(value, str):
        return _from_text(value, context)
    if isinstance(value, float):
        _signal(context, _FLOAT)
        return _from_float(value)
    if isinstance(value, (tuple, list)):
        return _from_tuple(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _decimal(value):
    # An argument of a method.
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _from_int(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _operator(operation):
    def forward(self, other):
        if not isinstance(other, Decimal):
            if not isinstance(other, int):
                return NotImplemented
            other = _from_int(other)
        return operation(self, other, _current)

    def reflected(self, other):
        if not isinstance(other, (int, Decimal)):
            return NotImplemented
        return operation(_decimal(other), self, _current)

    return forward, reflected


# Stands for an argument that was not given.
_absent = object()


def _as_method(function, operation):
    function.__name__ = operation.__name__[1:]
    function.__qualname__ = f"Decimal.{function.__name__}"
    return function


def _of_one(operation):
    return _as_method(lambda self, context=None: operation(self, _decimal_context(context)), operation)


def _of_two(operation):
    def method(self, other=_absent, context=None):
        if other is _absent:
            raise TypeError("function missing required argument 'other' (pos 1)")
        return operation(self, _decimal(other), _decimal_context(context))

    return _as_method(method, operation)


def _comparison(test, equality=False):
    def compare(self, other):
        a = self
        if not isinstance(other, Decimal):
            a, other = _comparable(self, other, equality)
            if a is None:
                return NotImplemented
        if a._kind >= _NAN or other._kind >= _NAN:
            if not equality or _SNAN in (a._kind, other._kind):
                _signal(_current, _INVALID)
            return False
        return test(_order(a, other))

    return compare


def _comparable(a, other, equality):
    # Two decimals that compare like a decimal and another number; None and None when there are none.
    if isinstance(other, int):
        return a, _from_int(other)
    if equality and isinstance(other, complex) and not other.imag:
        other = other.real
    if isinstance(other, float):
        if equality:
            _current._flags |= _FLOAT
        else:
            _signal(_current, _FLOAT)
        return a, _from_float(other)
    if isinstance(other, _numbers.Rational):
        denominator = other.denominator
        if not a._kind:
            a = _make(a._sign, a._int * denominator, a._exp)
        return a, _from_int(other.numerator)
    return None, None


def _to_int(a, rounding):
    if a._kind:
        if a._kind == 1:
            raise OverflowError("cannot convert Infinity to integer")
        raise ValueError("cannot convert NaN to integer")
    if a._exp >= 0:
        return _value(a) * 10**a._exp
    n = _shorten(a._sign, a._int, min(-a._exp, _digits(a._int) + 1), rounding)[0]
    return -n if a._sign else n


class Decimal:
    "A decimal number."

    __slots__ = ("_sign", "_int", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        context = _decimal_context(context)
        made = _exactly(value, context)
        if type(made) is cls:
            return made
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = made._sign, made._int, made._exp, made._kind
        return self

    @classmethod
    def from_float(cls, f, /):
        "The exact value of a float or an integer."
        if not isinstance(f, (int, float)):
            raise TypeError("argument must be int or float")
        made = _from_int(f) if isinstance(f, int) else _from_float(f)
        return made if cls is Decimal else cls(made)

    def __repr__(self):
        return f"Decimal('{_text(self, _current)}')"

    def __str__(self):
        return _text(self, _current)

    def to_eng_string(self, context=None):
        "With an exponent that is a multiple of 3."
        return _text(self, _decimal_context(context), True)

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError("format arg must be str")
        return _format(self, spec, _current)

    def __hash__(self):
        if self._kind:
            if self._kind == _SNAN:
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == _NAN:
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        tens = pow(10, self._exp, _MODULUS)
        result = self._int * tens % _MODULUS
        if self._sign:
            result = -result
        return -2 if result == -1 else result

    __eq__ = _comparison(lambda order: order == 0, True)
    __lt__ = _comparison(lambda order: order < 0)
    __le__ = _comparison(lambda order: order <= 0)
    __gt__ = _comparison(lambda order: order > 0)
    __ge__ = _comparison(lambda order: order >= 0)

    def __bool__(self):
        return bool(self._kind or self._int)

    __add__, __radd__ = _operator(_add)
    __sub__, __rsub__ = _operator(lambda a, b, context: _add(a, b, context, 1))
    __mul__, __rmul__ = _operator(_multiply)
    __truediv__, __rtruediv__ = _operator(_divide)
    __floordiv__, __rfloordiv__ = _operator(_divide_int)
    __mod__, __rmod__ = _operator(_remainder)
    __divmod__, __rdivmod__ = _operator(_divmod)
    _pow, __rpow__ = _operator(_power)

    def __pow__(self, other, modulo=None):
        if modulo is None:
            return self._pow(other)
        numbers = [number if isinstance(number, (int, Decimal)) else None for number in (other, modulo)]
        if None in numbers:
            return NotImplemented
        return _power_modulo(self, *map(_decimal, numbers), _current)

    def __pos__(self):
        return _plus(self, _current)

    def __neg__(self):
        return _minus(self, _current)

    def __abs__(self):
        return _abs(self, _current)

    def __int__(self):
        return _to_int(self, ROUND_DOWN)

    __trunc__ = __int__

    def __floor__(self):
        return _to_int(self, ROUND_FLOOR)

    def __ceil__(self):
        return _to_int(self, ROUND_CEILING)

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return _to_int(self, ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError("optional arg must be an integer")
        return _quantize(self, _make(0, 1, -ndigits), _current)

    def __float__(self):
        if self._kind == _SNAN:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind:
            return float(_text(_make(self._sign, 0, 0, self._kind), _current))
        return float(_text(self, _current))

    def __complex__(self):
        return complex(float(self))

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    def conjugate(self):
        return self

    def canonical(self):
        return self

    def radix(self):
        return _make(0, 10, 0)

    def adjusted(self):
        "The exponent of the first digit."
        return 0 if self._kind else self._exp + (_digits(self._int) if self._int else 1) - 1

    def as_tuple(self):
        "Sign, digits and exponent."
        if self._kind == 1:
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, _plain(self._int))) if self._int or not self._kind else ()
        return DecimalTuple(self._sign, digits, ("", "F", "n", "N")[self._kind] or self._exp)

    def as_integer_ratio(self):
        "Numerator and denominator in lowest terms."
        if self._kind:
            if self._kind == 1:
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        n, exp = _value(self), self._exp
        if exp >= 0:
            return n * 10**exp, 1
        denominator = 10**-exp
        common = _gcd(n, denominator)
        return n // common, denominator // common

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind == 0

    def is_infinite(self):
        return self._kind == 1

    def is_nan(self):
        return self._kind >= _NAN

    def is_qnan(self):
        return self._kind == _NAN

    def is_snan(self):
        return self._kind == _SNAN

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._int

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and _adjusted(self) >= _decimal_context(context)._emin

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and _adjusted(self) < _decimal_context(context)._emin

    def number_class(self, context=None):
        "What kind of number it is, as a text."
        if self._kind >= _NAN:
            return "NaN" if self._kind == _NAN else "sNaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")

    def copy_abs(self):
        return _signed(self, 0)

    def copy_negate(self):
        return _signed(self, 1 - self._sign)

    def copy_sign(self, other, context=None):
        return _signed(self, _decimal(other)._sign)

    def same_quantum(self, other, context=None):
        "Whether the exponents are equal."
        other = _decimal(other)
        if self._kind or other._kind:
            return min(self._kind, _NAN) == min(other._kind, _NAN)
        return self._exp == other._exp

    def quantize(self, exp=_absent, rounding=None, context=None):
        "Rounded to the exponent of another number."
        if exp is _absent:
            raise TypeError("function missing required argument 'exp' (pos 1)")
        exp = _decimal(exp)
        return _quantize(self, exp, _decimal_context(context), rounding and _check_rounding(rounding))

    def to_integral_value(self, rounding=None, context=None):
        "Rounded to a whole number, without a signal."
        return _to_integral(self, _decimal_context(context), rounding and _check_rounding(rounding))

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        "Rounded to a whole number, with signals."
        return _to_integral(self, _decimal_context(context), rounding and _check_rounding(rounding), True)

    def fma(self, other, third, context=None):
        "self * other + third, rounded once."
        return _fma(self, _decimal(other), _decimal(third), _decimal_context(context))

    exp, ln, log10, sqrt = _of_one(_exp), _of_one(_ln), _of_one(_log10), _of_one(_sqrt)
    normalize, logb, logical_invert = _of_one(_normalize), _of_one(_logb), _of_one(_logical_invert)
    next_plus, next_minus, next_toward = _of_one(_next_plus), _of_one(_next_minus), _of_two(_next_toward)
    compare, compare_signal = _of_two(_compare), _of_two(_compare_signal)
    compare_total, compare_total_mag = _of_two(_compare_total), _of_two(_compare_total_mag)
    max, min, max_mag, min_mag = _of_two(_max), _of_two(_min), _of_two(_max_mag), _of_two(_min_mag)
    remainder_near, scaleb = _of_two(_remainder_near), _of_two(_scaleb)
    rotate, shift = _of_two(_rotate), _of_two(_shift)
    logical_and, logical_or, logical_xor = _of_two(_logical_and), _of_two(_logical_or), _of_two(_logical_xor)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_ONE = _make(0, 1, 0)
_numbers.Number.register(Decimal)


class Context(_ContextBase):
    "What decides how numbers are rounded, and which signals raise."

    __slots__ = ()

    def create_decimal(self, num="0", /):
        "A number, rounded to this context."
        made = _exactly(num, self)
        if made._kind >= _NAN and made._int and _digits(made._int) > self._prec - self._clamp:
            return _bad(self, _SYNTAX)
        return made if made._kind else _fix(made._sign, made._int, made._exp, self)

    def create_decimal_from_float(self, f, /):
        "A number from a float, rounded to this context."
        made = Decimal.from_float(f)
        return made if made._kind else _fix(made._sign, made._int, made._exp, self)

    def power(self, a, b, modulo=None):
        "a to the power of b."
        a, b = _decimal(a), _decimal(b)
        return _power(a, b, self) if modulo is None else _power_modulo(a, b, _decimal(modulo), self)

    def quantize(self, a, b, /):
        return _quantize(_decimal(a), _decimal(b), self)

    def fma(self, a, b, c, /):
        return _fma(_decimal(a), _decimal(b), _decimal(c), self)

    def to_integral_value(self, a, /):
        return _to_integral(_decimal(a), self)

    to_integral = to_integral_value

    def to_integral_exact(self, a, /):
        return _to_integral(_decimal(a), self, None, True)

    def to_sci_string(self, a, /):
        return _text(_decimal(a), self)

    def to_eng_string(self, a, /):
        return _text(_decimal(a), self, True)

    def _one(operation):
        return lambda self, a, /: operation(_decimal(a), self)

    def _two(operation):
        return lambda self, a, b, /: operation(_decimal(a), _decimal(b), self)

    def _named(name):
        return lambda self, a, /: getattr(_decimal(a), name)()

    def _named_two(name):
        return lambda self, a, b, /: getattr(_decimal(a), name)(_decimal(b))

    def _named_here(name):
        return lambda self, a, /: getattr(_decimal(a), name)(self)

    plus, minus, abs, normalize = _one(_plus), _one(_minus), _one(_abs), _one(_normalize)
    exp, ln, log10, sqrt, logb = _one(_exp), _one(_ln), _one(_log10), _one(_sqrt), _one(_logb)
    next_plus, next_minus, next_toward = _one(_next_plus), _one(_next_minus), _two(_next_toward)
    add, subtract = _two(_add), _two(lambda a, b, context: _add(a, b, context, 1))
    multiply, divide, divide_int = _two(_multiply), _two(_divide), _two(_divide_int)
    remainder, remainder_near, divmod = _two(_remainder), _two(_remainder_near), _two(_divmod)
    compare, compare_signal = _two(_compare), _two(_compare_signal)
    compare_total, compare_total_mag = _two(_compare_total), _two(_compare_total_mag)
    max, min, max_mag, min_mag = _two(_max), _two(_min), _two(_max_mag), _two(_min_mag)
    scaleb, rotate, shift = _two(_scaleb), _two(_rotate), _two(_shift)
    logical_and, logical_or, logical_xor = _two(_logical_and), _two(_logical_or), _two(_logical_xor)
    logical_invert = _one(_logical_invert)
    for _name in (
        *("canonical", "copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan"),
        *("is_qnan", "is_signed", "is_snan", "is_zero"),
    ):
        vars()[_name] = _named(_name)
    for _name in ("copy_sign", "same_quantum"):
        vars()[_name] = _named_two(_name)
    for _name in ("is_normal", "is_subnormal", "number_class"):
        vars()[_name] = _named_here(_name)

    def radix(self):
        return _make(0, 10, 0)

    def copy_decimal(self, a, /):
        return _decimal(a)

    def __reduce__(self):
        flags = [signal for signal in _LISTED if self._flags & _SIGNALS[signal]]
        traps = [signal for signal in _LISTED if self._traps & _SIGNALS[signal]]
        parts = self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp, flags, traps
        return Context, parts


DefaultContext = Context()
BasicContext = Context(
    prec=9,
    rounding=ROUND_HALF_UP,
    traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow],
    flags=[],
)
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[], flags=[])
_current = Context()
