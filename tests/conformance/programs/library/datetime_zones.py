# Moments that know their distance to UTC: timezone, tzinfo, astimezone and timestamps.
# covers: datetime (naive)
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo

noon = datetime(2024, 6, 1, 12, tzinfo=timezone.utc)
print(noon, repr(noon), noon.tzname(), noon.utcoffset(), noon.dst(), UTC is timezone.utc)
kathmandu = timezone(timedelta(hours=5, minutes=45))
york = timezone(timedelta(hours=-4), "EDT")
for zone in [kathmandu, york, timezone.utc, timezone(timedelta(0)), timezone(timedelta(0), "Z")]:
    there = noon.astimezone(zone)
    print(there, repr(zone), str(zone), there == noon, there.strftime("%z %Z"), there.isoformat())
print(noon.timestamp(), datetime.fromtimestamp(86400.5, timezone.utc), datetime.fromtimestamp(0, york))
print(datetime.utcfromtimestamp(10**9), datetime(1970, 1, 2, tzinfo=kathmandu).timestamp())
print(noon - datetime(2024, 6, 1, 12, tzinfo=york), noon < datetime(2024, 6, 1, 12, tzinfo=york))
print(datetime.strptime("2024-06-01 12:00 +0545", "%Y-%m-%d %H:%M %z") == datetime(2024, 6, 1, 6, 15, tzinfo=UTC))
print(repr(datetime.fromisoformat("2024-06-01T12:00:00-04:00")), noon.replace(tzinfo=None), noon.timetz())
print(len({noon, noon.astimezone(york)}), kathmandu == timezone(timedelta(minutes=345)), time(1, tzinfo=york))


class Summer(tzinfo):
    def utcoffset(self, when):
        return timedelta(hours=1) + self.dst(when)

    def dst(self, when):
        return timedelta(hours=1 if when is not None and 4 <= when.month <= 9 else 0)

    def tzname(self, when):
        return "summer" if self.dst(when) else "winter"


for month in (1, 6):
    moment = datetime(2024, month, 1, 12, tzinfo=Summer())
    print(moment, moment.tzname(), moment.astimezone(timezone.utc), moment.timetuple().tm_isdst, f"{moment:%Z%z}")
print(noon.astimezone(Summer()))
for offset in (timedelta(hours=24), 3):
    try:
        timezone(offset)
    except (ValueError, TypeError) as error:
        print(error)
