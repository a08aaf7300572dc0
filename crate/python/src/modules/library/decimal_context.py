# The first part of `decimal`: signals, contexts, and rounding to them.
#
# What happened is a set of bits. A context keeps those that happened and those that raise.

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
HAVE_THREADS = HAVE_CONTEXTVAR = True

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (
    *(ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN),
    *(ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP),
)

_CLAMPED, _SYNTAX, _BY_ZERO, _IMPOSSIBLE, _UNDEFINED = 1, 2, 4, 8, 16
_INEXACT, _BAD_CONTEXT, _INVALID, _FLOAT, _OVERFLOW = 64, 128, 256, 1024, 2048
_ROUNDED, _SUBNORMAL, _UNDERFLOW = 4096, 8192, 16384
_ANY_INVALID = _SYNTAX | _IMPOSSIBLE | _UNDEFINED | _BAD_CONTEXT | _INVALID


class DecimalException(ArithmeticError):
    "Base of the signals."


class Clamped(DecimalException):
    "An exponent was changed to fit."


class InvalidOperation(DecimalException):
    "An operation without a meaning."


class ConversionSyntax(InvalidOperation):
    "A text that is no number."


class DivisionByZero(DecimalException, ZeroDivisionError):
    "A number divided by zero."


class DivisionImpossible(InvalidOperation):
    "An integer quotient with too many digits."


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    "Zero divided by zero."


class InvalidContext(InvalidOperation):
    "A context that cannot be."


class Inexact(DecimalException):
    "Digits other than zero were lost."


class Rounded(DecimalException):
    "Digits were dropped."


class Subnormal(DecimalException):
    "An exponent below Emin."


class Overflow(Inexact, Rounded):
    "Too large a result."


class Underflow(Inexact, Rounded, Subnormal):
    "Too small a result."


class FloatOperation(DecimalException, TypeError):
    "Decimals and floats were mixed."


# In the order in which they are looked for and listed.
_SIGNALS = {
    InvalidOperation: _ANY_INVALID,
    FloatOperation: _FLOAT,
    DivisionByZero: _BY_ZERO,
    Overflow: _OVERFLOW,
    Underflow: _UNDERFLOW,
    Subnormal: _SUBNORMAL,
    Inexact: _INEXACT,
    Rounded: _ROUNDED,
    Clamped: _CLAMPED,
}
_CONDITIONS = {
    InvalidOperation: _INVALID,
    ConversionSyntax: _SYNTAX,
    DivisionImpossible: _IMPOSSIBLE,
    DivisionUndefined: _UNDEFINED,
    InvalidContext: _BAD_CONTEXT,
    **{signal: bits for signal, bits in _SIGNALS.items() if signal is not InvalidOperation},
}
_LISTED = (
    *(Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation),
    *(Overflow, Rounded, Subnormal, Underflow),
)


def _signal(context, bits):
    # Notes what happened, and raises when the context says so.
    context._flags |= bits
    trapped = bits & context._traps
    if trapped:
        signal = next(signal for signal, mask in _SIGNALS.items() if trapped & mask)
        raise signal([condition for condition, mask in _CONDITIONS.items() if trapped & mask])


def _bits_of(signals):
    if isinstance(signals, dict):
        signals = [signal for signal, on in signals.items() if on]
    bits = 0
    for signal in signals:
        if signal not in _SIGNALS:
            raise KeyError(
                "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]"
            )
        bits |= _SIGNALS[signal]
    return bits


