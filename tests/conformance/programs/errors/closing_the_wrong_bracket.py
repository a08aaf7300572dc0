# One bracket closed by another.
# covers: bracket never closed
total = sum([1, 2, 3)
print(total)
