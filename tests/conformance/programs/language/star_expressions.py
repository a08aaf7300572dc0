# Stars in targets, in calls and in displays.
# covers: star expressions, unpacking, star arguments
first, *rest = [1, 2, 3, 4]
print(first, rest)
*init, last = "abc"
print(init, last)
a, *middle, z = range(6)
print(a, middle, z)
only, *nothing = [1]
print(only, nothing)
(head, *tail), *others = [(1, 2, 3), 4, 5]
print(head, tail, others)
for name, *marks in [("ada", 1, 2), ("bob",), ("cy", 9)]:
    print(name, marks, sum(marks))
left = [1, 2]
right = (3, 4)
print([*left, *right], (*left, *right), {*left, *right})
print([*"ab", *range(2), *{}])
print({**{"a": 1}, "b": 2, **{"a": 3}})
print(*left, *right, sep="-")
t = *left, 9
print(t)


def show(*args, **kwargs):
    return args, kwargs


print(show(*left, 5, *right))
print(show(**{"x": 1}, y=2, **{"z": 3}))
print(show(*[], **{}))
print(show(0, *"hi", key="v"))
try:
    show(**{"x": 1}, **{"x": 2})
except TypeError as error:
    print(error)
try:
    show(**{1: 2})
except TypeError as error:
    print(error)
try:
    show(*5)
except TypeError as error:
    print(error)
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)
try:
    *a, b, c = ()
except ValueError as error:
    print(error)
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)))
print(dict(zip(*[("a", "b"), (1, 2)])))


def tail_of(seq):
    head, *tail = seq
    return tail and [head, *tail_of(tail)] or [head]


print(tail_of([3, 2, 1]))