class _Signals:
    # The flags or the traps of a context as a mapping.
    __slots__ = ("_context", "_name")

    def __init__(self, context, name):
        self._context = context
        self._name = name

    def __getitem__(self, signal):
        if signal not in _SIGNALS:
            raise KeyError("invalid error flag")
        return bool(getattr(self._context, self._name) & _SIGNALS[signal])

    def __setitem__(self, signal, on):
        if signal not in _SIGNALS:
            raise KeyError("invalid error flag")
        self._context._check_open()
        bits = getattr(self._context, self._name)
        setattr(self._context, self._name, bits | _SIGNALS[signal] if on else bits & ~_SIGNALS[signal])

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return signal in _SIGNALS

    def keys(self):
        return _SIGNALS.keys()

    def values(self):
        return [self[signal] for signal in _SIGNALS]

    def items(self):
        return [(signal, self[signal]) for signal in _SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in _SIGNALS else default

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if not isinstance(other, (_Signals, dict)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __repr__(self):
        return "{" + ", ".join([f"{signal}:{on}" for signal, on in self.items()]) + "}"


def _whole(value):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    return value


def _check_rounding(rounding):
    if rounding not in _ROUNDINGS:
        raise TypeError(
            "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]"
        )
    return rounding


def _limited(name, low, high, low_text, high_text):
    # A property whose values lie within bounds.
    attribute = "_" + name.lower()

    def read(self):
        return getattr(self, attribute)

    def write(self, value):
        self._check_open()
        if not low <= _whole(value) <= high:
            if high == 1:
                raise ValueError(f"valid values for {name} are 0 or 1")
            raise ValueError(f"valid range for {name} is [{low_text}, {high_text}]")
        setattr(self, attribute, value)
        self._measure()

    return property(read, write)


def _decimal_context(context):
    # The context of an operation: the given one or that of the program.
    if context is None:
        return _current
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    return context


class _ContextBase:
    # What a context is; what it can do comes with the numbers.
    __slots__ = (
        *("_prec", "_rounding", "_emin", "_emax", "_capitals", "_clamp", "_flags", "_traps"),
        *("_limit", "_top", "_locked"),
    )

    def __init__(
        self,
        prec=None,
        rounding=None,
        Emin=None,
        Emax=None,
        capitals=None,
        clamp=None,
        flags=None,
        traps=None,
        **unknown,
    ):
        for name in unknown:
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        self._locked = False
        self._prec, self._emin, self._emax = _DEFAULT[:3]
        self.prec = self._prec if prec is None else prec
        self.rounding = _DEFAULT[3] if rounding is None else rounding
        self.Emin = self._emin if Emin is None else Emin
        self.Emax = self._emax if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        self._flags = 0 if flags is None else _bits_of(flags)
        self._traps = _DEFAULT[4] if traps is None else _bits_of(traps)

    def _check_open(self):
        # The context of the whole program cannot be changed from inside a task.
        if self._locked:
            _leave_task()

    def _measure(self):
        # What decides that a result needs no rounding; powers beyond memory are left to the slow way.
        self._limit = 10 ** min(self._prec, 999)
        self._top = self._emax - self._prec + 1

    prec = _limited("prec", 1, MAX_PREC, "1", "MAX_PREC")
    Emin = _limited("Emin", MIN_EMIN, 0, "MIN_EMIN", "0")
    Emax = _limited("Emax", 0, MAX_EMAX, "0", "MAX_EMAX")
    capitals = _limited("capitals", 0, 1, "0", "1")
    clamp = _limited("clamp", 0, 1, "0", "1")

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, rounding):
        self._check_open()
        self._rounding = _check_rounding(rounding)

    @property
    def flags(self):
        return _Signals(self, "_flags")

    @flags.setter
    def flags(self, flags):
        self._check_open()
        self._flags = _bits_of(flags)

    @property
    def traps(self):
        return _Signals(self, "_traps")

    @traps.setter
    def traps(self, traps):
        self._check_open()
        self._traps = _bits_of(traps)

    def clear_flags(self):
        "Forgets what happened."
        self._check_open()
        self._flags = 0

    def clear_traps(self):
        "Nothing raises any more."
        self._check_open()
        self._traps = 0

    def Etiny(self):
        "The smallest exponent of a subnormal number."
        return self._emin - self._prec + 1

    def Etop(self):
        "The largest exponent of a number with all digits."
        return self._top

    def copy(self):
        "A context that is the same."
        return _copied(self)

    __copy__ = copy

    def __repr__(self):
        def names(bits):
            return ", ".join([signal.__name__ for signal in _LISTED if bits & _SIGNALS[signal]])

        return (
            f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, Emax={self._emax}, "
            f"capitals={self._capitals}, clamp={self._clamp}, flags=[{names(self._flags)}], "
            f"traps=[{names(self._traps)}])"
        )


def _copied(context):
    copy = object.__new__(Context)
    for name in _ContextBase.__slots__:
        setattr(copy, name, getattr(context, name))
    copy._locked = False
    return copy


# Precision, exponents, rounding and traps of a new context.
_DEFAULT = (28, -999999, 999999, ROUND_HALF_EVEN, _ANY_INVALID | _BY_ZERO | _OVERFLOW)


def getcontext():
    "The context of the program."
    return _current


def setcontext(context, /):
    "Makes a context that of the program."
    global _current
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    _current._check_open()
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = _copied(context)
        context._flags = 0
    _current = context


class ContextManager:
    "What localcontext() returns."

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        global _current
        self._saved = _current
        _current = self._new
        return self._new

    def __exit__(self, kind, value, trace):
        global _current
        _current = self._saved


def localcontext(ctx=None, **changes):
    "A context for the statements of a `with`: a copy, with changes."
    if ctx is not None and not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    context = _copied(_current if ctx is None else ctx)
    for name, value in changes.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"{name!r} is an invalid keyword argument for this function")
        setattr(context, name, value)
    return ContextManager(context)


