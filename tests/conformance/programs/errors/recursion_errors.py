# Recursion without end, in all its forms.
# covers: RecursionError
def plain(n): return plain(n + 1)
def mutual_a(n): return mutual_b(n)
def mutual_b(n): return mutual_a(n)
class Getter:
    def __getattr__(self, name): return getattr(self, name + "x")
class Shown:
    def __repr__(self): return f"Shown({self!r})"
class Equal:
    def __eq__(self, other): return other == self
class Hashed:
    def __hash__(self): return hash(self)
class Called:
    def __call__(self): return self()
class Prop:
    @property
    def value(self): return self.value
def through_map(n): return list(map(through_map, [n]))
def through_sort(n): return sorted([1, 2], key=through_sort)
def through_comprehension(n): return [through_comprehension(x) for x in [n]]
def generator(n):
    yield from generator(n + 1)
cases = {"plain": lambda: plain(0), "mutual": lambda: mutual_a(0), "getattr": lambda: Getter().x, "repr": lambda: repr(Shown()), "eq": lambda: Equal() == Equal(), "hash": lambda: hash(Hashed()), "call": lambda: Called()(), "property": lambda: Prop().value, "map": lambda: through_map(1), "sort": lambda: through_sort(1), "comprehension": lambda: through_comprehension(1), "generator": lambda: list(generator(0))}
for name, case in cases.items():
    try:
        case()
        print(name, "ended")
    except RecursionError as error:
        print(name, "->", str(error)[:32])
nested = []
for _ in range(100000):
    nested = [nested]
try:
    repr(nested)
except RecursionError as error:
    print(str(error)[:32])
a, b = [], []
a.append(b)
b.append(a)
print(a)
try:
    print(a == b)
except RecursionError as error:
    print(str(error)[:32])
def countdown(n):
    if n == 0:
        return "liftoff"
    return countdown(n - 1)
print(countdown(900))
print(countdown(-1))
