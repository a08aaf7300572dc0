from operator import add
import dask

later_add = dask.delayed(add)

def tree(function, values):
    if len(values) == 1:
        return values[0]
    middle = len(values) // 2
    left = tree(function, values[:middle])
    right = tree(function, values[middle:])
    return function(left, right)

prices = [3, 5, 8, 13, 21, 34, 55, 89]
total = tree(later_add, prices)

total.compute()
