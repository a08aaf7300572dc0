# partial, partialmethod, wraps, reduce, cmp_to_key, total_ordering.
# covers: functools
import functools

binary = functools.partial(int, base=2)
print(binary("101"), binary, binary.func, binary.args, binary.keywords, functools.partial(binary, "11")())
print(functools.partial(functools.partial(max, 1), 2).args, functools.partial(print, "a", sep="-").keywords)


class Light:
    def __init__(self):
        self.state = "off"

    def switch(self, to, loudly=False):
        self.state = to
        return f"{to}{'!' if loudly else ''}"

    on = functools.partialmethod(switch, "on")
    shout = functools.partialmethod(switch, loudly=True)


print(Light().on(), Light().shout("dim"), Light().on(loudly=True))


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        "Not shown."
        print("calling", function.__name__, args, kwargs)
        return function(*args, **kwargs)

    return wrapper


@logged
def add(a: int, b: int = 2) -> int:
    "Add."
    return a + b


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__annotations__, add.__wrapped__(7), add.__qualname__)
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(max, [3, 9, 2], 100), functools.reduce(max, [], 0))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted("bca", key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Size(1) <= Size(1), Size(2) > Size(1), Size(2) >= Size(3), Size(1) != Size(2))
for action in (lambda: functools.reduce(max, []), lambda: functools.partial(), lambda: functools.partial(5), lambda: functools.total_ordering(type("T", (), {}))):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
