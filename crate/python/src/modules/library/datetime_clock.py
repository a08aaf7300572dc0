# The second half of `datetime`: times of the day, and days with a time.


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    text = f"{hour:02}"
    match timespec:
        case "hours":
            return text
        case "minutes":
            return f"{text}:{minute:02}"
        case "seconds":
            return f"{text}:{minute:02}:{second:02}"
        case "milliseconds":
            return f"{text}:{minute:02}:{second:02}.{microsecond // 1000:03}"
        case "microseconds":
            return f"{text}:{minute:02}:{second:02}.{microsecond:06}"
    raise ValueError("Unknown timespec value")


def _tail(value):
    # What a repr says of seconds, zone and fold.
    parts = [value._second, value._microsecond]
    while parts and not parts[-1]:
        parts.pop()
    text = "".join([f", {part}" for part in parts])
    if value._tzinfo is not None:
        text += f", tzinfo={value._tzinfo!r}"
    return text + ", fold=1" if value._fold else text


def _compare(value, other, kind):
    # Less than, equal to or greater than 0; None when one knows its zone and the other does not.
    here, there = value.utcoffset(), other.utcoffset()
    if value._tzinfo is other._tzinfo:
        here = there = None
    if (here is None) != (there is None):
        return None
    return value._moment(here) - other._moment(there)


def _ordering(kind, test):
    def compare(self, other):
        if not isinstance(other, kind):
            if kind is datetime and isinstance(other, date):
                raise TypeError(f"can't compare {_shown(self)} to {_shown(other)}")
            return NotImplemented
        difference = _compare(self, other, kind)
        if difference is None:
            raise TypeError(f"can't compare offset-naive and offset-aware {kind.__name__}s")
        return test(difference)

    return compare


class time:
    "A time of the day."

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0, **unknown):
        if unknown:
            _refuse(unknown, "this function")
        parts = _check_clock(hour, minute, second, microsecond, tzinfo, fold)
        return _set_clock(object.__new__(cls), *parts, tzinfo, fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        "The time of a text like '10:30:05'."
        from _isoformat import _time_parts

        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        *parts, zone = _time_parts(time_string.removeprefix("T"), time_string)
        return cls(*parts, zone)

    hour = property(_attrgetter("_hour"))
    minute = property(_attrgetter("_minute"))
    second = property(_attrgetter("_second"))
    microsecond = property(_attrgetter("_microsecond"))
    tzinfo = property(_attrgetter("_tzinfo"))
    fold = property(_attrgetter("_fold"))

    def __repr__(self):
        return f"{_shown(self)}({self._hour}, {self._minute}{_tail(self)})"

    def isoformat(self, timespec="auto"):
        "Like '10:30:05'."
        clock = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return clock + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format=_absent):
        "The time as a format says it."
        _check_format(format)
        clock = _time.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))
        return _strftime(self, format, clock)

    def __format__(self, format):
        return self.strftime(format) if format else str(self)

    def utcoffset(self):
        "The distance to UTC, or None."
        return _zone_answer(self, "utcoffset", self._tzinfo, None)

    def dst(self):
        "The daylight saving, or None."
        return _zone_answer(self, "dst", self._tzinfo, None)

    def tzname(self):
        "The name of the zone, or None."
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(
        self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_absent, *, fold=None, **unknown
    ):
        "The time with other parts."
        if unknown:
            _refuse(unknown, "replace()")
        return type(self)(*_replaced_clock(self, hour, minute, second, microsecond, tzinfo), fold=_or(fold, self._fold))

    def _moment(self, offset):
        us = _clock_us(self._hour, self._minute, self._second, self._microsecond)
        return us if offset is None else us - offset._us

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return _compare(self, other, time) == 0

    def __hash__(self):
        return hash(self._moment(self.utcoffset()))

    def __reduce__(self):
        zone = () if self._tzinfo is None else (self._tzinfo,)
        return type(self), (self._hour, self._minute, self._second, self._microsecond, *zone)


def _or(value, default):
    return default if value is None else value


