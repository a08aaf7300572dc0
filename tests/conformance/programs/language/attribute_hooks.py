# __getattr__, __getattribute__, __setattr__, descriptors, __init_subclass__.
# covers: __getattr__, descriptors, __init_subclass__
class Lazy:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("x"):
            return f"made {name}"
        raise AttributeError(f"no {name}")


l = Lazy()
print(l.real, l.xyz, getattr(l, "abc", "default"), hasattr(l, "abc"), hasattr(l, "xx"))
try:
    l.abc
except AttributeError as error:
    print(error)


class Logged:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

    def __getattribute__(self, name):
        if name == "magic":
            return 42
        return super().__getattribute__(name)


g = Logged()
g.a = 1
g.a += 1
del g.a
print(g.magic, hasattr(g, "a"), vars(g))
setattr(g, "b", 5)
print(getattr(g, "b"))


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        print("deleted")


class Item:
    price = Positive()
    count = Positive()

    def __init__(self, price, count):
        self.price, self.count = price, count


i = Item(5, 2)
print(i.price * i.count, vars(i), type(Item.price).__name__)
try:
    i.price = -1
except ValueError as error:
    print(error)
del i.count


class NonData:
    def __get__(self, obj, owner):
        return f"computed for {owner.__name__}"


class Holder:
    value = NonData()


h = Holder()
print(h.value, Holder.value)
h.value = "own"
print(h.value)


class Plugin:
    plugins = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.plugins[key or cls.__name__.lower()] = cls


class Csv(Plugin): pass
class Json(Plugin, key="js"): pass
print({k: v.__name__ for k, v in Plugin.plugins.items()})
class Base:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"
print(Base[5], Base["a"])
class Proxy:
    def __init__(self, target): object.__setattr__(self, "target", target)
    def __getattr__(self, name): return getattr(self.target, name)
    def __setattr__(self, name, value): setattr(self.target, name, value)
p = Proxy(Item(1, 1))
p.price = 9
print(p.price, p.target.price)
class Dir:
    def __dir__(self): return ["b", "a"]
print(dir(Dir()))
try:
    Item.price.__set__(i, "text")
except TypeError as error:
    print(error)
