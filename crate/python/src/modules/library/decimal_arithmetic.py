# The second part of `decimal`: operations on numbers whose digits are one integer.
#
# A number has a sign (0 or 1), an integer of its digits, an exponent, and a kind: 0 finite, 1 infinite, 2 not a
# number, 3 a signaling one. Those that are not numbers may carry a payload as digits.
from math import isqrt as _isqrt

_NAN = 2
_SNAN = 3
# Exponents that differ by more are looked at before numbers are brought to one exponent.
_FAR = 50


def _make(sign, n, exp, kind=0):
    self = object.__new__(Decimal)
    self._sign = sign
    self._int = n
    self._exp = exp
    self._kind = kind
    return self


def _bad(context, bits=_INVALID):
    # What an operation without meaning gives.
    _signal(context, bits)
    return _make(0, 0, 0, _NAN)


def _adjusted(a):
    # The exponent of the first digit.
    return a._exp + _digits(a._int) - 1


def _quiet(a, context):
    # A NaN as a result: its payload is kept as far as it fits.
    n = a._int
    if n:
        n %= 10 ** (context._prec - context._clamp)
    return _make(a._sign, n, 0, _NAN)


def _nans(a, b, context):
    # The result of an operation with a NaN; None without one.
    if a._kind < _NAN and b._kind < _NAN:
        return None
    if a._kind == _SNAN or b._kind == _SNAN:
        _signal(context, _INVALID)
        return _quiet(a if a._kind == _SNAN else b, context)
    return _quiet(a if a._kind == _NAN else b, context)


def _nan(a, context):
    # The same for operations of one number.
    if a._kind < _NAN:
        return None
    if a._kind == _SNAN:
        _signal(context, _INVALID)
    return _quiet(a, context)


def _strip(n, exp, ideal):
    # Without zeros at the end, as long as the exponent is below the ideal one.
    for step in (64, 16, 4, 1):
        power = 10**step
        while exp + step <= ideal and n % power == 0:
            n //= power
            exp += step
    return n, exp


def _sticky(n, rest):
    # A last digit that tells all kinds of rounding that there is a rest.
    return n + 1 if rest and n % 5 == 0 else n


def _apart(x, x_exp, y, y_exp, prec):
    # Numbers far from each other: the lower one only counts as being there. The first has the larger exponent.
    if x:
        edge = min(x_exp, x_exp + _digits(x) - prec - 2) - 2
        if not y:
            return x, x_exp, 0, max(y_exp, edge)
        if y_exp + _digits(y) - 1 < edge:
            return x, x_exp, 1 if y > 0 else -1, edge
    return x, x_exp, y, y_exp


def _add(a, b, context, flip=0):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if a._kind and b._kind and a._sign != b._sign ^ flip:
            return _bad(context)
        return a if a._kind else _make(b._sign ^ flip, 0, 0, 1)
    x = -a._int if a._sign else a._int
    y = -b._int if b._sign ^ flip else b._int
    exp, other = a._exp, b._exp
    if exp != other:
        if exp < other:
            x, y, exp, other = y, x, other, exp
        if exp - other > _FAR:
            x, exp, y, other = _apart(x, exp, y, other, context._prec)
        if x:
            x *= 10 ** (exp - other)
        exp = other
    n = x + y
    if n < 0:
        return _fix(1, -n, exp, context)
    if not n:
        b_sign = b._sign ^ flip
        sign = a._sign if a._sign == b_sign else int(context._rounding == ROUND_FLOOR)
        return _fix(sign, 0, exp, context)
    return _fix(0, n, exp, context)


def _multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if not (a._kind or a._int) or not (b._kind or b._int):
            return _bad(context)
        return _make(sign, 0, 0, 1)
    return _fix(sign, a._int * b._int, a._exp + b._exp, context)


def _divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        if a._kind:
            return _bad(context) if b._kind else _make(sign, 0, 0, 1)
        _signal(context, _CLAMPED)
        return _make(sign, 0, context.Etiny(), 0)
    if not b._int:
        if not a._int:
            return _bad(context, _UNDEFINED)
        _signal(context, _BY_ZERO)
        return _make(sign, 0, 0, 1)
    ideal = a._exp - b._exp
    if not a._int:
        return _fix(sign, 0, ideal, context)
    shift = _digits(b._int) - _digits(a._int) + context._prec + 1
    if shift >= 0:
        n, rest = divmod(a._int * 10**shift, b._int)
    else:
        n, rest = divmod(a._int, b._int * 10**-shift)
    if rest:
        return _fix(sign, _sticky(n, rest), ideal - shift, context)
    return _fix(sign, *_strip(n, ideal - shift, ideal), context)


