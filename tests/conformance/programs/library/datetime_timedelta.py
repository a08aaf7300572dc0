# Durations: how they are normalised, printed, multiplied and divided.
# covers: datetime (naive)
from datetime import timedelta

for delta in [
    timedelta(),
    timedelta(1),
    timedelta(-1),
    timedelta(seconds=-1),
    timedelta(hours=25, minutes=61),
    timedelta(days=2, seconds=3, microseconds=4),
    timedelta(weeks=1, milliseconds=1500),
    timedelta(microseconds=-1),
    timedelta(days=1.5, hours=0.25),
    timedelta(seconds=0.1),
    timedelta(microseconds=2.5),
]:
    print(repr(delta), "|", delta, "|", delta.days, delta.seconds, delta.microseconds, delta.total_seconds())

week, day = timedelta(weeks=1), timedelta(days=1)
print(week / day, week // timedelta(days=2), week % timedelta(days=2), divmod(week, timedelta(hours=5)))
print(week / 3, week // 3, day * 3, 3 * day, day * 0.5, day / 0.3, 1.1 * day)
print(-day, abs(-day), +day, day - week, day + timedelta(hours=1))
print(day == timedelta(hours=24), day < week, hash(day) == hash(timedelta(hours=24)), max([day, week]))
print(timedelta.max, timedelta.min, timedelta.resolution)
print(timedelta(seconds=3661) // timedelta(seconds=60), str(timedelta(seconds=3661)))

for action in [
    lambda: day / 0,
    lambda: day // timedelta(0),
    lambda: day % timedelta(0),
    lambda: timedelta.max + day,
    lambda: timedelta(days=10**10),
    lambda: timedelta("1"),
    lambda: timedelta(month=1),
    lambda: day + 1,
    lambda: sum([day, week]),
    lambda: day < 5,
    lambda: day * "a",
    lambda: round(day),
    lambda: f"{day:>20}",
]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
