# Defaults are made once; closures see the last value; star arguments pass on.
# covers: default arguments, closures, star arguments
def add_item(item, items=[]):
    items.append(item)
    return items
print(add_item(1), add_item(2), add_item.__defaults__)
def fresh(item, items=None):
    if items is None:
        items = []
    items.append(item)
    return items
print(fresh(1), fresh(2))
base = 10
def shifted(n, by=base): return n + by
base = 1000
print(shifted(1), shifted(1, by=2))
def counter(_state={"n": 0}):
    _state["n"] += 1
    return _state["n"]
print(counter(), counter(), counter())
def kwonly(*, a=[], b=()):
    a.append(len(a))
    return a, b
print(kwonly(), kwonly(), kwonly.__kwdefaults__)
def forward(f, *args, **kwargs):
    return f(*args, **kwargs)
def target(a, b=2, *rest, c=3, **more): return a, b, rest, c, more
print(forward(target, 1), forward(target, 1, 2, 3, 4, c=5, d=6), forward(forward, target, 1, c=0))
def partial(f, *first, **fixed):
    def call(*rest, **more):
        return f(*first, *rest, **{**fixed, **more})
    return call
p = partial(target, 1, c=9)
print(p(), p(5), p(5, 6, c=1, z=2))
def outer(a):
    def middle(b):
        def inner(c):
            return a * 100 + b * 10 + c
        return inner
    return middle
print(outer(1)(2)(3))
handlers = {}
for name in ["start", "stop"]:
    def handler(when=name): return f"{when} / {name}"
    handlers[name] = handler
print([h() for h in handlers.values()])
def recursive_default(n, seen=()):
    return seen if n == 0 else recursive_default(n - 1, seen + (n,))
print(recursive_default(3), recursive_default(2))
def returns_many(): return 1, "two", [3]
a, b, (c,) = returns_many()
print(a, b, c)
