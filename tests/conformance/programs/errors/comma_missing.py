# Two elements without a comma.
# covers: missing comma
prices = [10, 20 30]
print(prices)
