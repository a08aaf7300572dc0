# What a metaclass defines is what the class itself can do: len, in, [], +, repr, bool, attributes.
# covers: metaclasses; special methods for operators
class Meta(type):
    def __len__(cls):
        return len(cls.items)

    def __iter__(cls):
        return iter(cls.items)

    def __getitem__(cls, place):
        return cls.items[place]

    def __contains__(cls, item):
        return item in cls.items

    def __repr__(cls):
        return f"<shelf {cls.__name__}>"

    def __add__(cls, other):
        return cls.items + other

    def __lt__(cls, other):
        return len(cls) < len(other)

    def __getattr__(cls, name):
        return f"no {name}"

    def __setattr__(cls, name, value):
        print("setting", name)
        super().__setattr__(name, value)

    @property
    def first(cls):
        return cls.items[0]

    def double(cls):
        return cls.items * 2


class Shelf(metaclass=Meta):
    items = [1, 2, 3]


class Short(Shelf):
    items = [9]


print(Shelf, len(Shelf), list(Shelf), Shelf[1], 2 in Shelf, 7 in Shelf)
print(Shelf + [4], Short < Shelf, sorted([Shelf, Short]), max(Shelf))
print(Shelf.first, Short.double(), Shelf.anything)
Shelf.items = []
print(bool(Shelf), bool(Short))
try:
    Shelf().first
except AttributeError as error:
    print(error)
print([each for each in Short], {Shelf: 1}[Shelf])
