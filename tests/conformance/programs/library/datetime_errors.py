# What goes wrong with dates, in the interpreter's own words.
# covers: datetime (naive)
from datetime import date, datetime, time, timedelta, timezone

day, moment = date(2024, 1, 31), datetime(2024, 1, 31, 12)
aware = datetime(2024, 1, 31, tzinfo=timezone.utc)
for action in [
    lambda: date(2023, 2, 29),
    lambda: date(2024, 13, 1),
    lambda: date(0, 1, 1),
    lambda: date(2024, 1),
    lambda: date("2024", 1, 1),
    lambda: datetime(2024, 1, 1, 24),
    lambda: datetime(2024, 1, 1, 0, 60),
    lambda: time(1, 2, 3, 10**6),
    lambda: datetime(2024, 1, 1, tzinfo=1),
    lambda: datetime(2024, 1, 1, days=1),
    lambda: day + 1,
    lambda: day + day,
    lambda: day - moment,
    lambda: moment - aware,
    lambda: moment < aware,
    lambda: day < moment,
    lambda: day < "2024-02-01",
    lambda: date.max + timedelta(1),
    lambda: day.replace(month=2),
    lambda: day.replace(weekday=2),
    lambda: date.fromisoformat("31.1.2024"),
    lambda: datetime.fromisoformat("2024-01-31T25:00"),
    lambda: datetime.strptime("2024-01-31", "%d/%m/%Y"),
    lambda: datetime.strptime("2024-01-31 x", "%Y-%m-%d"),
    lambda: datetime.strptime("2024", "%J"),
    lambda: datetime.strptime("30 Feb", "%d %b"),
    lambda: datetime.combine(day, "12:00"),
    lambda: moment.isoformat(timespec="days"),
    lambda: day.strftime(5),
    lambda: day.hour,
    lambda: moment.dayofweek,
    lambda: date.tomorrow(),
    lambda: day[0],
    lambda: int(moment),
    lambda: setattr(day, "year", 2025),
    lambda: setattr(moment, "note", "x"),
]:
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print(moment.yaer)
