# Classes say how they are copied: __copy__, __deepcopy__, __reduce__, __getstate__, __slots__.
# covers: copy
import copy


class Counted:
    copies = 0

    def __init__(self, items):
        self.items = items

    def __copy__(self):
        Counted.copies += 1
        return Counted(self.items)

    def __deepcopy__(self, memo):
        print("deep", type(memo).__name__)
        return Counted(copy.deepcopy(self.items, memo))


first = Counted([1])
print(copy.copy(first).items is first.items, copy.deepcopy([first, first])[0].items, Counted.copies)


class Reduced:
    def __init__(self, a):
        self.a = a

    def __reduce__(self):
        return Reduced, (self.a * 2,)


print(copy.copy(Reduced(3)).a, copy.deepcopy(Reduced(4)).a)


class Stateful:
    def __init__(self):
        self.kept, self.lost = [1], 2

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lost = "set again"


print(copy.copy(Stateful()).__dict__, copy.deepcopy(Stateful()).__dict__)


class Slotted:
    __slots__ = ("p", "q")


s = Slotted()
s.p = [1]
t = copy.deepcopy(s)
print(t.p, t.p is s.p, hasattr(t, "q"))


class Named(list):
    pass


named = Named([1, [2]])
named.name = "n"
for made in (copy.copy(named), copy.deepcopy(named)):
    print(made, made.name, type(made).__name__, made[1] is named[1])
