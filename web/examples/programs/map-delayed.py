import pprint
import dask

@dask.delayed
def halve(x):
    return x / 2

prices = [10, 20, 30, 40]
halves = list(map(halve, prices))

pprint.pprint(halves)

dask.compute(*halves)
