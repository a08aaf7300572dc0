# del removes names, items, slices, attributes.
# covers: del
a, b, c = 1, 2, 3
del a
try:
    print(a)
except NameError as error:
    print(error)
del b, (c)
print("b" in globals(), "c" in globals())
items = list(range(10))
del items[0]
print(items)
del items[-1], items[0]
print(items)
del items[1:3]
print(items)
del items[::2]
print(items)
del items[:]
print(items)
d = {"x": 1, "y": 2, "z": 3}
del d["x"]
print(d)
try:
    del d["x"]
except KeyError as error:
    print("KeyError", error)
try:
    del [1, 2][5]
except IndexError as error:
    print(error)
try:
    del (1, 2)[0]
except TypeError as error:
    print(error)
try:
    del "abc"[0]
except TypeError as error:
    print(error)


class Thing:
    size = 3


thing = Thing()
thing.size = 4
print(thing.size)
del thing.size
print(thing.size)
try:
    del thing.size
except AttributeError as error:
    print(error)
del Thing.size
print(hasattr(thing, "size"))


def local():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


print(local())
for i in range(3):
    pass
del i
print("i" in globals())