def _quotient_and_rest(a, b, context):
    # The integer quotient and the rest, both numbers finite and b not zero; None when the quotient is too long.
    ideal = min(a._exp, b._exp)
    difference = _adjusted(a) - _adjusted(b) if a._int else -2
    if difference <= -2:
        # The rest is a itself, with zeros at its end where b asks for them.
        if not a._int:
            return 0, 0, ideal
        zeros = min(a._exp - ideal, context._prec + 1)
        return 0, a._int * 10**zeros, a._exp - zeros
    if difference > context._prec:
        return None
    x, y = a._int, b._int
    if a._exp >= b._exp:
        x *= 10 ** (a._exp - b._exp)
    else:
        y *= 10 ** (b._exp - a._exp)
    quotient, rest = divmod(x, y)
    return None if _digits(quotient) > context._prec and quotient else (quotient, rest, ideal)


def _integer_division(a, b, context, want, by_zero):
    # Quotient (0), rest (1) or both (2).
    found = _nans(a, b, context)
    if found is not None:
        return (found, found) if want == 2 else found
    sign = a._sign ^ b._sign

    def bad(bits):
        nan = _bad(context, bits)
        return (nan, nan) if want == 2 else nan

    if a._kind:
        if want == 0 and not b._kind:
            return _make(sign, 0, 0, 1)
        if want == 2 and not b._kind:
            return _make(sign, 0, 0, 1), _bad(context)
        return bad(_INVALID)
    if not b._kind and not b._int:
        if not a._int:
            return bad(_UNDEFINED)
        _signal(context, by_zero)
        nan = _make(0, 0, 0, _NAN)
        infinite = _make(sign, 0, 0, 1)
        return infinite if want == 0 else nan if want == 1 else (infinite, nan)
    if b._kind:
        parts = 0, a._int, a._exp
    else:
        parts = _quotient_and_rest(a, b, context)
        if parts is None:
            return bad(_IMPOSSIBLE)
    quotient, rest, exp = parts
    if want == 1:
        return _fix(a._sign, rest, exp, context)
    quotient = _fix(sign, quotient, 0, context)
    return quotient if want == 0 else (quotient, _fix(a._sign, rest, exp, context))


def _divide_int(a, b, context):
    return _integer_division(a, b, context, 0, _BY_ZERO)


def _remainder(a, b, context):
    return _integer_division(a, b, context, 1, _INVALID)


def _divmod(a, b, context):
    return _integer_division(a, b, context, 2, _INVALID | _BY_ZERO)


def _remainder_near(a, b, context):
    found = _nans(a, b, context)
    if found is not None:
        return found
    if a._kind or not b._kind and not b._int:
        return _bad(context, _INVALID if a._kind or a._int else _UNDEFINED)
    if b._kind:
        return _fix(a._sign, a._int, a._exp, context)
    parts = _quotient_and_rest(a, b, context)
    if parts is None:
        return _bad(context, _IMPOSSIBLE)
    quotient, rest, exp = parts
    sign = a._sign
    # A much smaller number is the rest itself.
    if a._int and _adjusted(a) - _adjusted(b) > -2:
        unit = b._int * 10 ** (b._exp - exp)
        if 2 * rest > unit or 2 * rest == unit and quotient % 2:
            quotient += 1
            rest = unit - rest
            sign = 1 - sign
    if _digits(quotient) > context._prec and quotient:
        return _bad(context, _IMPOSSIBLE)
    return _fix(sign, rest, exp, context)


def _fma(a, b, c, context):
    # The product is exact: its NaNs come first, then those of the sum.
    if _SNAN in (a._kind, b._kind, c._kind) or _NAN in (a._kind, b._kind):
        found = _nans(a, b, context) if a._kind >= _NAN or b._kind >= _NAN else None
        if c._kind == _SNAN and _SNAN not in (a._kind, b._kind):
            return _nan(c, context)
        if found is not None:
            return found
    if a._kind or b._kind:
        product = _multiply(a, b, context)
        return product if product._kind >= _NAN else _add(product, c, context)
    return _add(_make(a._sign ^ b._sign, a._int * b._int, a._exp + b._exp), c, context)


def _order(a, b):
    # Less than, equal to or greater than 0 as a is to b; neither may be a NaN.
    x = (a._kind or a._int != 0) * (-1 if a._sign else 1)
    y = (b._kind or b._int != 0) * (-1 if b._sign else 1)
    if a._kind or b._kind or x != y or not x:
        inf = 2 if a._kind else 1
        return inf * x - (2 if b._kind else 1) * y
    m, n = a._int, b._int
    if a._exp != b._exp:
        difference = _adjusted(a) - _adjusted(b)
        if difference:
            return x * difference
        shift = a._exp - b._exp
        if shift > 0:
            m *= 10**shift
        else:
            n *= 10**-shift
    return x * (m - n)


