# UserDict, UserList and UserString: containers to derive from.
# covers: collections
import collections


class Upper(collections.UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


d = Upper({"a": 1}, b=2)
d.update(c=3)
print(d, d.data, "A" in d, "a" in d, len(d), d.get("x"), list(d), d == {"A": 1, "B": 2, "C": 3}, d | {"e": 5}, d.pop("A"), d.copy())
print(d.setdefault("Z", 9), list(d.keys()), list(d.items()), isinstance(d, dict), Upper.fromkeys("xy", 0))


class Doubling(collections.UserDict):
    def __missing__(self, key):
        return key * 2


print(Doubling()["ab"], Doubling().get("q"))


class Loud(collections.UserList):
    def append(self, item):
        print("adding", item)
        super().append(item)


items = Loud([3, 1, 2])
items.append(0)
items.sort()
print(items, items[0], items[1:], type(items[1:]).__name__, items + [9], [9] + items, items * 2, items.data, 3 in items, items == [0, 1, 2, 3])
print(items < [5], len(items), items.index(2), items.count(1), items.pop(), list(reversed(items)), sum(items))


class Name(collections.UserString):
    def initials(self):
        return "".join(word[0] for word in self.data.split())


name = Name("ada lovelace")
print(name, repr(name), name.initials(), name.title(), type(name.title()).__name__, name + "!", "x" + name, name[0], name[:3], len(name))
print(name == "ada lovelace", "love" in name, name * 2, hash(name) == hash("ada lovelace"), name.split(), name.replace("a", "o"), int(collections.UserString("5")))
for action in (lambda: d["none"], lambda: items[9], lambda: Upper()["x"], lambda: d.pop("none")):
    try:
        print(action())
    except (KeyError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")
