import pprint
from functools import reduce
from operator import add
import dask

later_add = dask.delayed(add)

prices = [3, 5, 8, 13]
total = reduce(later_add, prices)

# One entry for each step. Where are 3, 5, 8 and 13?
pprint.pprint(dict(total.__dask_graph__()))
