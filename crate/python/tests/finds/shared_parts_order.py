# An order of values whose parts are shared.
c, d = (0,), (0,)
for turn in range(12):
    c, d = (c,) * 10, (d,) * 10
print(c < d)
