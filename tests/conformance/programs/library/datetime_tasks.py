# Dates in task graphs: equal dates give equal keys, and dates are shared by tasks.
# covers: datetime (naive)
from datetime import date, datetime, time, timedelta, timezone

import dask
from dask import delayed
from dask.base import tokenize


@delayed(pure=True)
def weekday(day):
    return f"{day:%A}"


@delayed
def longest(*spans):
    return max(spans)


print(weekday(date(2024, 1, 1)).key == weekday(date(2024, 1, 1)).key, weekday(date(2024, 1, 1)).key == weekday(date(2024, 1, 2)).key)
values = [date(2024, 1, 1), datetime(2024, 1, 1), time(1), timedelta(1), datetime(2024, 1, 1, tzinfo=timezone.utc)]
print([tokenize(value) == tokenize(value) for value in values], len({tokenize(value) for value in values}))
print(dask.compute(*[weekday(date(2024, month, 1)) for month in (1, 2, 1)]))

start = delayed(datetime(2024, 1, 1, 8))
end = start + timedelta(hours=5, minutes=30)
print(end.compute(), (end - start).compute(), end.isoformat().compute(), start.year.compute())
print(longest(end - start, timedelta(hours=6), datetime(2024, 5, 1) - datetime(2024, 4, 30)).compute())

zone = timezone(timedelta(hours=2), "CEST")
local = delayed(datetime.astimezone)(datetime(2024, 6, 1, 12, tzinfo=timezone.utc), zone)
print(local.compute(), local.tzinfo.compute())
table = delayed(dict)(first=date(2024, 1, 1), last=time(23, 59))
print(table.compute())
