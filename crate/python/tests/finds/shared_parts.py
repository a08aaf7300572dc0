# Small values with very many levels: each part occurs ten times in the next.
a, b = [0], [0]
for turn in range(12):
    a, b = [a] * 10, [b] * 10
print(a == b)
