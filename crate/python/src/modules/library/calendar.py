# Calendars as numbers and as text.
from datetime import date as _date
from datetime import timedelta as _timedelta
from time import _EPOCH, _days_in, _is_leap, _to_ordinal

__all__ = [
    *("IllegalMonthError", "IllegalWeekdayError", "setfirstweekday", "firstweekday", "isleap", "leapdays", "weekday"),
    *("monthrange", "monthcalendar", "prmonth", "month", "prcal", "calendar", "timegm", "month_name", "month_abbr"),
    *("day_name", "day_abbr", "Calendar", "TextCalendar", "HTMLCalendar", "weekheader"),
    *("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
]

EPOCH = 1970
January, February = 1, 2
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f"bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)"


class _Names:
    # Names by number, of days or of months.
    def __init__(self, names, width=None):
        self._names = [name[:width] for name in names]

    def __getitem__(self, place):
        return self._names[place]

    def __len__(self):
        return len(self._names)


def _names(format, days):
    # Any January that begins with a Monday does.
    return [day.strftime(format) for day in days]


_week = [_date(2001, 1, day) for day in range(1, 8)]
_year = [_date(2001, month, 1) for month in range(1, 13)]
day_name = _Names(_names("%A", _week))
day_abbr = _Names(day_name, 3)
month_name = _Names(["", *_names("%B", _year)])
month_abbr = _Names(month_name, 3)


def isleap(year):
    "Whether a year has 366 days."
    return _is_leap(year)


def leapdays(y1, y2):
    "The number of leap years from y1 to before y2."
    y1, y2 = y1 - 1, y2 - 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    "0 for Monday to 6 for Sunday."
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    return _date(year, month, day).weekday()


def monthrange(year, month):
    "The weekday of the first day of a month, and how many days it has."
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _days_in(year, month)


def _months_beside(year, month):
    before = (year - 1, 12) if month == 1 else (year, month - 1)
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return before, after


def _rows(items, width):
    return [items[start : start + width] for start in range(0, len(items), width)]


class Calendar:
    "Weeks and months as numbers and dates."

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    def getfirstweekday(self):
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        "The weekdays of a week."
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdays(self, year, month):
        "The days of a month in whole weeks, 0 for those of other months."
        first, count = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, count + 1)
        yield from [0] * (-(before + count) % 7)

    def itermonthdays2(self, year, month):
        "The days of a month with their weekdays."
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays3(self, year, month):
        "Year, month and day of whole weeks."
        days = list(self.itermonthdays(year, month))
        before, after = _months_beside(year, month)
        lead = days.index(1)
        last = monthrange(*before)[1] if before[0] > 0 else 31
        for place, day in enumerate(days):
            if day:
                yield year, month, day
            elif place < lead:
                yield *before, last - lead + place + 1
            else:
                yield *after, place - lead - monthrange(year, month)[1] + 1

    def itermonthdays4(self, year, month):
        "Year, month, day and weekday of whole weeks."
        for place, parts in enumerate(self.itermonthdays3(year, month), self.firstweekday):
            yield *parts, place % 7

    def itermonthdates(self, year, month):
        "The dates of whole weeks."
        for parts in self.itermonthdays3(year, month):
            yield _date(*parts)

    def monthdatescalendar(self, year, month):
        return _rows(list(self.itermonthdates(year, month)), 7)

    def monthdays2calendar(self, year, month):
        return _rows(list(self.itermonthdays2(year, month)), 7)

    def monthdayscalendar(self, year, month):
        return _rows(list(self.itermonthdays(year, month)), 7)

    def yeardatescalendar(self, year, width=3):
        return _rows([self.monthdatescalendar(year, month) for month in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        return _rows([self.monthdays2calendar(year, month) for month in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        return _rows([self.monthdayscalendar(year, month) for month in range(1, 13)], width)


def _columns(texts, width, spaces):
    return (" " * spaces).join([text.center(width) for text in texts])


class TextCalendar(Calendar):
    "Calendars as plain text."

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatday(self, day, weekday, width):
        return (f"{day:2}" if day else "").center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        text = month_name[themonth]
        return (f"{text} {theyear!r}" if withyear else text).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatmonth(self, theyear, themonth, w=0, l=0):
        "A month as lines of text."
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return "".join([line.rstrip() + "\n" * l for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        "A year as lines of text, with so many months beside each other."
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        lines = [_columns([repr(theyear)], width * m + c * (m - 1), c), ""]
        header = self.formatweekheader(w)
        for row, months in enumerate(self.yeardays2calendar(theyear, m)):
            numbers = range(m * row + 1, min(m * (row + 1) + 1, 13))
            names = [self.formatmonthname(theyear, number, width, False) for number in numbers]
            lines += ["", _columns(names, width, c), _columns([header] * len(names), width, c)]
            for line in range(max([len(weeks) for weeks in months])):
                texts = [self.formatweek(weeks[line], w) if line < len(weeks) else "" for weeks in months]
                lines.append(_columns(texts, width, c))
        # The title and each row of months stand alone.
        text = lines[0].rstrip() + "\n" * l
        for line in lines[2:]:
            text += line.rstrip() + "\n" * l
        return text

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


class HTMLCalendar(Calendar):
    "Calendars as tables of HTML."

    cssclasses = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    cssclasses_weekday_head = cssclasses
    cssclass_noday = "noday"
    cssclass_month_head = cssclass_month = "month"
    cssclass_year_head = cssclass_year = "year"

    def formatday(self, day, weekday):
        if not day:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        return f"<tr>{''.join([self.formatday(*day) for day in theweek])}</tr>"

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        return f"<tr>{''.join([self.formatweekday(day) for day in self.iterweekdays()])}</tr>"

    def formatmonthname(self, theyear, themonth, withyear=True):
        text = f"{month_name[themonth]} {theyear}" if withyear else month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{text}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        "A month as a table."
        lines = [
            f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
            self.formatmonthname(theyear, themonth, withyear),
            self.formatweekheader(),
            *[self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)],
            "</table>\n",
        ]
        return "\n".join(lines)

    def formatyear(self, theyear, width=3):
        "A year as a table of tables."
        width = max(width, 1)
        text = f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">\n'
        text += f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>'
        for months in _rows(range(1, 13), width):
            cells = [f"<td>{self.formatmonth(theyear, month, False)}</td>" for month in months]
            text += f"<tr>{''.join(cells)}</tr>"
        return text + "</table>"


_text = TextCalendar()
firstweekday = _text.getfirstweekday
monthcalendar = _text.monthdayscalendar
prweek = _text.prweek
week = _text.formatweek
weekheader = _text.formatweekheader
prmonth = _text.prmonth
month = _text.formatmonth
calendar = _text.formatyear
prcal = _text.pryear


def setfirstweekday(firstweekday):
    "The weekday on which the weeks of this module's functions begin."
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    _text.firstweekday = firstweekday


def timegm(tuple):
    "Seconds since 1970 of a time tuple at UTC."
    year, month, day, hour, minute, second = tuple[:6]
    days = _to_ordinal(year, month, 1) + day - 1 - _EPOCH
    return ((days * 24 + hour) * 60 + minute) * 60 + second