def _rounds_up(rounding, sign, last, half):
    # Whether to add one after dropping digits that were less than (-1), equal to (0) or more than (1) a half.
    match rounding:
        case "ROUND_HALF_EVEN":
            return half > 0 or half == 0 and last % 2 == 1
        case "ROUND_HALF_UP":
            return half >= 0
        case "ROUND_HALF_DOWN":
            return half > 0
        case "ROUND_UP":
            return True
        case "ROUND_DOWN":
            return False
        case "ROUND_CEILING":
            return not sign
        case "ROUND_FLOOR":
            return sign == 1
    return last % 5 == 0


def _shorten(sign, n, drop, rounding):
    # The number without its last digits, rounded, and whether they were other than zero.
    power = 10**drop
    whole, rest = divmod(n, power)
    if not rest:
        return whole, False
    rest *= 2
    half = -1 if rest < power else rest > power
    return whole + _rounds_up(rounding, sign, whole, half), True


def _too_large(sign, context, rounding, bits=0):
    _signal(context, bits | _OVERFLOW | _INEXACT | _ROUNDED)
    if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_CEILING if sign else ROUND_FLOOR):
        return _make(sign, 10**context._prec - 1, context._top, 0)
    return _make(sign, 0, 0, 1)


def _fix(sign, n, exp, context):
    # The finite number, rounded to the context.
    if n < context._limit and context._emin <= exp <= context._top:
        return _make(sign, n, exp, 0)
    return _round(sign, n, exp, context, context._rounding)


def _round(sign, n, exp, context, rounding, bits=0):
    # `bits` happened already.
    prec, low = context._prec, context._emin
    tiny = low - prec + 1
    if not n:
        most = context._top if context._clamp else context._emax
        if not tiny <= exp <= most:
            exp = max(tiny, min(exp, most))
            bits |= _CLAMPED
        if bits:
            _signal(context, bits)
        return _make(sign, 0, exp, 0)
    digits = _digits(n)
    if exp + digits - 1 < low:
        bits |= _SUBNORMAL
    drop = max(digits - prec, tiny - exp)
    if exp + digits - 1 > context._emax:
        return _too_large(sign, context, rounding, bits)
    if drop > 0:
        exp += drop
        # More zeros than digits make no difference.
        n, inexact = _shorten(sign, n, min(drop, digits + 1), rounding)
        bits |= _ROUNDED
        if inexact:
            bits |= _INEXACT | _UNDERFLOW if bits & _SUBNORMAL else _INEXACT
            if not n:
                bits |= _CLAMPED
        digits = _digits(n)
        if digits > prec:
            n //= 10
            exp += 1
            digits -= 1
        if exp + digits - 1 > context._emax:
            return _too_large(sign, context, rounding, bits)
    if context._clamp and exp > context._top:
        n *= 10 ** (exp - context._top)
        exp = context._top
        bits |= _CLAMPED
    if bits:
        _signal(context, bits)
    return _make(sign, n, exp, 0)
