# Dates and times. A timedelta is one number of microseconds; all arithmetic goes through it and through day numbers.
import time as _time
from operator import attrgetter as _attrgetter
from operator import index as _index
from time import _DAY, _EPOCH, _day_of_year, _days_in, _from_ordinal, _iso_week, _to_ordinal

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")
MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_MAX_DAYS = 999999999
_SECOND = 1000000
_DAY_US = _DAY * _SECOND
# Stands for an argument that was not given.
_absent = object()


def _shown(value):
    # The class of a value as errors name it.
    cls = type(value)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


def _required(**arguments):
    for place, (name, value) in enumerate(arguments.items(), 1):
        if value is _absent:
            raise TypeError(f"function missing required argument {name!r} (pos {place})")


def _refuse(unknown, function):
    for name in unknown:
        raise TypeError(f"{name!r} is an invalid keyword argument for {function}")


def _to_nearest(numerator, denominator):
    # Ties go to the even neighbour.
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    whole, rest = divmod(numerator, denominator)
    rest *= 2
    return whole + (rest > denominator or rest == denominator and whole % 2)


def _units_us(name, value, unit):
    # The microseconds of so many units as a whole number, and what is left over as a float.
    if isinstance(value, int):
        return value * unit, 0.0
    if not isinstance(value, float):
        raise TypeError(f"unsupported type for timedelta {name} component: {_shown(value)}")
    whole = int(value)
    rest = (value - whole) * unit
    whole_rest = int(rest)
    return whole * unit + whole_rest, rest - whole_rest


def _clock_us(hour, minute, second, microsecond):
    return ((hour * 60 + minute) * 60 + second) * _SECOND + microsecond


