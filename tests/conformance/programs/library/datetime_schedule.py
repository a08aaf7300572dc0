# A timetable: ranges of days, working days, buckets of hours, overlapping spans.
# covers: datetime (naive)
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from itertools import groupby


def days(start, end, step=timedelta(days=1)):
    while start < end:
        yield start
        start += step


month = list(days(date(2024, 2, 1), date(2024, 3, 1)))
print(len(month), month[0], month[-1], sum(day.weekday() < 5 for day in month))
print(Counter(day.strftime("%A") for day in month).most_common(2))
print([[day.day for day in week] for _, week in groupby(month, key=lambda day: day.isocalendar()[1])])

log = """2024-02-01 09:15:02 start
2024-02-01 09:48:40 load
2024-02-01 11:05:00 fit
2024-02-02 00:00:01 stop"""
hours = defaultdict(list)
moments = []
for line in log.splitlines():
    text, word = line[:19], line[20:]
    moment = datetime.strptime(text, "%Y-%m-%d %H:%M:%S")
    moments.append(moment)
    hours[moment.replace(minute=0, second=0)].append(word)
for hour, words in sorted(hours.items()):
    print(f"{hour:%d.%m. %H}h", *words)
gaps = [later - earlier for earlier, later in zip(moments, moments[1:])]
print(*gaps, max(gaps), sum(gaps, timedelta()) / len(gaps))
print([f"{gap.total_seconds() / 3600:.2f}" for gap in gaps], [divmod(gap, timedelta(minutes=30)) for gap in gaps][:1])

shifts = [(datetime(2024, 2, 1, 8), datetime(2024, 2, 1, 16)), (datetime(2024, 2, 1, 14), datetime(2024, 2, 1, 22))]
(a, b), (c, d) = shifts
print(max(timedelta(0), min(b, d) - max(a, c)), max(a, c) <= datetime(2024, 2, 1, 15) < min(b, d))


def easter(year):
    # Gauss, Lichtenberg.
    k = year // 100
    m = 15 + (3 * k + 3) // 4 - (8 * k + 13) // 25
    s = 2 - (3 * k + 3) // 4
    a = year % 19
    d = (19 * a + m) % 30
    r = (d + a // 11) // 29
    og = 21 + d - r
    sz = 7 - (year + year // 4 + s) % 7
    oe = 7 - (og - sz) % 7
    return date(year, 3, 1) + timedelta(days=og + oe - 1)


print([f"{easter(year):%d %b %Y}" for year in (1999, 2000, 2024, 2025, 2038)])
print([year for year in range(2000, 2030) if date(year, 10, 13).weekday() == 4])
