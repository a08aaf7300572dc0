# Positional-only, keyword-only, stars: what may be passed how.
# covers: keyword-only parameters, positional-only parameters, star arguments, wrong arguments
def f(a, b, /, c, d=4, *args, e, g=7, **kwargs):
    return a, b, c, d, args, e, g, kwargs


print(f(1, 2, 3, e=5))
print(f(1, 2, c=3, e=5, d=0))
print(f(1, 2, 3, 4, 5, 6, e=7, g=8, h=9, a=10))


def only_positional(x, y=2, /):
    return x, y


def only_keyword(*, x, y=2):
    return x, y


def names(x, /, **kw):
    return x, kw


print(only_positional(1), only_positional(1, 3), only_keyword(x=1), only_keyword(y=1, x=0), names(1, x=2))
calls = """f()
f(1)
f(1, 2)
f(1, 2, 3)
f(a=1, b=2, c=3, e=5)
f(1, 2, 3, e=1, e2=2)
f(1, 2, 3, c=3, e=4)
only_positional()
only_positional(x=1)
only_positional(1, y=2)
only_positional(x=1, y=2)
only_positional(1, 2, 3)
only_keyword()
only_keyword(1)
only_keyword(1, 2, x=3)
only_keyword(x=1, z=2)
only_keyword(y=1)
names()
names(x=1)
g()
g(1)
g(1, 2, 3)
g(1, 2, 3, 4)
g(1, c=3)
g(1, 2, b=3)
g(b=1)
h(1, 2)
h(1, k=2)
k()
k(b=2)
m(1)
A()
A(1, 2)
A(1).method()
A(1).method(1, 2)
A.method()
A(1).method(y=2)
A(1).none(5)""".splitlines()


def g(a, b, c=3): ...
def h(a, *, k): ...
def k(a, b, c): ...
def m(a, b, c, d): ...


class A:
    def __init__(self, x): ...
    def method(self, y): ...
    def none(): ...


for call in calls:
    try:
        print(call, eval(call))
    except TypeError as error:
        print(call, "->", error)
