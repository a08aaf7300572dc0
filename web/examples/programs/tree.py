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

layer = [measure(site) for site in range(8)]
while len(layer) > 1:
    layer = [add(layer[i], layer[i + 1]) for i in range(0, len(layer), 2)]

total = layer[0]
total.compute()