class timedelta:
    "The difference between two dates or times."

    __slots__ = ("_us",)

    def __new__(
        cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0, *more, **unknown
    ):
        if more:
            raise TypeError(f"__new__() takes at most 7 arguments ({7 + len(more)} given)")
        if unknown:
            _refuse(unknown, "__new__()")
        us, left = 0, 0.0
        for name, value, unit in (
            ("microseconds", microseconds, 1),
            ("milliseconds", milliseconds, 1000),
            ("seconds", seconds, _SECOND),
            ("minutes", minutes, 60 * _SECOND),
            ("hours", hours, 3600 * _SECOND),
            ("days", days, _DAY_US),
            ("weeks", weeks, 7 * _DAY_US),
        ):
            if value != 0:
                whole, part = _units_us(name, value, unit)
                us += whole
                left += part
        if left:
            # The sum is rounded once, to even.
            nearest = round(left)
            if abs(left - nearest) == 0.5:
                odd = us % 2
                nearest = 2 * round((left + odd) * 0.5) - odd
            us += nearest
        return _delta(us, cls)

    @property
    def days(self):
        return self._us // _DAY_US

    @property
    def seconds(self):
        return self._us // _SECOND % _DAY

    @property
    def microseconds(self):
        return self._us % _SECOND

    def total_seconds(self):
        "All of it as seconds."
        return self._us / _SECOND

    def __repr__(self):
        parts = [(name, getattr(self, name)) for name in ("days", "seconds", "microseconds")]
        inside = ", ".join([f"{name}={value}" for name, value in parts if value])
        return f"{_shown(self)}({inside or 0})"

    def __str__(self):
        days, seconds, us = self.days, self.seconds, self.microseconds
        text = f"{days} day{'s' if abs(days) != 1 else ''}, " if days else ""
        text += f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        return text + f".{us:06}" if us else text

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(other._us - self._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return _delta(self._us)

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(self._us * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return _delta(_to_nearest(self._us * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other._us:
                raise ZeroDivisionError("division by zero")
            return self._us / other._us
        if isinstance(other, int):
            _divisor(other)
            return _delta(_to_nearest(self._us, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            _divisor(numerator)
            return _delta(_to_nearest(self._us * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            _divisor(other._us)
            return self._us // other._us
        if isinstance(other, int):
            _divisor(other)
            return _delta(self._us // other)
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        if not other._us:
            raise ZeroDivisionError("integer modulo by zero")
        return _delta(self._us % other._us)

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        _divisor(other._us)
        quotient, rest = divmod(self._us, other._us)
        return quotient, _delta(rest)

    def __eq__(self, other):
        return self._us == other._us if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._us < other._us if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._us <= other._us if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._us > other._us if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._us >= other._us if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._us)

    def __bool__(self):
        return self._us != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)


def _divisor(value):
    if not value:
        raise ZeroDivisionError("integer division or modulo by zero")


def _delta(us, cls=timedelta):
    days = us // _DAY_US
    if not -_MAX_DAYS <= days <= _MAX_DAYS:
        if not -(2**31) <= days < 2**31:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={days}; must have magnitude <= {_MAX_DAYS}")
    self = object.__new__(cls)
    self._us = us
    return self


def _too_many(most, given):
    raise TypeError(f"function takes at most {most} arguments ({given} given)")


def _out_of_range(parts, text):
    # The error of parts beyond their ranges, and of those beyond all integers of C.
    for part in parts:
        if not -(2**63) <= part < 2**63:
            raise OverflowError("Python int too large to convert to C long")
        if part >= 2**31:
            raise OverflowError("signed integer is greater than maximum")
        if part < -(2**31):
            raise OverflowError("signed integer is less than minimum")
    raise ValueError(text)


def _check_date(year, month, day):
    parts = year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        _out_of_range(parts, f"year {year} is out of range")
    if not 1 <= month <= 12:
        _out_of_range(parts, "month must be in 1..12")
    if not 1 <= day <= _days_in(year, month):
        _out_of_range(parts, "day is out of range for month")
    return parts


def _check_ordinal(ordinal):
    if not 1 <= ordinal <= _MAX_ORDINAL:
        raise OverflowError("date value out of range")
    return _from_ordinal(ordinal)


def _check_clock(hour, minute, second, microsecond, zone, fold):
    parts = _index(hour), _index(minute), _index(second), _index(microsecond)
    for name, value, most in zip(("hour", "minute", "second", "microsecond"), parts, (23, 59, 59, 999999)):
        if not 0 <= value <= most:
            _out_of_range(parts, f"{name} must be in 0..{most}")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    _check_zone(zone)
    return parts


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_shown(zone)}'")


def _check_format(format):
    if format is _absent:
        raise TypeError("strftime() missing required argument 'format' (pos 1)")
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {_shown(format)}")


def _zone_answer(value, name, zone, when):
    # What a method of a tzinfo said, checked.
    if zone is None:
        return None
    delta = getattr(zone, name)(when)
    if delta is not None:
        if not isinstance(delta, timedelta):
            got = _shown(delta)
            raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{got}'")
        if not -_DAY_US < delta._us < _DAY_US:
            limits = "strictly between -timedelta(hours=24) and timedelta(hours=24)"
            raise ValueError(f"offset must be a timedelta {limits}, not {delta!r}.")
    return delta


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    seconds, us = divmod(abs(offset._us), _SECOND)
    text = f"{'-' if offset._us < 0 else '+'}{seconds // 3600:02}{colon}{seconds // 60 % 60:02}"
    if seconds % 60 or us:
        text += f"{colon}{seconds % 60:02}"
    return text + f".{us:06}" if us else text


def _strftime(value, format, clock):
    # Replaces what `time` does not know, and leaves it the rest.
    if "%" not in format:
        return format
    pieces = []
    place = 0
    while (start := format.find("%", place)) >= 0:
        directive = format[start + 1 : start + 2]
        pieces.append(format[place:start])
        if directive == "f":
            pieces.append(f"{getattr(value, 'microsecond', 0):06}")
        elif directive == "z":
            pieces.append(_offset_text(value.utcoffset(), "") if hasattr(value, "utcoffset") else "")
        elif directive == "Z":
            name = value.tzname() if hasattr(value, "tzname") else None
            pieces.append((name or "").replace("%", "%%"))
        else:
            pieces.append("%" + directive)
        place = start + 2
    pieces.append(format[place:])
    return _time.strftime("".join(pieces), clock)


class date:
    "A day in the calendar."

    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year=_absent, month=_absent, day=_absent, *more, **unknown):
        _required(year=year, month=month, day=day)
        if more or unknown:
            _too_many(3, 3 + len(more) + len(unknown))
        return _date(cls, *_check_date(year, month, day))

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        "The day of a number of seconds since 1970."
        return cls(*_time.localtime(timestamp)[:3])

    @classmethod
    def today(cls):
        "The day of today."
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, ordinal, /):
        "The day of this number, 1 being the first day of the year 1."
        ordinal = _index(ordinal)
        if not 1 <= ordinal < 2**31:
            _out_of_range([ordinal], "ordinal must be >= 1")
        return cls(*_from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, date_string, /):
        "The day of a text like '2011-11-04'."
        from _isoformat import _date_parts

        return cls(*_date_parts(date_string, date_string))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        "The day of a year, a week and a weekday of ISO 8601."
        from _isoformat import _week_date

        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        return cls(*_week_date(year, week, day))

    year = property(_attrgetter("_year"))
    month = property(_attrgetter("_month"))
    day = property(_attrgetter("_day"))

    def __repr__(self):
        return f"{_shown(self)}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        "Like '2011-11-04'."
        return f"{self._year:04}-{self._month:02}-{self._day:02}"

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        "Like 'Fri Nov  4 00:00:00 2011'."
        clock = _time.asctime(self.timetuple())
        return f"{clock[: clock.rindex(' ')]} {self._year:04}"

    def strftime(self, format=_absent):
        "The day as a format says it."
        _check_format(format)
        return _strftime(self, format, self.timetuple())

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f"__format__() argument 1 must be str, not {_shown(format)}")
        return self.strftime(format) if format else str(self)

    def timetuple(self):
        "The parts as a time.struct_time."
        yday = _day_of_year(self._year, self._month, self._day)
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), yday, -1))

    def toordinal(self):
        "The number of the day, 1 being the first day of the year 1."
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        "0 for Monday to 6 for Sunday."
        return (_to_ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self):
        "1 for Monday to 7 for Sunday."
        return self.weekday() + 1

    def isocalendar(self):
        "The year, the week and the weekday of ISO 8601."
        return IsoCalendarDate(_iso_week(self.toordinal()))

    def replace(self, year=None, month=None, day=None, **unknown):
        "The day with other parts."
        if unknown:
            _refuse(unknown, "replace()")
        year = self._year if year is None else year
        month = self._month if month is None else month
        return type(self)(year, month, self._day if day is None else day)

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_check_ordinal(self.toordinal() + other._us // _DAY_US))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*_check_ordinal(self.toordinal() - other._us // _DAY_US))
        if isinstance(other, date) and not isinstance(other, datetime):
            return _delta((self.toordinal() - other.toordinal()) * _DAY_US)
        return NotImplemented

    def _key(self):
        return self._year * 372 + self._month * 31 + self._day

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, date) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, date) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day)


