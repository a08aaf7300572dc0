# Dates, times and moments: making them, their parts, their texts and their bounds.
# covers: datetime (naive)
from datetime import date, datetime, time, timedelta, MINYEAR, MAXYEAR

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day)
print(d.weekday(), d.isoweekday(), d.isocalendar(), tuple(d.isocalendar()))
print(d.toordinal(), date.fromordinal(738945), date.fromisocalendar(2024, 9, 4))
print(d.replace(year=2023, day=28), d.ctime())
print(d.timetuple())

m = datetime(2024, 2, 29, 13, 5, 9, 250)
print(m, repr(m))
print(m.date(), m.time(), m.hour, m.minute, m.second, m.microsecond, m.tzinfo)
print(repr(m.time()), repr(datetime.combine(d, time(7, 30))))
print(m.replace(hour=0, microsecond=0), m.ctime(), m.timetuple()[:6])
print([repr(datetime(2024, 1, 1, *rest)) for rest in [(), (5,), (5, 6), (5, 6, 7), (0, 0, 0, 8)]])
print([repr(time(*parts)) for parts in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)]])

print(date.min, date.max, datetime.min, datetime.max, time.min, time.max)
print(date.resolution, datetime.resolution, MINYEAR, MAXYEAR)
print(bool(time()), bool(timedelta()), bool(timedelta(1)))
print(isinstance(m, date), isinstance(d, datetime), datetime.__mro__)
print({d: "leap", date(2024, 2, 29): "day"}, len({m, m.replace(), datetime(2024, 2, 29)}))
print(sorted([date(2024, 3, 1), date(1999, 12, 31), d]))
match m:
    case datetime(year=2024, month=month):
        print("in", month)
