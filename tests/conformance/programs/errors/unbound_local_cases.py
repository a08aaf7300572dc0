# Names that a function assigns too late.
# covers: NameError, UnboundLocalError, scopes
x = 10
def reads_before():
    print(x)
    x = 5
def branch(flag):
    if flag:
        value = 1
    return value
def loop(items):
    for item in items:
        last = item
    return last, item
def increments():
    x += 1
def deleted():
    y = 1
    del y
    return y
def caught():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    return error
def inner_free():
    def show(): return later
    result = show()
    later = 1
    return result
def nested():
    z = 1
    def change():
        z += 1
    change()
def with_import():
    print(math.pi)
    import math
def comprehension():
    return [a for a in range(3)], a
def walrus():
    if False and (w := 5): pass
    return w
def unpacks():
    (p, q), p2 = (p, 1), 2
def makes_class():
    class Early:
        first = second
        second = 1
cases = [reads_before, lambda: branch(True), lambda: branch(False), lambda: loop([1, 2]), lambda: loop([]), increments, deleted, caught, inner_free, nested, with_import, comprehension, walrus, unpacks, makes_class, lambda: missing_name, lambda: missing_call(1), lambda: [undefined for _ in "a"], lambda: f"{nothing}", lambda: exec("del never"), lambda: eval("what")]
for case in cases:
    try:
        print(case.__name__, case())
    except NameError as error:
        print(case.__name__, "->", type(error).__name__, error, "| name", error.name)
def counter():
    total += 1
    return total
total = 0
print(counter())
