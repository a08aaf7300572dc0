# The third part of `decimal`: exponential functions and powers, and the format language.
#
# Exponential functions count in binary fixed point: an integer stands for itself divided by a power of two. They are
# computed with more and more digits until the rounding is certain.

# Extra digits of a first attempt.
_GUARD = 6
# The last digits of an attempt may be wrong by so much.
_UNCERTAIN = 1000
# Bits more than the digits need, against the errors of single steps.
_SPARE_BITS = 20


def _bits_for(digits):
    return digits * 10 // 3 + _SPARE_BITS


def _inverse_atanh(n, bits):
    # atanh(1/n)
    total = term = (1 << bits) // n
    square, divisor = n * n, 1
    while term:
        term //= square
        divisor += 2
        total += term // divisor
    return total


_ln10_known = [0, 0]


def _ln10(bits):
    known, value = _ln10_known
    if known < bits:
        known = bits + 64
        value = 46 * _inverse_atanh(31, known) + 34 * _inverse_atanh(49, known) + 20 * _inverse_atanh(161, known)
        _ln10_known[:] = known, value
    return value >> known - bits


def _fixed(n, exp, bits):
    # n * 10**exp in fixed point.
    return n * 10**exp << bits if exp >= 0 else (n << bits) // 10**-exp


def _fixed_exp(x, bits):
    # The exponential of a small number: the series of a small part of it, squared again and again.
    halvings = 8 + _isqrt(bits) // 4
    bits += 2 * halvings
    x <<= halvings
    total = term = 1 << bits
    count = 1
    while term:
        term = (term * x >> bits) // count
        total += term
        count += 1
    for _ in range(halvings):
        total = total * total >> bits
    return total >> 2 * halvings


def _fixed_ln(x, bits):
    # The logarithm of a number near 1: of a root of it, which is nearer, as often as roots were taken.
    roots = 2 + _isqrt(bits) // 3
    more = bits + 2 * roots
    x <<= 2 * roots
    for _ in range(roots):
        x = _isqrt(x << more)
    one = 1 << more
    ratio = (x - one << more) // (x + one)
    square = ratio * ratio >> more
    total, divisor, power = ratio, 1, ratio
    while power and power != -1:
        power = power * square >> more
        divisor += 2
        total += power // divisor
    return total << roots + 1 >> 2 * roots


def _certain(n, digits):
    # Whether a number whose last digits are uncertain rounds to so many digits in one way only.
    power = 10 ** (_digits(n) - digits)
    half = n % power - power // 2
    return power > _UNCERTAIN and abs(half) > _UNCERTAIN


def _exp_digits(a, digits):
    # exp(a) as an integer of at least so many digits and its exponent.
    bits = _bits_for(digits + _digits(a._int) + max(_adjusted(a), 0))
    x = _fixed(_value(a), a._exp, bits)
    tens, rest = divmod(x, _ln10(bits))
    value = _fixed_exp(rest, bits)
    return value * 10**digits >> bits, tens - digits


