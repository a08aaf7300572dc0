# A builtin function, with a slip.
# covers: suggestions for names
numbers = [3, 1, 2]
print(sorted(numbers))
print(lenn(numbers))