def _as_digit(order):
    return _make(int(order < 0), int(order != 0), 0)


def _compare(a, b, context):
    found = _nans(a, b, context)
    return _as_digit(_order(a, b)) if found is None else found


def _compare_signal(a, b, context):
    if a._kind >= _NAN or b._kind >= _NAN:
        _signal(context, _INVALID)
    return _compare(a, b, context)


def _total_order(a, b):
    # An order of all representations: by sign, kind, payload, value, and last by exponent.
    if a._sign != b._sign:
        return b._sign - a._sign
    sign = -1 if a._sign else 1
    ranks = [(x._kind == 1) + 3 * (x._kind == _SNAN) + 4 * (x._kind == _NAN) for x in (a, b)]
    if ranks[0] != ranks[1]:
        return sign * (ranks[0] - ranks[1])
    if a._kind:
        return sign * (a._int - b._int)
    return _order(a, b) or sign * (a._exp - b._exp)


def _compare_total(a, b, context):
    return _as_digit(_total_order(a, b))


def _compare_total_mag(a, b, context):
    return _as_digit(_total_order(_signed(a, 0), _signed(b, 0)))


def _signed(a, sign):
    return _make(sign, a._int, a._exp, a._kind)


def _choose(a, b, context, wanted, size):
    # The larger (1) or smaller (-1) of two, by size or value; a number is taken before a quiet NaN.
    if a._kind >= _NAN or b._kind >= _NAN:
        if a._kind == _NAN and b._kind < _NAN:
            return _plus_exactly(b, context)
        if b._kind == _NAN and a._kind < _NAN:
            return _plus_exactly(a, context)
        return _nans(a, b, context)
    order = _order(_signed(a, 0), _signed(b, 0)) if size else 0
    order = order or _order(a, b) or _total_order(a, b)
    chosen = a if order * wanted > 0 or not order and wanted > 0 else b
    return _plus_exactly(chosen, context)


def _max(a, b, context):
    return _choose(a, b, context, 1, False)


def _min(a, b, context):
    return _choose(a, b, context, -1, False)


def _max_mag(a, b, context):
    return _choose(a, b, context, 1, True)


def _min_mag(a, b, context):
    return _choose(a, b, context, -1, True)


def _plus_exactly(a, context):
    # Rounded, with the sign of a zero kept.
    if a._kind:
        return a if a._kind == 1 else _nan(a, context)
    return _fix(a._sign, a._int, a._exp, context)


def _zero_sign(sign, n, context):
    return sign if n or context._rounding == ROUND_FLOOR else 0


def _plus(a, context):
    if a._kind:
        return a if a._kind == 1 else _nan(a, context)
    return _fix(_zero_sign(a._sign, a._int, context), a._int, a._exp, context)


def _minus(a, context):
    if a._kind:
        return _make(1 - a._sign, 0, 0, 1) if a._kind == 1 else _nan(a, context)
    return _fix(_zero_sign(1 - a._sign, a._int, context), a._int, a._exp, context)


def _abs(a, context):
    if a._kind:
        return _make(0, 0, 0, 1) if a._kind == 1 else _nan(a, context)
    return _fix(0, a._int, a._exp, context)


def _quantize(a, b, context, rounding=None):
    if a._kind or b._kind:
        found = _nans(a, b, context)
        if found is not None:
            return found
        return a if a._kind and b._kind else _bad(context)
    exp = b._exp
    if not context.Etiny() <= exp <= context._emax:
        return _bad(context)
    shift = a._exp - exp
    n, inexact = a._int, False
    if n and (shift > 0 and _digits(n) + shift > context._prec or _adjusted(a) > context._emax):
        return _bad(context)
    if shift >= 0:
        n = n and n * 10**shift
    elif n:
        n, inexact = _shorten(a._sign, n, min(-shift, _digits(n) + 1), rounding or context._rounding)
    if n and (_digits(n) > context._prec or exp + _digits(n) - 1 > context._emax):
        return _bad(context)
    bits = _ROUNDED | (_INEXACT if inexact else 0) if shift < 0 and a._int else 0
    return _round(a._sign, n, exp, context, ROUND_DOWN, bits)


def _to_integral(a, context, rounding=None, exact=False):
    if a._kind:
        return a if a._kind == 1 else _nan(a, context)
    if a._exp >= 0:
        return a
    if not a._int:
        return _make(a._sign, 0, 0)
    n, inexact = _shorten(a._sign, a._int, min(-a._exp, _digits(a._int) + 1), rounding or context._rounding)
    if exact:
        _signal(context, _ROUNDED | (_INEXACT if inexact else 0))
    return _make(a._sign, n, 0)


