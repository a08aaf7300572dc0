# Where names live: global, nonlocal, class bodies, comprehensions.
# covers: scopes, closures
x = "module"


def reads():
    return x


def shadows():
    x = "local"
    return x


def writes():
    global x
    x = "changed"


print(reads(), shadows(), x)
writes()
print(x)


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


one, two = counter(), counter()
print(one(), one(), one(5), two())


def outer():
    a = 1

    def middle():
        nonlocal a
        a += 1
        b = a

        def inner():
            nonlocal a, b
            a, b = b * 10, a
            return a, b

        return inner(), a, b

    return middle(), a


print(outer())


class Scope:
    x = "class"
    copy = x
    listed = [x for _ in range(2)]

    def method(self):
        return x


print(Scope.copy, Scope.listed, Scope().method())
functions = [lambda: i for i in range(3)]
print([f() for f in functions])
functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def late():
    return defined_later()


def defined_later():
    return "found"


print(late())
[x for x in range(3)]
print(x)
for x in range(3):
    pass
print(x)


def make_global():
    global fresh
    fresh = "made"


make_global()
print(fresh)


def closure_cells():
    n = 1

    def get():
        return n

    n = 2
    return get


print(closure_cells()())
print(closure_cells().__closure__[0].cell_contents)

print(closure_cells().__code__.co_freevars)
