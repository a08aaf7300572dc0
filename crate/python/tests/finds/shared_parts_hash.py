# A hash of a value whose parts are shared.
c = (0,)
for turn in range(12):
    c = (c,) * 10
print(hash(c))
