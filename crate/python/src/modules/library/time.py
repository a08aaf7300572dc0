# Calendar times: what the clock functions in Rust leave to do. The place of the machine is at UTC.
from operator import index as _index
from operator import itemgetter as _itemgetter

timezone = altzone = daylight = 0
tzname = ("UTC", "UTC")

_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_NAMES = (
    *("", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_EPOCH = 719163
_DAY = 86400


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    if month == 2:
        return 29 if _is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _day_of_year(year, month, day):
    return _DAYS_BEFORE[month] + (month > 2 and _is_leap(year)) + day


def _to_ordinal(year, month, day):
    # 1 is the first of January of the year 1.
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400 + _day_of_year(year, month, day)


def _from_ordinal(ordinal):
    # Years begin in March here, so that the leap day is the last; 400 years have 146097 days.
    era, day = divmod(ordinal + 305, 146097)
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5 - 1
    return (era * 400 + year + (month > 9), month + 3 if month < 10 else month - 9, day)


def _iso_week(ordinal):
    # The year, week and day of a week in the calendar of ISO 8601: a week belongs to the year of its Thursday.
    weekday = (ordinal + 6) % 7
    thursday = ordinal - weekday + 3
    year, month, day = _from_ordinal(thursday)
    return year, (_day_of_year(year, month, day) - 1) // 7 + 1, weekday + 1


class struct_time(tuple):
    "The parts of a time, by name and by index."

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    _names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
    __match_args__ = _names

    def __new__(cls, iterable, dict={}, /):
        try:
            parts = tuple(iterable)
        except TypeError:
            raise TypeError("constructor requires a sequence") from None
        if len(parts) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(parts)}-sequence given)")
        if len(parts) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(parts)}-sequence given)")
        self = tuple.__new__(cls, parts[:9])
        self.tm_zone = parts[9] if len(parts) > 9 else dict.get("tm_zone")
        self.tm_gmtoff = parts[10] if len(parts) > 10 else dict.get("tm_gmtoff")
        return self

    def __repr__(self):
        return f"time.struct_time({', '.join([f'{name}={value!r}' for name, value in zip(self._names, self)])})"

    def __reduce__(self):
        return struct_time, (tuple(self), {"tm_zone": self.tm_zone, "tm_gmtoff": self.tm_gmtoff})

    for _place, _name in enumerate(_names):
        vars()[_name] = property(_itemgetter(_place))


