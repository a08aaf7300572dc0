# Reads times from text: the format becomes a regular expression, what it finds becomes the parts of a time.
import re as _re
from time import _DAY_NAMES, _MONTH_NAMES, _day_of_year, _from_ordinal, _to_ordinal


def _one_of(names):
    return "|".join(sorted([_re.escape(name.lower()) for name in names], key=len, reverse=True))


_TWO_DIGIT_WEEK = r"5[0-3]|[0-4]\d|\d"
_PATTERNS = {
    "d": r"3[01]|[12]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"[0-9]{1,6}",
    "G": r"\d{4}",
    "H": r"2[0-3]|[01]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]",
    "j": r"36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[01]|[0-5]\d|\d",
    "u": r"[1-7]",
    "U": _TWO_DIGIT_WEEK,
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "w": r"[0-6]",
    "W": _TWO_DIGIT_WEEK,
    "y": r"\d\d",
    "Y": r"\d{4}",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|Z",
    "a": _one_of([name[:3] for name in _DAY_NAMES]),
    "A": _one_of(_DAY_NAMES),
    "b": _one_of([name[:3] for name in _MONTH_NAMES[1:]]),
    "B": _one_of(_MONTH_NAMES[1:]),
    "p": "am|pm",
    "Z": "utc|gmt",
}
_SHORTCUTS = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_compiled = {}


def _expression(format):
    for short, long in _SHORTCUTS.items():
        format = format.replace("%" + short, long)
    out = []
    pieces = iter(_re.split(r"%(.?)", format, flags=_re.DOTALL))
    for plain in pieces:
        # Any white space stands for any amount of it.
        out.append(_re.sub(r"(?:\\?\s)+", r"\\s+", _re.escape(plain)))
        directive = next(pieces, None)
        if directive is None:
            break
        if directive == "":
            raise ValueError(f"stray % in format '{format}'")
        if directive == "%":
            out.append("%")
        elif directive in _PATTERNS:
            out.append(f"(?P<{directive}>{_PATTERNS[directive]})")
        else:
            bad = "\\" if directive == "\\" else directive
            raise ValueError(f"'{bad}' is a bad directive in format '{format}'")
    return _re.compile("".join(out), _re.IGNORECASE)


def _found(string, format):
    for place, argument in enumerate((string, format)):
        if not isinstance(argument, str):
            raise TypeError(f"strptime() argument {place} must be str, not {type(argument)}")
    expression = _compiled.get(format)
    if expression is None:
        expression = _compiled[format] = _expression(format)
    found = expression.match(string)
    if not found:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if found.end() != len(string):
        raise ValueError(f"unconverted data remains: {string[found.end() :]}")
    return found.groupdict()


def _place(names, text):
    return [name[: len(text)].lower() for name in names].index(text.lower())


def _hour(found):
    if "H" in found:
        return int(found["H"])
    if "I" not in found:
        return 0
    hour = int(found["I"]) % 12
    return hour + 12 if found.get("p", "").lower() == "pm" else hour


def _offset(text):
    # Seconds and microseconds east of UTC, like '+05:30', '-0100' or 'Z'.
    if text in "Zz":
        return 0, 0
    sign = -1 if text[0] == "-" else 1
    parts = text[1:].partition(".")
    digits = parts[0].replace(":", "")
    if ":" in text and len(digits) > 4 and parts[0].count(":") != 2:
        raise ValueError(f"Inconsistent use of : in {text}")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6] or 0)
    return sign * seconds, sign * int(parts[2].ljust(6, "0"))


def _weekday(found):
    if "A" in found or "a" in found:
        text = found.get("A") or found["a"]
        return _place(_DAY_NAMES, text)
    if "w" in found:
        return (int(found["w"]) - 1) % 7
    if "u" in found:
        return int(found["u"]) - 1
    return None


def _check_together(found, year, weekday):
    directives = "a weekday directive ('%A', '%a', '%w', or '%u')."
    if "G" in found:
        if "j" in found:
            text = "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
            raise ValueError(text)
        if "V" not in found or weekday is None:
            raise ValueError(f"ISO year directive '%G' must be used with the ISO week directive '%V' and {directives}")
    elif "V" in found:
        if year is None or weekday is None:
            raise ValueError(f"ISO week directive '%V' must be used with the ISO year directive '%G' and {directives}")
        text = "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
        raise ValueError(text)


def _day_from_week(found, year, weekday):
    # The ordinal of a day given by the number of its week; None when it is not given so.
    if "G" in found:
        iso_year, week = int(found["G"]), int(found["V"])
        fourth = _to_ordinal(iso_year, 1, 4)
        ordinal = fourth - (fourth + 6) % 7 + (week - 1) * 7 + weekday
        if week == 53 and _from_ordinal(fourth - (fourth + 6) % 7 + 52 * 7 + 3)[0] != iso_year:
            raise ValueError(f"Invalid week: {week}")
        return ordinal
    if weekday is None or year is None or not ("U" in found or "W" in found):
        return None
    # Week 1 begins with the first Sunday or Monday.
    sunday = "U" in found
    week = int(found["U"] if sunday else found["W"])
    first = _to_ordinal(year, 1, 1)
    before = (first + sunday - 1) % 7
    return first - before + (week - (before == 0)) * 7 + (weekday + sunday) % 7


def _read(string, format):
    "The eleven parts of a time, its microseconds, and the microseconds of its offset."
    found = _found(string, format)
    year = None
    if "Y" in found:
        year = int(found["Y"])
    elif "y" in found:
        year = int(found["y"])
        year += 1900 if year > 68 else 2000
    month, day = 1, 1
    if "m" in found:
        month = int(found["m"])
    elif "B" in found or "b" in found:
        text = found.get("B") or found["b"]
        month = _place(_MONTH_NAMES[1:], text) + 1
    if "d" in found:
        day = int(found["d"])
    weekday = _weekday(found)
    _check_together(found, year, weekday)
    leap_day = year is None and month == 2 and day == 29
    base = year
    if year is None:
        base = 1904 if leap_day else 1900
    ordinal = _day_from_week(found, base if "G" in found else year, weekday)
    if "j" in found:
        ordinal = _to_ordinal(base, 1, 1) + int(found["j"]) - 1
    if ordinal is not None:
        year, month, day = _from_ordinal(ordinal)
        base = year
    yday = _day_of_year(base, month, day)
    if weekday is None:
        weekday = (_to_ordinal(base, month, day) + 6) % 7
    zone, dst = found.get("Z"), -1
    if zone is not None:
        dst = 0
        zone = zone.upper()
    offset, offset_fraction = (None, 0) if found.get("z") is None else _offset(found["z"])
    if year is None:
        base = 1900
    clock = (_hour(found), int(found.get("M", 0)), int(found.get("S", 0)))
    parts = (base, month, day, *clock, weekday, yday, dst, zone, offset)
    return parts, int(found.get("f", "0").ljust(6, "0")), offset_fraction
