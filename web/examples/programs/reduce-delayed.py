from functools import reduce
from operator import add
import dask

later_add = dask.delayed(add)

prices = [3, 5, 8, 13]
total = reduce(later_add, prices)

print("not yet:", total)
print("now:    ", total.compute())