def _ln_digits(a, digits):
    # ln(a) as a signed integer of at least so many digits and its exponent.
    n, tens = a._int, _digits(a._int)
    # Between 0.316 and 3.16.
    if n * n < 10 ** (2 * tens - 1):
        tens -= 1
    exp = a._exp + tens
    lost = 0
    if not exp:
        # Near 1 the first digits are zeros.
        lost = tens - _digits(abs(n - 10**tens))
    bits = _bits_for(digits + lost + _digits(abs(exp)))
    value = exp * _ln10(bits) + _fixed_ln((n << bits) // 10**tens, bits)
    places = digits + lost + 1
    return value * 10**places >> bits, -places


def _finish(sign, n, exp, context):
    # Rounded to all digits first, and only then to the exponents of the context.
    drop = _digits(n) - context._prec
    n, exp = _shorten(sign, n, drop, ROUND_HALF_EVEN)[0], exp + drop
    return _round(sign, n, exp, context, ROUND_HALF_EVEN, _INEXACT | _ROUNDED)


def _exp(a, context):
    if a._kind >= _NAN:
        return _nan(a, context)
    if a._kind:
        return _make(0, 0, 0) if a._sign else a
    if not a._int:
        return _make(0, 1, 0)
    adjusted, prec = _adjusted(a), context._prec
    if adjusted > 19:
        # Beyond all exponents.
        if not a._sign:
            return _too_large(0, context, ROUND_HALF_EVEN)
        return _round(0, 1, 2 * context.Etiny() - 9, context, ROUND_HALF_EVEN)
    if adjusted < -prec - 1:
        return _padded_one(0, context)
    digits = prec + _GUARD
    while True:
        n, exp = _exp_digits(a, digits)
        if _certain(n, prec):
            return _finish(0, n, exp, context)
        digits += prec


def _logarithm(a, context, digits_of):
    prec = context._prec
    digits = prec + _GUARD
    while True:
        n, exp = digits_of(a, digits)
        if _certain(abs(n), prec):
            return _finish(int(n < 0), abs(n), exp, context)
        digits += prec


def _no_logarithm(a, context):
    # Logarithms of what is not a positive number; None for these.
    if a._kind >= _NAN:
        return _nan(a, context)
    if not a._kind and not a._int:
        return _make(1, 0, 0, 1)
    if a._sign:
        return _bad(context)
    return a if a._kind else None


def _ln(a, context):
    found = _no_logarithm(a, context)
    if found is not None:
        return found
    if not _order(a, _ONE):
        return _make(0, 0, 0)
    return _logarithm(a, context, _ln_digits)


def _log10_digits(a, digits):
    n, exp = _ln_digits(a, digits + 3)
    places = digits + 3
    return n * 10**places // (_ln10(_bits_for(places)) * 10**places >> _bits_for(places)), exp


def _log10(a, context):
    found = _no_logarithm(a, context)
    if found is not None:
        return found
    power, exp = _strip(a._int, a._exp, a._exp + _digits(a._int))
    if power == 1:
        return _round(int(exp < 0), abs(exp), 0, context, ROUND_HALF_EVEN)
    return _logarithm(a, context, _log10_digits)


def _is_whole(a):
    if a._kind:
        return False
    return a._exp >= 0 or not a._int or -a._exp < _digits(a._int) and a._int % 10**-a._exp == 0


def _is_odd(a):
    # Of a whole number.
    if a._exp > 0 or not a._int:
        return False
    return a._int // 10**-a._exp % 2 == 1


def _padded_one(sign, context):
    # A one that is not exact.
    _signal(context, _INEXACT | _ROUNDED)
    places = context._prec - 1
    return _make(sign, 10**places, -places)


def _power_limit(a, b, sign, context):
    # Powers of zero and of infinity, and infinite powers; None for others.
    if b._kind:
        order = _order(_signed(a, 0), _ONE)
        if not order:
            return _padded_one(sign, context)
        return _make(sign, 0, 0) if (order < 0) != (b._sign == 1) else _make(sign, 0, 0, 1)
    if a._kind or not a._int:
        grows = (a._kind == 1) != (b._sign == 1)
        return _make(sign, 0, 0, int(grows))
    return None


def _power_of_one(sign, a, b, context):
    if not _is_whole(b):
        return _padded_one(sign, context)
    if b._sign:
        return _make(sign, 1, 0)
    # The exponent is that of a product of so many ones.
    count = b._int * 10 ** min(b._exp, 20) if b._exp >= 0 else b._int // 10**-b._exp
    places = -a._exp * count
    if places > context._prec - 1:
        places = context._prec - 1
        _signal(context, _ROUNDED)
    return _make(sign, 10**places, -places)


def _work_context(context, prec):
    # A context for steps on the way, with other digits; it raises nothing.
    work = _copied(context)
    work._flags = work._traps = work._clamp = 0
    work._rounding = ROUND_HALF_EVEN
    work._prec = prec
    work._measure()
    return work


def _whole_power(a, b, context):
    # A power with a whole exponent, by squaring with some digits more.
    work = _work_context(context, context._prec + _digits(b._int) + b._exp + 2)
    if b._sign:
        work._prec += 1
        work._measure()
        a = _divide(_ONE, a, work)
    result = a
    for bit in bin(abs(_whole_value(b)))[3:]:
        result = _multiply(result, result, work)
        if bit == "1":
            result = _multiply(result, a, work)
        if result._kind or not result._int:
            break
    return result, work


def _real_power(a, b, context):
    # A power by way of the logarithm.
    prec = max(_digits(a._int), context._prec) + 23
    work = _work_context(context, prec)
    work._emin, work._emax = MIN_EMIN, MAX_EMAX
    work._measure()
    result = _exp(_multiply(_ln(a, work), b, work), work)
    work._flags = _INEXACT | _ROUNDED
    return result, work


def _whole_value(a):
    # The integer of a whole number.
    return _value(a) * 10**a._exp if a._exp >= 0 else _value(_make(a._sign, a._int // 10**-a._exp, 0))


def _power(a, b, context):
    if a._kind >= _NAN or b._kind >= _NAN:
        return _nans(a, b, context)
    sign = 0
    if not b._kind and not b._int:
        return _bad(context) if not a._kind and not a._int else _make(0, 1, 0)
    if a._sign:
        if b._kind or not _is_whole(b):
            if a._kind or a._int:
                return _bad(context) if not (a._kind and b._kind) or b._kind == 0 else _make(0, 0, 0, 1 - b._sign)
        else:
            sign = int(_is_odd(b))
    found = _power_limit(a, b, sign, context)
    if found is not None:
        return found
    if not _order(_signed(a, 0), _ONE):
        return _power_of_one(sign, a, b, context)
    return _finite_power(sign, _signed(a, 0), b, context)


def _finite_power(sign, a, b, context):
    # How large the result is, about: beyond all exponents there is nothing to compute.
    n, exp = _ln_digits(a, 8)
    grows = (n > 0) != (b._sign == 1)
    most = context._emax if grows else -context.Etiny()
    if exp + _digits(abs(n)) - 1 + _adjusted(b) > _digits(most):
        if grows:
            return _too_large(sign, context, context._rounding)
        return _round(sign, 1, 2 * context.Etiny() - 9, context, context._rounding)
    result, work = (_whole_power if _is_whole(b) else _real_power)(a, b, context)
    if result._kind:
        return _too_large(sign, context, context._rounding, work._flags)
    return _round(sign, result._int, result._exp, context, context._rounding, work._flags)


def _power_modulo(a, b, modulus, context):
    for number in (a, b, modulus):
        if number._kind == _SNAN:
            return _nan(number, context)
    for number in (a, b, modulus):
        if number._kind == _NAN:
            return _quiet(number, context)
    if a._kind or b._kind or modulus._kind or not (_is_whole(a) and _is_whole(b) and _is_whole(modulus)) or b._sign and b._int or not modulus._int:
        return _bad(context)
    if _adjusted(modulus) >= context._prec or not a._int and not b._int:
        return _bad(context)
    n = pow(_whole_value(_signed(a, 0)), _whole_value(b), _whole_value(_signed(modulus, 0)))
    return _make(int(a._sign and _is_odd(b)), n, 0)


def _text(a, context, engineering=False):
    # As a number is written, with an exponent where that is shorter.
    sign = "-" if a._sign else ""
    if a._kind:
        payload = _plain(a._int) if a._int else ""
        return sign + ("Infinity" if a._kind == 1 else "NaN" if a._kind == _NAN else "sNaN") + payload
    digits = _plain(a._int)
    point = a._exp + len(digits)
    place = point
    if a._exp > 0 or point <= -6:
        place = 1
        if engineering:
            place = (point - 1) % 3 + 1 if a._int else (point + 1) % 3 - 1
    exponent = point - place
    if place <= 0:
        text = "0." + "0" * -place + digits
    elif place >= len(digits):
        text = digits + "0" * (place - len(digits))
    else:
        text = digits[:place] + "." + digits[place:]
    if exponent:
        text += f"{'E' if context._capitals else 'e'}{exponent:+}"
    return sign + text


def _parse_spec(text):
    # The parts of a format: fill, align, sign, whether minus zero is zero, width, comma, precision, type.
    fill, align, rest = " ", None, text
    if len(text) > 1 and text[1] in "<>=^":
        fill, align, rest = text[0], text[1], text[2:]
    elif text[:1] in ("<", ">", "=", "^"):
        align, rest = text[0], text[1:]
    place = 0

    def take(options):
        nonlocal place
        if place < len(rest) and rest[place] in options:
            place += 1
            return rest[place - 1]
        return ""

    def number():
        nonlocal place
        start = place
        while take("0123456789"):
            pass
        return rest[start:place]

    sign = take("+- ")
    positive_zero = bool(take("z"))
    if place < len(rest) and rest[place] == "0":
        if align:
            raise ValueError("invalid format string")
        fill, align = "0", "0"
        place += 1
    width = number()
    comma = take(",")
    precision = None
    if take("."):
        precision = number()
        if not precision:
            raise ValueError("invalid format string")
    kind = take("eEfFgGn%")
    if place < len(rest) or kind == "n" and comma:
        raise ValueError("invalid format string")
    precision = None if precision is None else int(precision)
    return fill, align or ">", sign, positive_zero, int(width or 0), comma, precision, kind


def _to_precision(a, digits, rounding):
    drop = _digits(a._int) - digits
    if drop <= 0 or not a._int:
        return a
    n = _shorten(a._sign, a._int, drop, rounding)[0]
    exp = a._exp + drop
    return _make(a._sign, n // 10, exp + 1) if _digits(n) > digits else _make(a._sign, n, exp)


def _format(a, text, context):
    fill, align, sign, positive_zero, width, comma, precision, kind = _parse_spec(text)
    if a._kind:
        body, exponent = _text(_signed(a, 0), context), "%" if kind == "%" else ""
        if align == "0":
            fill, align = " ", ">"
        comma = ""
    else:
        a, body, exponent = _format_finite(a, precision, kind, context)
        if positive_zero and not a._int:
            a = _signed(a, 0)
    lead = "-" if a._sign else sign if sign in ("+", " ") else ""
    whole, point, decimals = body.partition(".")
    tail = point + decimals + exponent
    if comma and whole.isdigit():
        least = width - len(lead) - len(tail) if align == "0" else 0
        whole = _grouped(whole, least)
    padding = fill * (width - len(lead) - len(whole) - len(tail))
    if align in ("=", "0"):
        return lead + padding + whole + tail
    body = lead + whole + tail
    if align == "^":
        half = len(padding) // 2
        return padding[:half] + body + padding[half:]
    return body + padding if align == "<" else padding + body


def _format_finite(a, precision, kind, context):
    # The rounded number, its digits with a point, and its exponent as text.
    rounding = context._rounding
    if kind == "%":
        a = _make(a._sign, a._int, a._exp + 2)
    if kind in ("", "g", "G", "n"):
        if precision is not None:
            a = _to_precision(a, max(precision, 1), rounding)
        body = _text(_signed(a, 0), context)
        if kind == "g" or kind == "n":
            body = body.replace("E", "e")
        mark = body.upper().find("E")
        return (a, body, "") if mark < 0 else (a, body[:mark], body[mark:])
    if kind in "eE":
        if precision is not None:
            a = _to_precision(a, precision + 1, rounding)
        digits = _plain(a._int)
        exponent = a._exp + len(digits) - 1
        if precision is not None:
            if not a._int:
                exponent += precision
            digits = digits.ljust(precision + 1, "0")
        body = digits[0] + "." + digits[1:] if len(digits) > 1 else digits
        return a, body, f"{kind}{exponent:+}"
    exp = a._exp if precision is None else -precision
    if precision is not None and a._exp < exp:
        a = _make(a._sign, _shorten(a._sign, a._int, min(exp - a._exp, _digits(a._int) + 1), rounding)[0], exp)
    digits = _plain(a._int)
    if a._exp > 0 and a._int:
        digits += "0" * a._exp
    decimals = max(-a._exp, 0)
    digits = digits.rjust(decimals + 1, "0")
    whole, decimals = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    if precision is not None:
        decimals = decimals.ljust(precision, "0")
    return a, f"{whole}.{decimals}" if decimals else whole, "%" if kind == "%" else ""


def _grouped(digits, least):
    # With commas, and zeros before so that it is at least so long.
    groups = []
    while digits or least > 0:
        least -= bool(groups)
        groups.append(digits[-3:].rjust(min(3, max(least, 1)), "0"))
        digits = digits[:-3]
        least -= 3
    return ",".join(reversed(groups))
