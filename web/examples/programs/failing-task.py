import time
import dask

visitors = {"mon": 12, "tue": 15, "wed": 0, "thu": 9}

@dask.delayed
def read(day):
    time.sleep(0.2)
    return visitors[day]

@dask.delayed
def rate(visits):
    time.sleep(0.2)
    return 360 / visits

@dask.delayed
def report(rates):
    return max(rates)

best = report([rate(read(day)) for day in visitors])

best.compute()
