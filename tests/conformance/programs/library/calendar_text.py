# Calendars of a month and a year as text.
# covers: calendar
import calendar

print(calendar.month(2024, 2))
calendar.prmonth(2023, 10)
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2024, 9, w=3))
print(calendar.calendar(2023, m=4)[:420])
calendar.setfirstweekday(6)
print(calendar.weekheader(2), "|", calendar.weekheader(9), "|", calendar.firstweekday())
print(calendar.monthcalendar(2024, 2))
calendar.setfirstweekday(calendar.MONDAY)
print(calendar.HTMLCalendar().formatmonth(2024, 2)[:260])
try:
    calendar.setfirstweekday(7)
except calendar.IllegalWeekdayError as error:
    print(error)
