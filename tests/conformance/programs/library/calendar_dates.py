# Calendars for planning: the last Friday, weeks of a quarter, birthdays on Sundays.
# covers: calendar; datetime (naive)
import calendar
from datetime import date, timedelta


def last(weekday, year, month):
    return max(week[weekday] for week in calendar.monthcalendar(year, month))


print([last(calendar.FRIDAY, 2024, month) for month in range(1, 13)])


def nth(n, weekday, year, month):
    days = [day for day, name in calendar.Calendar().itermonthdays2(year, month) if day and name == weekday]
    return date(year, month, days[n - 1])


print(nth(3, calendar.MONDAY, 2024, 1), nth(4, calendar.THURSDAY, 2024, 11), nth(2, calendar.SUNDAY, 2024, 5))
print([year for year in range(2000, 2040) if calendar.weekday(year, 2, 29 if calendar.isleap(year) else 28) == calendar.SUNDAY])


def add_months(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


print([str(add_months(date(2023, 10, 31), n)) for n in range(6)])
weeks = calendar.Calendar(calendar.MONDAY).monthdatescalendar(2024, 12)
print(len(weeks), weeks[0][0], weeks[-1][-1], [week[0].strftime("%V") for week in weeks])
print([sum(1 for d in calendar.Calendar().itermonthdates(2024, m) if d.month == m and d.weekday() < 5) for m in range(1, 13)])

text = calendar.TextCalendar(firstweekday=6)
lines = text.formatmonth(2024, 6).splitlines()
print(*[f"|{line:<20}|" for line in lines], sep="\n")
print(text.formatweekday(0, 10) + "|", text.formatmonthname(2024, 6, 30) + "|", text.formatday(5, 2, 4) + "|")
for year in (2023, 2024):
    print(year, 365 + calendar.isleap(year), calendar.leapdays(year, year + 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days)
print(f"{calendar.month_name[3]:>10} {calendar.day_abbr[-1]}", [calendar.month_abbr[d.month] for d in (date(2024, 1, 30) + timedelta(n) for n in (0, 5))])
try:
    calendar.monthcalendar(2024, 13)
except (calendar.IllegalMonthError, ValueError) as error:
    print(type(error).__name__, error)
