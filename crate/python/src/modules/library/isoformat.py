# Reads the texts of ISO 8601 for `datetime`.
import re as _re
from datetime import _DAY_US, _clock_us, timedelta, timezone
from operator import index as _index
from time import _from_ordinal, _to_ordinal

_WITH_DASHES = _re.compile(r"([0-9]{4})-(?:([0-9]{2})-([0-9]{2})|W([0-9]{2})(?:-([0-9]))?)")
_WITHOUT_DASHES = _re.compile(r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|W([0-9]{2})([0-9])?)")
_WITH_COLONS = _re.compile(r"([0-9]{2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]+))?)?)?")
_WITHOUT_COLONS = _re.compile(r"([0-9]{2})(?:([0-9]{2})(?:([0-9]{2})(?:(?:[.,]|(?=[0-9]{2}))([0-9]+))?)?)?")


def _invalid(text):
    return ValueError(f"Invalid isoformat string: {text!r}")


def _week_date(year, week, day):
    # The day of a year, week and weekday.
    year, week, day = _index(year), _index(week), _index(day)
    fourth = _to_ordinal(year, 1, 4)
    monday = fourth - (fourth + 6) % 7 + (week - 1) * 7
    # A week is of the year that its Thursday lies in.
    if not 1 <= week <= 53 or week == 53 and _from_ordinal(monday + 3)[0] != year:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(monday + day - 1)


def _date_parts(text, whole):
    if not isinstance(text, str):
        raise TypeError("fromisoformat: argument must be str")
    found = _WITH_DASHES.fullmatch(text) or _WITHOUT_DASHES.fullmatch(text)
    if not found:
        raise _invalid(whole)
    year, month, day, week, weekday = [part and int(part) for part in found.groups()]
    if week is None:
        return year, month, day
    try:
        return _week_date(year, week, 1 if weekday is None else weekday)
    except ValueError:
        raise _invalid(whole) from None


def _clock_parts(text, whole):
    found = _WITH_COLONS.fullmatch(text) or _WITHOUT_COLONS.fullmatch(text)
    if not found:
        raise _invalid(whole)
    hour, minute, second, fraction = found.groups("0")
    return int(hour), int(minute), int(second), int(fraction[:6].ljust(6, "0"))


def _time_parts(text, whole):
    # Hour, minute, second, microsecond and zone.
    start = min([place for mark in "+-Z" if (place := text.find(mark)) >= 0], default=len(text))
    clock, mark, rest = text[:start], text[start : start + 1], text[start + 1 :]
    parts = _clock_parts(clock, whole)
    if not mark:
        return *parts, None
    if mark == "Z":
        if rest:
            raise _invalid(whole)
        return *parts, timezone.utc
    us = _clock_us(*_clock_parts(rest, whole))
    if us >= _DAY_US:
        raise _invalid(whole)
    return *parts, timezone(timedelta(microseconds=-us if mark == "-" else us))


def _separator(text):
    # Where the character between day and time is.
    if text[4:5] == "-":
        if text[5:6] != "W" or text[8:9] == "-" and not text[10:11].isdigit():
            return 10
        return 8
    if text[4:5] != "W":
        return 8
    end = 7
    while text[end : end + 1].isdigit():
        end += 1
    if end < 9:
        return end
    return 7 if end % 2 == 0 else 8


def _datetime_parts(text):
    # Year, month, day, hour, minute, second, microsecond and zone.
    place = _separator(text)
    day = _date_parts(text[:place], text)
    if len(text) <= place:
        return *day, 0, 0, 0, 0, None
    return *day, *_time_parts(text[place + 1 :], text)
