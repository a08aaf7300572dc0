# Functions that remember.
# covers: closures
def make_counter(start=0, step=1):
    count = start

    def counter():
        nonlocal count
        value, count = count, count + step
        return value

    def reset():
        nonlocal count
        count = start

    return counter, reset


tick, reset = make_counter(10, 5)
print(tick(), tick(), tick())
reset()
print(tick())


def account(balance):
    def deposit(amount):
        nonlocal balance
        balance += amount
        return balance

    def show():
        return f"balance {balance}"

    return {"deposit": deposit, "show": show}


acc, other = account(100), account(1)
acc["deposit"](50)
print(acc["show"](), other["show"]())


def memoize(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]

    wrapper.cache = cache
    return wrapper


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))


def averager():
    values = []

    def add(value):
        values.append(value)
        return sum(values) / len(values)

    return add


avg = averager()
print(avg(10), avg(20), avg(60))
multipliers = [lambda x: x * i for i in range(4)]
print([m(10) for m in multipliers])
multipliers = [(lambda k: lambda x: x * k)(i) for i in range(4)]
print([m(10) for m in multipliers])


def chain():
    x = 1

    def a():
        def b():
            def c():
                return x

            return c

        return b

    x = 2
    return a()()()


print(chain())


def late():
    def show():
        return value

    try:
        return show()
    except NameError as error:
        print(error)
    value = 5
    return show()


print(late())


def loop_closures():
    found = []
    for n in range(3):
        def f():
            return n
        found.append(f)
    n = 99
    return [f() for f in found]


print(loop_closures())


def parameter_cell(n):
    def bump():
        nonlocal n
        n += 1
        return n

    bump()
    return n, bump()


print(parameter_cell(5))
