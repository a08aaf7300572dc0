# Functions that change functions.
# covers: decorators, class decorators
import functools


def trace(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        shown = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        print(f"> {f.__name__}({shown})")
        result = f(*args, **kwargs)
        print(f"< {result!r}")
        return result

    return wrapper


def repeat(times):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(times)]

        return wrapper

    return decorate


@trace
def add(a, b=1):
    """Adds."""
    return a + b


print(add(1), add(2, b=3), add.__name__, add.__doc__, add.__wrapped__(5))


@repeat(times=3)
@trace
def hello(name):
    return f"hello {name}"


print(hello("ann"))


class CountCalls:
    def __init__(self, f):
        self.f, self.count = f, 0

    def __call__(self, *args):
        self.count += 1
        return self.f(*args)


@CountCalls
def square(x):
    return x * x


print([square(n) for n in range(4)], square.count)
registry = {}


def register(name):
    return lambda f: registry.setdefault(name, f)


@register("double")
def twice(x):
    return x * 2


print(registry["double"](4), list(registry))


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({vars(self)})"
    cls.extra = 1
    return cls


@add_repr
class Point:
    def __init__(self, x):
        self.x = x


print(Point(3), Point.extra)


def singleton(cls):
    instances = {}

    def get(*args):
        if cls not in instances:
            instances[cls] = cls(*args)
        return instances[cls]

    return get


@singleton
class Config:
    def __init__(self):
        self.values = {}


print(Config() is Config())
decorators = [str.upper, lambda s: s + "!"]


@decorators[1]
@decorators[0]
@(lambda f: f())
def text():
    return "shout"


print(text)


class Methods:
    @trace
    def method(self=None, x=2):
        return x

    @staticmethod
    @repeat(2)
    def fixed(n):
        return n


print(Methods.method(x=1), Methods.fixed(7))
