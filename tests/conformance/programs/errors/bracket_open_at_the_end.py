# A list that never ends.
# covers: bracket never closed
squares = [n * n for n in range(10)
print(squares)
print("done")