def _normalize(a, context):
    a = _plus_exactly(a, context)
    if a._kind:
        return a
    if not a._int:
        return _make(a._sign, 0, 0)
    most = context._top if context._clamp else context._emax
    return _make(a._sign, *_strip(a._int, a._exp, most))


def _sqrt(a, context):
    if a._kind >= _NAN:
        return _nan(a, context)
    ideal = a._exp // 2
    if not a._kind and not a._int:
        return _fix(a._sign, 0, ideal, context)
    if a._sign:
        return _bad(context)
    if a._kind:
        return a
    n = a._int * 10 if a._exp % 2 else a._int
    shift = context._prec + 1 - (_digits(n) + 1) // 2
    rest = 0
    if shift >= 0:
        n *= 100**shift
    else:
        n, rest = divmod(n, 100**-shift)
    root = _isqrt(n)
    if rest or root * root != n:
        root, exp = _sticky(root, True), ideal - shift
    else:
        root, exp = (root // 10**shift if shift >= 0 else root * 10**-shift), ideal
    return _round(0, root, exp, context, ROUND_HALF_EVEN)


def _scaleb(a, b, context):
    found = _nans(a, b, context)
    if found is not None:
        return found
    most = 2 * (context._emax + context._prec)
    if b._kind or b._exp or not -most <= (shift := _value(b)) <= most:
        return _bad(context)
    return a if a._kind else _fix(a._sign, a._int, a._exp + shift, context)


def _value(a):
    # The integer of a finite number without decimals.
    return -a._int if a._sign else a._int


def _digits_moved(a, b, context, rotate):
    found = _nans(a, b, context)
    if found is not None:
        return found
    prec = context._prec
    if b._kind or b._exp or not -prec <= (places := _value(b)) <= prec:
        return _bad(context)
    if a._kind:
        return a
    whole = 10**prec
    n = a._int % whole
    if rotate:
        left = n * 10 ** (places % prec)
        return _make(a._sign, left % whole + left // whole, a._exp)
    return _make(a._sign, n * 10**places % whole if places >= 0 else n // 10**-places, a._exp)


def _rotate(a, b, context):
    return _digits_moved(a, b, context, True)


def _shift(a, b, context):
    return _digits_moved(a, b, context, False)


def _neighbour(a, context, up, sign_of_zero=None):
    # The next number above or below.
    if a._kind == 1:
        if a._sign != up:
            return a
        return _make(a._sign, 10**context._prec - 1, context._top)
    silent = _copied(context)
    silent._traps = 0
    silent._rounding = ROUND_CEILING if up else ROUND_FLOOR
    rounded = _plus_exactly(a, silent)
    if rounded._kind or _order(rounded, a):
        return rounded
    return _add(a, _make(int(not up), 1, context.Etiny() - 1), silent)


def _next_plus(a, context):
    return _neighbour(a, context, True) if a._kind < _NAN else _nan(a, context)


def _next_minus(a, context):
    return _neighbour(a, context, False) if a._kind < _NAN else _nan(a, context)


def _next_toward(a, b, context):
    found = _nans(a, b, context)
    if found is not None:
        return found
    order = _order(a, b)
    if not order:
        return _signed(a, b._sign)
    result = _neighbour(a, context, order < 0)
    if result._kind:
        _signal(context, _OVERFLOW | _INEXACT | _ROUNDED)
    elif _adjusted(result) < context._emin:
        bits = _UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED
        _signal(context, bits if result._int else bits | _CLAMPED)
    return result


def _logb(a, context):
    if a._kind:
        return _make(0, 0, 0, 1) if a._kind == 1 else _nan(a, context)
    if not a._int:
        _signal(context, _BY_ZERO)
        return _make(1, 0, 0, 1)
    adjusted = _adjusted(a)
    return _fix(int(adjusted < 0), abs(adjusted), 0, context)


def _logical(a, context):
    # The digits of a number of zeros and ones, as the bits of an integer; None for other numbers.
    if a._kind or a._sign or a._exp:
        return None
    text = _plain(a._int)
    return None if text.strip("01") else int(text, 2)


def _logical_operation(a, b, context, operation):
    x, y = _logical(a, context), _logical(b, context)
    if x is None or y is None:
        return _bad(context)
    ones = (1 << context._prec) - 1
    return _make(0, int(bin(operation(x, y) & ones)[2:]), 0)


def _logical_and(a, b, context):
    return _logical_operation(a, b, context, lambda x, y: x & y)


def _logical_or(a, b, context):
    return _logical_operation(a, b, context, lambda x, y: x | y)


def _logical_xor(a, b, context):
    return _logical_operation(a, b, context, lambda x, y: x ^ y)


def _logical_invert(a, context):
    return _logical_operation(a, a, context, lambda x, y: ~x)
