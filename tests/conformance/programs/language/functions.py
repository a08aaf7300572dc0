# Functions: arguments, results, being values.
# covers: functions, default arguments, docstrings
def add(a, b=10):
    """Adds two numbers."""
    return a + b


print(add(1), add(1, 2), add(b=3, a=4), add(*[1, 2]), add(**{"a": 5}), add.__name__, add.__doc__, add.__defaults__)


def nothing():
    pass


def early(n):
    if n < 0:
        return
    return n, n * 2


print(nothing(), early(-1), early(3))


def remember(item, box=[]):
    box.append(item)
    return box


print(remember(1), remember(2), remember(3, []), remember(4))
x = 1


def default_now(v=x):
    return v


x = 2
print(default_now())


def apply(f, *args):
    return f(*args)


print(apply(add, 1, 1), apply(len, "abc"), apply(lambda: "no arguments"))


def make(n):
    def power(x):
        return x**n

    power.n = n
    return power


cube = make(3)
print(cube(2), cube.n, cube.__name__, cube.__qualname__, callable(cube), cube.__dict__)
functions = {"add": add, "cube": cube}
print(functions["cube"](3), [f.__name__ for f in functions.values()])
add.calls = 5
print(add.calls, hasattr(add, "calls"), type(add).__name__)


def documented():
    """First line.

    More text.
    """


print(documented.__doc__.splitlines()[0], nothing.__doc__, documented.__module__)


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


print(is_even(10), is_odd(7))
print((lambda f, n: f(f, n))(lambda f, n: 1 if n == 0 else n * f(f, n - 1), 6))
a = b = add
del add
print(a(1), b is a)


def outer():
    return inner()


def inner():
    return "defined later"


print(outer())
def one(): return 1; print("unreachable")
print(one())
print(a.__defaults__)
a.__defaults__ = (100,)
print(a(1))
