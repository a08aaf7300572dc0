# Wrong numbers of arguments and numbers far beyond the calendar.
# covers: datetime (naive)
from datetime import date, datetime, time, timedelta

for action in [
    lambda: date(2024, 1, 1, 12),
    lambda: date(2024, 1, 1, hour=2),
    lambda: date(2024, month=1),
    lambda: datetime(2024),
    lambda: datetime(2024, 1, 1, 12, tz=None),
    lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8),
    lambda: timedelta(years=1),
    lambda: timedelta("1 day"),
    lambda: date(20240101000, 1, 1),
    lambda: date(1, -(10**10), 1),
    lambda: datetime(1, 1, 1, 10**30),
    lambda: time(10**10),
    lambda: date.fromordinal(10**10),
    lambda: date.fromordinal(-5),
    lambda: date.today().replace(year=10**10),
    lambda: timedelta(days=10**10),
    lambda: timedelta(hours=float("inf")),
    lambda: timedelta(1) * float("nan"),
    lambda: datetime.strptime("2024-01-01"),
    lambda: datetime.strptime("2024-01-01", "%Y-%m-%d", 1),
    lambda: date.strptime("1", "%d"),
    lambda: date.now(),
    lambda: time.now(),
    lambda: datetime.combine(time(1), date(2024, 1, 1)),
    lambda: date.fromtimestamp("yesterday"),
    lambda: date.fromisocalendar(2023, 53, 1),
    lambda: date.fromisocalendar(2024, 1, 0),
]:
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