def _replaced_clock(self, hour, minute, second, microsecond, zone):
    return (
        _or(hour, self._hour),
        _or(minute, self._minute),
        _or(second, self._second),
        _or(microsecond, self._microsecond),
        self._tzinfo if zone is _absent else zone,
    )


def _set_clock(self, hour, minute, second, microsecond, zone, fold):
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._tzinfo = zone
    self._fold = fold
    return self


def _from_us(cls, us, zone, fold=0):
    # The datetime of microseconds since the first day of the year 0.
    days, rest = divmod(us, _DAY_US)
    year, month, day = _check_ordinal(days)
    second, microsecond = divmod(rest, _SECOND)
    clock = second // 3600, second // 60 % 60, second % 60, microsecond
    if cls is datetime:
        return _set_clock(_date(cls, year, month, day), *clock, zone, fold)
    return cls(year, month, day, *clock, zone, fold=fold)


def _from_timestamp(cls, timestamp, zone):
    if isinstance(timestamp, float):
        if timestamp != timestamp:
            raise ValueError("Invalid value NaN (not a number)")
        if abs(timestamp) >= 2.0**63:
            raise OverflowError("timestamp out of range for platform time_t")
        whole = int(timestamp)
        us = whole * _SECOND + round((timestamp - whole) * 1e6)
    else:
        us = _index(timestamp) * _SECOND
    us += _EPOCH * _DAY_US
    year = _from_ordinal(us // _DAY_US)[0]
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    return _from_us(cls, us, zone)


class datetime(date):
    "A day with a time."

    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(
        cls,
        year=_absent,
        month=_absent,
        day=_absent,
        hour=0,
        minute=0,
        second=0,
        microsecond=0,
        tzinfo=None,
        *,
        fold=0,
        **unknown,
    ):
        _required(year=year, month=month, day=day)
        if unknown:
            _refuse(unknown, "this function")
        self = _date(cls, *_check_date(year, month, day))
        return _set_clock(self, *_check_clock(hour, minute, second, microsecond, tzinfo, fold), tzinfo, fold)

    @classmethod
    def now(cls, tz=None):
        "This moment, by the clock of the machine."
        _check_zone(tz)
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        "This moment at UTC, without zone."
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def today(cls):
        "This moment."
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        "The moment so many seconds after 1970."
        _check_zone(tz)
        result = _from_timestamp(cls, timestamp, tz)
        return result if tz is None else tz.fromutc(result)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        "The moment at UTC, without zone."
        return _from_timestamp(cls, timestamp, None)

    @classmethod
    def combine(cls, date, time, tzinfo=_absent):
        "A day and a time together."
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {_shown(date)}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {_shown(time)}")
        zone = time._tzinfo if tzinfo is _absent else tzinfo
        clock = time._hour, time._minute, time._second, time._microsecond
        return cls(date._year, date._month, date._day, *clock, zone, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        "The moment of a text like '2011-11-04T00:05:23'."
        from _isoformat import _datetime_parts

        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        return cls(*_datetime_parts(date_string))

    @classmethod
    def strptime(cls, *arguments):
        "The moment in a text, read as a format says."
        if len(arguments) != 2:
            raise TypeError(f"strptime() takes exactly 2 arguments ({len(arguments)} given)")
        for place, argument in enumerate(arguments, 1):
            if not isinstance(argument, str):
                raise TypeError(f"strptime() argument {place} must be str, not {_shown(argument)}")
        from _strptime import _read

        parts, microsecond, offset_fraction = _read(*arguments)
        zone, offset = parts[9:]
        if offset is not None:
            offset = timedelta(seconds=offset, microseconds=offset_fraction)
            offset = timezone(offset, zone) if zone else timezone(offset)
        return cls(*parts[:6], microsecond, offset)

    hour = property(_attrgetter("_hour"))
    minute = property(_attrgetter("_minute"))
    second = property(_attrgetter("_second"))
    microsecond = property(_attrgetter("_microsecond"))
    tzinfo = property(_attrgetter("_tzinfo"))
    fold = property(_attrgetter("_fold"))

    def __repr__(self):
        day = f"{self._year}, {self._month}, {self._day}"
        return f"{_shown(self)}({day}, {self._hour}, {self._minute}{_tail(self)})"

    def isoformat(self, sep="T", timespec="auto"):
        "Like '2011-11-04T00:05:23'."
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f"isoformat() argument 1 must be a unicode character, not {_shown(sep)}")
        clock = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f"{date.isoformat(self)}{sep}{clock}{_offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def timetuple(self):
        "The parts as a time.struct_time."
        dst = self.dst()
        return self._timetuple(-1 if dst is None else 1 if dst else 0)

    def utctimetuple(self):
        "The parts at UTC as a time.struct_time."
        offset = self.utcoffset()
        return (self - offset if offset else self)._timetuple(0)

    def _timetuple(self, dst):
        yday = _day_of_year(self._year, self._month, self._day)
        day = self._year, self._month, self._day
        return _time.struct_time((*day, self._hour, self._minute, self._second, self.weekday(), yday, dst))

    def timestamp(self):
        "Seconds since 1970; without a zone the time counts as UTC."
        offset = self.utcoffset()
        return (self._moment(offset) - _EPOCH * _DAY_US) / _SECOND

    def date(self):
        "The day."
        return _date(_date_class, self._year, self._month, self._day)

    def time(self):
        "The time, without zone."
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        "The time, with its zone."
        clock = self._hour, self._minute, self._second, self._microsecond
        return _time_class(*clock, self._tzinfo, fold=self._fold)

    def replace(
        self,
        year=None,
        month=None,
        day=None,
        hour=None,
        minute=None,
        second=None,
        microsecond=None,
        tzinfo=_absent,
        *,
        fold=None,
        **unknown,
    ):
        "The moment with other parts."
        if unknown:
            _refuse(unknown, "replace()")
        clock = _replaced_clock(self, hour, minute, second, microsecond, tzinfo)
        day = _or(year, self._year), _or(month, self._month), _or(day, self._day)
        return type(self)(*day, *clock, fold=_or(fold, self._fold))

    def astimezone(self, tz=None):
        "The same moment in another zone; without a zone the time counts as UTC."
        if tz is None:
            tz = timezone(timedelta(), "UTC")
        elif not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{_shown(tz)}'")
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        return tz.fromutc(_from_us(type(self), self._moment(offset), tz))

    def utcoffset(self):
        "The distance to UTC, or None."
        return _zone_answer(self, "utcoffset", self._tzinfo, self)

    def dst(self):
        "The daylight saving, or None."
        return _zone_answer(self, "dst", self._tzinfo, self)

    def tzname(self):
        "The name of the zone, or None."
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def _moment(self, offset=None):
        # Microseconds since the first day of the year 0, at UTC when the offset is known.
        us = self.toordinal() * _DAY_US + _clock_us(self._hour, self._minute, self._second, self._microsecond)
        return us if offset is None else us - offset._us

    def __add__(self, other):
        if isinstance(other, timedelta):
            return _from_us(type(self), self._moment() + other._us, self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _from_us(type(self), self._moment() - other._us, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        difference = _compare(self, other, datetime)
        if difference is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(difference)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        return _compare(self, other, datetime) == 0

    def __hash__(self):
        return hash(self._moment(self.utcoffset()))

    def __reduce__(self):
        zone = () if self._tzinfo is None else (self._tzinfo,)
        clock = self._hour, self._minute, self._second, self._microsecond
        return type(self), (self._year, self._month, self._day, *clock, *zone)


for _class in (time, datetime):
    _class.__lt__ = _ordering(_class, lambda difference: difference < 0)
    _class.__le__ = _ordering(_class, lambda difference: difference <= 0)
    _class.__gt__ = _ordering(_class, lambda difference: difference > 0)
    _class.__ge__ = _ordering(_class, lambda difference: difference >= 0)

# Inside `datetime` these names are methods.
_date_class = date
_time_class = time
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = datetime.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
