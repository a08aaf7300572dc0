# Slices as values.
# covers: slice
s = slice(2, 8, 3)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, None), repr(slice("a", 1.5)))
print(list(range(20))[s], "abcdefghij"[s], (0, 1, 2, 3, 4, 5, 6, 7, 8)[s], b"abcdefghij"[s])
print(s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(100).indices(3), slice(-100, 100, 2).indices(5))
print(slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1, 2) < slice(1, 3), slice(None) == slice(None, None, None))
FIRST, LAST, EVEN = slice(0, 3), slice(-3, None), slice(None, None, 2)
for word in ["learning", "python"]:
    print(word[FIRST], word[LAST], word[EVEN])
class Table:
    def __init__(self, rows):
        self.rows = rows
    def __getitem__(self, key):
        if isinstance(key, slice):
            return f"rows {key.start} to {key.stop} by {key.step}"
        if isinstance(key, tuple):
            return " x ".join(self[part] for part in key)
        return f"row {key}"
t = Table([])
print(t[3])
print(t[1:5])
print(t[::2])
print(t[1:2, 3])
print(t["a":"c"])
def paged(items, size):
    return [items[slice(i, i + size)] for i in range(0, len(items), size)]
print(paged("abcdefgh", 3), paged([1, 2, 3], 2))
for text in ["slice()", "slice(1, 2, 3, 4)", "hash(slice(1))", "slice(1).indices()", "slice(0, 5, 0).indices(3)", "slice('a').indices(3)", "slice(1).indices('a')", "slice(1).start = 2", "slice(1).foo", "[1][slice('a')]",
             "slice(1).indices(-1)", "{slice(1): 1}"]:
    try:
        exec(text) if " = " in text else print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
