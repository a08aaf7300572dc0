# Classes that derive from date and datetime, and dates in other classes.
# covers: datetime (naive)
import copy
import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta


class Day(date):
    @property
    def is_weekend(self):
        return self.weekday() >= 5

    def tomorrow(self):
        return self + timedelta(days=1)


friday = Day(2024, 3, 1)
print(friday, repr(friday), friday.is_weekend, friday.tomorrow().is_weekend, repr(friday.tomorrow()), type(friday.tomorrow()).__name__)
print(repr(Day.fromisoformat("2024-03-02")), repr(friday.replace(day=9)), friday == date(2024, 3, 1), repr(Day.fromordinal(1)))


class Stamp(datetime):
    def __new__(cls, *args, note="", **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.note = note
        return self

    def __str__(self):
        return f"{self:%H:%M} {self.note}"


stamp = Stamp(2024, 3, 1, 9, 30, note="standup")
print(stamp, repr(stamp), stamp.note, type(stamp + timedelta(1)).__name__, stamp < datetime(2024, 3, 2))


@dataclass(order=True)
class Event:
    start: datetime
    title: str = field(compare=False)
    length: timedelta = timedelta(hours=1)

    @property
    def end(self):
        return self.start + self.length


events = [Event(datetime(2024, 3, day, hour), title) for day, hour, title in [(2, 9, "b"), (1, 14, "c"), (1, 9, "a")]]
for event in sorted(events):
    print(event, event.end.time())
print(copy.copy(friday), copy.deepcopy(events[0]) == events[0], copy.deepcopy({"at": time(1, 2)}))
print(json.dumps({"day": date(2024, 1, 2), "at": datetime(2024, 1, 2, 3)}, default=str))
try:
    json.dumps(date(2024, 1, 2))
except TypeError as error:
    print(error)
print(date.__name__, type(friday).__mro__[1:], Day.__qualname__, isinstance(stamp, date))
