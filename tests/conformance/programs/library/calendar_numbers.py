# Leap years, weekdays, the lengths of months, and weeks as lists.
# covers: calendar
import calendar
from datetime import date

print([year for year in range(1890, 1925) if calendar.isleap(year)], calendar.leapdays(1900, 2001))
print([calendar.monthrange(2024, month) for month in range(1, 13)])
print(calendar.weekday(2000, 1, 1), calendar.day_name[calendar.weekday(1969, 7, 20)], list(calendar.day_abbr))
print(list(calendar.month_name), calendar.month_abbr[3], len(calendar.month_name), calendar.month_name[1:3])
print(calendar.MONDAY, calendar.SUNDAY, calendar.January, calendar.February)
days = calendar.Calendar(firstweekday=6)
print(list(days.iterweekdays()), days.getfirstweekday())
print(list(days.itermonthdays(2024, 3)))
print(list(days.itermonthdays2(2024, 3))[:8])
print(list(days.itermonthdays4(2024, 12))[-4:], list(days.itermonthdays3(2024, 1))[:2])
print(days.monthdatescalendar(2024, 3)[0])
print(days.monthdayscalendar(2023, 2), len(days.yeardayscalendar(2024)))
thursdays = [week[calendar.THURSDAY] for week in calendar.monthcalendar(2024, 11) if week[calendar.THURSDAY]]
print("fourth Thursday:", date(2024, 11, thursdays[3]))
print(calendar.timegm((2001, 9, 9, 1, 46, 40)))
for month in (0, 13):
    try:
        print(calendar.monthrange(2024, month))
    except calendar.IllegalMonthError as error:
        print(error)