def _date(cls, year, month, day):
    self = object.__new__(cls)
    self._year = year
    self._month = month
    self._day = day
    return self


class IsoCalendarDate(tuple):
    "A year, a week and a weekday of ISO 8601."

    def __new__(cls, parts):
        return tuple.__new__(cls, parts)

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class tzinfo:
    "Base of time zones: derive from it and define utcoffset(), dst() and tzname()."

    def utcoffset(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt, /):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt, /):
        "The local time of a time at UTC."
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset, dst = dt.utcoffset(), dt.dst()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst


class timezone(tzinfo):
    "A fixed distance to UTC."

    __slots__ = ("_offset", "_name")

    def __new__(cls, offset=_absent, name=_absent):
        if offset is _absent:
            raise TypeError("timezone() missing required argument 'offset' (pos 1)")
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {_shown(offset)}")
        if name is not _absent and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_shown(name)}")
        if name is _absent and not offset:
            return cls.utc
        if not -_DAY_US < offset._us < _DAY_US:
            limits = "strictly between -timedelta(hours=24) and timedelta(hours=24)"
            raise ValueError(f"offset must be a timedelta {limits}, not {offset!r}.")
        return _zone(cls, offset, None if name is _absent else name)

    def _check(self, dt, name):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {_shown(dt)}")

    def utcoffset(self, dt, /):
        "The distance."
        self._check(dt, "utcoffset")
        return self._offset

    def dst(self, dt, /):
        "None: there is no daylight saving time here."
        self._check(dt, "dst")
        return None

    def tzname(self, dt, /):
        "The name, or one made of the distance."
        self._check(dt, "tzname")
        return str(self)

    def fromutc(self, dt, /):
        "The local time of a time at UTC."
        if not isinstance(dt, datetime):
            raise TypeError("fromutc() argument must be a datetime instance")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __str__(self):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def __repr__(self):
        if self._name is None and not self._offset:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __reduce__(self):
        return timezone, (self._offset,) if self._name is None else (self._offset, self._name)


def _zone(cls, offset, name):
    self = object.__new__(cls)
    self._offset = offset
    self._name = name
    return self


UTC = timezone.utc = _zone(timezone, timedelta(), None)
timezone.min = timezone(timedelta(hours=-23, minutes=-59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
timedelta.min = timedelta(-_MAX_DAYS)
timedelta.max = timedelta(_MAX_DAYS, _DAY - 1, _SECOND - 1)
timedelta.resolution = timedelta(microseconds=1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
