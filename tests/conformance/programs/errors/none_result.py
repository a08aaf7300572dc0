# A function that forgot its return.
# covers: TypeError, line of the error
def double(n):
    n * 2


values = [1, 2, 3]
ordered = values.sort()
print(ordered, double(5))
print(double(5) + 1)
