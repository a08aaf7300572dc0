# Arithmetic with moments and durations, and counting days.
# covers: datetime (naive)
from datetime import date, datetime, timedelta

start = datetime(2023, 12, 31, 23, 59, 30)
print(start + timedelta(seconds=45), start - timedelta(weeks=1, hours=3))
print(timedelta(days=1) + date(2024, 2, 28), date(2024, 3, 1) - timedelta(1))
print(date(2024, 12, 25) - date(2024, 1, 1), (date(2024, 12, 25) - date(2024, 1, 1)).days)
print(datetime(2024, 1, 1) - start, repr(start - datetime(2024, 1, 1)))
print(date(2024, 1, 1) + timedelta(hours=47))


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError as error:
            print("  ", error)


print(months_later(date(2024, 1, 31), 1), months_later(date(2023, 1, 31), 1), months_later(date(2024, 8, 15), 17))

birth, today = date(2000, 2, 29), date(2023, 2, 28)
print(today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day)))

day = date(2024, 1, 29)
while day.month < 3:
    if day.weekday() == 0:
        print(day.strftime("%a %d %b"), end="; ")
    day += timedelta(days=1)
print()
print(max(date(2024, 1, 1) + timedelta(days=n * n) for n in range(20)))
print(sum((timedelta(minutes=n) for n in range(5)), timedelta()))
print(date(2024, 5, 1) == date(2024, 5, 1), date(2024, 5, 1) < date(2024, 5, 2), start >= datetime(2024, 1, 1))
print(date(2024, 5, 1) == datetime(2024, 5, 1), date(2024, 5, 1) != "2024-05-01")
