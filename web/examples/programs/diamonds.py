import time
import dask

@dask.delayed
def split(name):
    time.sleep(0.1)
    return name

@dask.delayed
def wash(part):
    time.sleep(0.4)
    return part + ": washed"

@dask.delayed
def dry(part):
    time.sleep(0.2)
    return part + ": dried"

@dask.delayed
def join(left, right):
    time.sleep(0.1)
    return [left, right]

results = []
for name in ["cups", "plates", "forks"]:
    part = split(name)
    results.append(join(wash(part), dry(part)))

dask.compute(*results)
