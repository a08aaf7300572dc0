# Slices of lists, texts, tuples, ranges; assigning to slices.
# covers: slicing
s = "abcdefgh"
print(s[2:5], s[:3], s[5:], s[:], s[::2], s[1::3], s[::-1], s[5:1:-1], s[-3:], s[:-3])
print(s[10:], s[-100:2], s[2:-2], s[3:3], s[5:2], s[-1:-4:-1], s[::-3])
print(s[0], s[-1], s[True])
n = list(range(10))
print(n[2:8:2], n[8:2:-2], n[::-1], n[-1::-5])
n[2:5] = ["x"]
print(n)
n[1:1] = [0.1, 0.2]
print(n)
n[::3] = "abcd"[: len(n[::3])]
print(n)
n[:2] = []
print(n)
n[len(n) :] = [100]
print(n)
n[-1:] = "end"
print(n)
t = tuple(n)
print(t[1:3], t[:0])
print(range(20)[3:15:4], range(10)[::-1], range(10)[-3], list(range(10)[2:4]))
print(slice(1, 5), slice(3), slice(None, None, -1))
sl = slice(1, 8, 2)
print(s[sl], sl.start, sl.stop, sl.step, sl.indices(5))
print(s[slice(None, None, -1)], slice(1, 2) == slice(1, 2))
for text in ["s[8]", "s[-9]", "n['a']", "s[1.0]", "n[::0]", "t[99]", "n[1:2:0]", "s['a':]", "range(3)[5]", "[1,2][()]"]:
    try:
        print(eval(text))
    except (IndexError, TypeError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
try:
    n[::2] = [1]
except ValueError as error:
    print(error)
try:
    n[0:2] = 5
except TypeError as error:
    print(error)
try:
    s[0] = "z"
except TypeError as error:
    print(error)


class Grid:
    def __getitem__(self, key):
        return key


g = Grid()
print(g[1], g[1:2], g[1, 2], g[1:2, ::3], g[...], g[:, None], g[()])
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([row[1] for row in m], [row[::-1] for row in m[::-1]])
b = bytearray(b"hello")
b[1:3] = b"EY!"
print(b, bytes(b)[::-1])
