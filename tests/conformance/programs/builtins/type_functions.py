# type, isinstance, issubclass, callable, id, hash, dir, vars.
# covers: type, isinstance, issubclass, callable, id, hash, dir, vars, object
class Base:
    x = 1
    def method(self): pass
class Sub(Base):
    def __init__(self): self.y = 2
    def __call__(self): return "called"
s = Sub()
print(type(5), type("a"), type(None), type([]), type(s).__name__, type(Sub), type(type), type(print).__name__, type(lambda: 0).__name__, type(s.method).__name__, type(...), type(NotImplemented))
print([type(x).__name__ for x in [1, 1.0, 1j, "s", b"b", [], (), {}, set(), frozenset(), range(1), None, True, slice(1), bytearray(), len, int, {}.items(), (i for i in [])]])
print(isinstance(5, int), isinstance(True, int), isinstance(5, (str, int)), isinstance(s, Base), isinstance(s, Sub), isinstance(Base(), Sub), isinstance(5, object), isinstance(int, type), isinstance(None, type(None)), isinstance(5, int | str))
print(issubclass(Sub, Base), issubclass(Base, Sub), issubclass(bool, int), issubclass(Sub, (int, Base)), issubclass(int, object), issubclass(KeyError, LookupError), issubclass(int, int | None))
print(callable(print), callable(5), callable(s), callable(Base()), callable(Base), callable(lambda: 0), callable("x".upper), s())
print(id(s) == id(s), id([]) == id(s), s is s, hash(5), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(1) == hash(1.0) == hash(True), hash(None) == hash(None), hash(2.5), hash(2**61), hash(-2))
print(vars(s), [n for n in dir(s) if not n.startswith("__")], "append" in dir([]), [n for n in dir(5) if n.startswith("bit")], vars(Base)["x"], "upper" in dir(str))
print(type("Made", (Base,), {"z": 3})().z, type("Made", (), {}).__name__, type(object()).__name__, object() == object(), bool(object()), isinstance(object(), Base))
def f():
    a = 1
    b = 2
    return locals(), sorted(dir())
print(f(), "f" in globals(), globals()["Base"] is Base, __name__)
for text in ["isinstance(5, 5)", "isinstance(5, 'int')", "isinstance(5)", "issubclass(5, int)", "issubclass(int, 5)", "hash([])", "hash({})", "hash(set())", "hash(({},))", "type()", "type(1, 2)", "type('A', 5, {})", "type(5, (), {})", "vars(5)", "callable()", "id()", "dir(1, 2)", "isinstance(5, (int, 'a'))", "isinstance('a', (int, 'a'))", "hash(slice(1))", "object(5)", "object().x", "vars(1, 2)", "isinstance(5, [int])", "type(5)()", "type(5)(7)", "type('', (), {})().__class__.__name__"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
try:
    object().x = 1
except AttributeError as error:
    print(error)
