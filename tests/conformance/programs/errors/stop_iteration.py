# The ends of iterators.
# covers: StopIteration
it = iter([1])
print(next(it))
try:
    next(it)
except StopIteration as stop:
    print(repr(stop), str(stop) == "", stop.value, stop.args)
def gen():
    yield 1
    return "result"
g = gen()
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print(repr(stop), stop.value)
def manual(items):
    iterator = iter(items)
    while True:
        try:
            item = next(iterator)
        except StopIteration:
            break
        print("item", item)
manual("ab")
def leaks():
    yield next(iter([]))
try:
    list(leaks())
except RuntimeError as error:
    print(error, "|", repr(error.__cause__))
class Limited:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration("custom", "args")
        self.n -= 1
        return self.n
print(list(Limited(3)), next(Limited(0), "default"))
try:
    next(Limited(0))
except StopIteration as stop:
    print(stop.args, stop.value, stop)
try:
    [next(iter([])) for _ in range(1)]
except StopIteration:
    print("comprehension passes it on")
try:
    list(next(iter([])) for _ in range(1))
except RuntimeError as error:
    print(error)
print(list(map(next, [iter([1]), iter([])])), [*map(lambda i: next(i, None), [iter([])])])
first = next(x for x in [1, 2, 3] if x > 1)
print(first)
nothing = next(x for x in [1, 2, 3] if x > 5)
