import time
import dask

@dask.delayed
def measure(site):
    time.sleep(0.3)
    return site * site

@dask.delayed
def add(left, right):
    time.sleep(0.2)
    return left + right

queue = [measure(site) for site in range(8)]
while len(queue) > 1:
    left, right, *rest = queue
    queue = rest + [add(left, right)]

total = queue[0]
total.compute()