def _split(seconds, zone):
    if seconds is None:
        seconds = time()
    if isinstance(seconds, float):
        seconds = int(seconds // 1)
    else:
        seconds = _index(seconds)
    if not -(2**63) <= seconds < 2**63:
        raise OverflowError("timestamp out of range for platform time_t")
    days, rest = divmod(seconds, _DAY)
    days += _EPOCH
    year, month, day = _from_ordinal(days)
    if not -(2**31) <= year - 1900 < 2**31:
        raise OverflowError(75, "Value too large for defined data type")
    hour, rest = divmod(rest, 3600)
    yday = _day_of_year(year, month, day)
    return struct_time((year, month, day, hour, rest // 60, rest % 60, (days + 6) % 7, yday, 0, zone, 0))


def gmtime(seconds=None, /):
    "The parts of a time at UTC."
    return _split(seconds, "GMT")


def localtime(seconds=None, /):
    "The parts of a time; the place of the machine is at UTC."
    return _split(seconds, "UTC")


def mktime(tuple, /):
    "Seconds since 1970 of a time tuple, whose parts may be beyond their ranges."
    year, month, day, hour, minute, second = _nine(tuple, "mktime")[:6]
    years, month = divmod(month - 1, 12)
    days = _to_ordinal(year + years, month + 1, 1) + day - 1 - _EPOCH
    return float(days * _DAY + hour * 3600 + minute * 60 + second)


def _nine(parts, name):
    if not isinstance(parts, tuple):
        raise TypeError("Tuple or struct_time argument required")
    if len(parts) != 9:
        raise TypeError(f"{name}(): illegal time tuple argument")
    return tuple([_index(part) for part in parts])


def _checked(parts, name):
    # Zero stands for the first month, day and day of the year.
    year, month, day, hour, minute, second, weekday, yday, dst = _nine(parts, name)
    month, day, yday = month or 1, day or 1, yday or 1
    for what, value, low, high in (
        ("month", month, 1, 12),
        ("day of month", day, 1, 31),
        ("hour", hour, 0, 23),
        ("minute", minute, 0, 59),
        ("seconds", second, 0, 61),
        ("day of week", max(weekday, 0), 0, weekday),
        ("day of year", yday, 1, 366),
    ):
        if not low <= value <= high:
            raise ValueError(f"{what} out of range")
    zone, offset = "", None
    if dst >= 0:
        zone, offset = getattr(parts, "tm_zone", None) or "UTC", getattr(parts, "tm_gmtoff", None) or 0
    return year, month, day, hour, minute, second, weekday % 7, yday, zone, offset


def asctime(tuple=None, /):
    "A time as text: 'Thu Jan  1 00:00:00 1970'."
    parts = _checked(localtime() if tuple is None else tuple, "asctime")
    year, month, day, hour, minute, second, weekday = parts[:7]
    return (
        f"{_DAY_NAMES[weekday][:3]} {_MONTH_NAMES[month][:3]}{day:3} "
        f"{hour:02}:{minute:02}:{second:02} {year}"
    )


def ctime(seconds=None, /):
    "asctime(localtime(seconds))"
    return asctime(localtime(seconds))


def strftime(format, tuple=None, /):
    "A time as a format says it."
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    return _format(format, _checked(localtime() if tuple is None else tuple, "strftime"))


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    "A text read as a format says; the parts of the time in it."
    from _strptime import _read

    return struct_time(_read(string, format)[0])


# Directives that stand for others.
_SHORTCUTS = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "r": "%I:%M:%S %p",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
}


def _number(directive, parts):
    # The value, the width and the filling of a directive that is a number; None for others.
    year, month, day, hour, minute, second, weekday, yday, _, _ = parts
    match directive:
        case "C":
            return year // 100, 1, "0"
        case "d":
            return day, 2, "0"
        case "e":
            return day, 2, " "
        case "G":
            return _iso_week(_to_ordinal(year, month, day))[0], 1, "0"
        case "g":
            return _iso_week(_to_ordinal(year, month, day))[0] % 100, 2, "0"
        case "H":
            return hour, 2, "0"
        case "I":
            return (hour - 1) % 12 + 1, 2, "0"
        case "j":
            return yday, 3, "0"
        case "k":
            return hour, 2, " "
        case "l":
            return (hour - 1) % 12 + 1, 2, " "
        case "m":
            return month, 2, "0"
        case "M":
            return minute, 2, "0"
        case "s":
            days = _to_ordinal(year, month, day) - _EPOCH
            return days * _DAY + hour * 3600 + minute * 60 + second, 1, "0"
        case "S":
            return second, 2, "0"
        case "u":
            return weekday + 1, 1, "0"
        case "U":
            return (yday + 6 - (weekday + 1) % 7) // 7, 2, "0"
        case "V":
            return _iso_week(_to_ordinal(year, month, day))[1], 2, "0"
        case "w":
            return (weekday + 1) % 7, 1, "0"
        case "W":
            return (yday + 6 - weekday) // 7, 2, "0"
        case "y":
            return year % 100, 2, "0"
        case "Y":
            return year, 1, "0"
    return None


def _text(directive, parts):
    # The text of a directive that is not a number; None for unknown ones.
    hour, offset = parts[3], parts[9]
    match directive:
        case "a":
            return _DAY_NAMES[parts[6]][:3]
        case "A":
            return _DAY_NAMES[parts[6]]
        case "b" | "h":
            return _MONTH_NAMES[parts[1]][:3]
        case "B":
            return _MONTH_NAMES[parts[1]]
        case "n":
            return "\n"
        case "t":
            return "\t"
        case "p":
            return "AM" if hour < 12 else "PM"
        case "P":
            return "am" if hour < 12 else "pm"
        case "z" if offset is None:
            return ""
        case "z":
            sign = "-" if offset < 0 else "+"
            return f"{sign}{abs(offset) // 3600:02}{abs(offset) // 60 % 60:02}"
        case "Z":
            return parts[8]
        case "%":
            return "%"
    return None


def _format(format, parts):
    out = []
    place, end = 0, len(format)
    while place < end:
        start = format.find("%", place)
        if start < 0:
            start = end
        out.append(format[place:start])
        place = start + 1
        flags = place
        while place < end and format[place] in "-_0^#":
            place += 1
        flags = format[flags:place]
        width = place
        while place < end and format[place].isdigit():
            place += 1
        width = format[width:place]
        if place >= end:
            out.append(format[start:])
            break
        text = _directive(format[place], flags, width, parts)
        out.append(format[start : place + 1] if text is None else text)
        place += 1
    return "".join(out)


def _directive(directive, flags, width, parts):
    number = _number(directive, parts)
    if number is not None:
        value, least, fill = number
        if "_" in flags:
            fill = " "
        if "0" in flags:
            fill = "0"
        if "-" in flags:
            least = 1
        return str(value).rjust(int(width or least), fill)
    if directive in _SHORTCUTS:
        text = _format(_SHORTCUTS[directive], parts)
    else:
        text = _text(directive, parts)
    if text is None:
        return None
    if "^" in flags and directive != "P" or "#" in flags and directive in "aAbBh":
        text = text.upper()
    elif "#" in flags and directive in "pZ":
        text = text.lower()
    return text.rjust(int(width or 0), "0" if "0" in flags else " ")
