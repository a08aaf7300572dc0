# Decimals and dates as arguments and results of tasks; the context of the program holds inside them.
# covers: decimal; datetime (naive)
import dask
from dask import delayed
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal, getcontext, localcontext

getcontext().prec = 10


@delayed
def share(total, parts):
    return total / parts


@delayed
def due(day, days):
    return day + timedelta(days=days)


@delayed
def precise(total, parts):
    with localcontext() as context:
        context.prec = 40
        return total / parts


@delayed
def span(days):
    return max(days) - min(days), [day.strftime("%a") for day in days], {day: day.weekday() for day in days}


print(share(Decimal("100.00"), 3).compute(), precise(Decimal(1), 7).compute())
days = [due(date(2024, 2, 27), n) for n in range(0, 9, 4)]
print(span(days).compute())
print(dask.compute(due(datetime(2024, 1, 31, 12, tzinfo=timezone.utc), 1), share(Decimal(2), Decimal("0.5")), due(days[0], 366)))


@delayed
def careless(value):
    getcontext().prec = 5
    return value / 3


@delayed
def fails(value, previous):
    return value / (previous - previous)


first = careless(Decimal(1))
second = share(first, 7)
print(first.compute(), getcontext().prec, dask.compute(second))
print(delayed(Decimal("1.50")), delayed(date(2024, 1, 1)).compute(), type(share(Decimal(1), 3).compute()))
fails(Decimal(1), Decimal(3)).compute()
