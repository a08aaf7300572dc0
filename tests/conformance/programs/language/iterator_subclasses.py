# Classes that derive from map, zip, enumerate, filter and reversed.
# covers: multiple inheritance; iteration
class Negated(map):
    def __next__(self):
        return -super().__next__()


print(list(Negated(abs, [1, -2, 3])))


class Pairs(zip):
    label = "pairs"


pairs = Pairs("ab", [1, 2])
print(next(pairs), list(pairs), pairs.label, isinstance(pairs, zip), iter(pairs) is pairs)


class Numbered(enumerate):
    def __init__(self, items, start=0):
        self.begins = start


lines = Numbered(["x", "y"], 1)
print(lines.begins, dict(lines))


class Truthy(filter):
    def rest(self):
        return tuple(self)


print(Truthy(None, [0, 1, "", "a"]).rest())


class Backwards(reversed):
    pass


print([item for item in Backwards((1, 2, 3))])
