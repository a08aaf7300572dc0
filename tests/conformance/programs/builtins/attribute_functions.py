# getattr, setattr, hasattr, delattr.
# covers: getattr, setattr, hasattr, delattr, suggestions for attributes
class Config:
    debug = False
    def __init__(self): self.level = 3
    @property
    def double(self): return self.level * 2
    @property
    def broken(self): raise ValueError("broken property")
c = Config()
print(getattr(c, "level"), getattr(c, "debug"), getattr(c, "missing", "default"), getattr(c, "double"), getattr("abc", "upper")(), getattr(c, "x", None))
print(hasattr(c, "level"), hasattr(c, "nope"), hasattr(5, "real"), hasattr([], "append"), hasattr(Config, "level"), hasattr(None, "x"))
setattr(c, "level", 10)
setattr(c, "new name with spaces", 1)
print(c.level, getattr(c, "new name with spaces"), vars(c))
setattr(Config, "debug", True)
print(c.debug)
delattr(c, "level")
print(hasattr(c, "level"), sorted(vars(c)))
for name in ["upper", "title", "swapcase"]:
    print(name, getattr("some Text", name)())
for text in ["getattr(c, 'nope')", "getattr(c)", "getattr(c, 5)", "setattr(c, 'x')", "setattr(5, 'x', 1)", "setattr(c, 5, 1)", "delattr(c, 'nope')", "hasattr(c)", "hasattr(c, 5)", "getattr(c, 'broken')", "hasattr(c, 'broken')", "setattr(c, 'double', 1)", "setattr(int, 'x', 1)", "getattr(c, 'nope', 1, 2)", "delattr(c, 'double')", "delattr(Config, 'nope')", "getattr(Config, 'nope')", "c.debugg", "[].apend", "'a'.uper()", "(1).reel", "{}.itmes()", "Config.debag", "getattr(None, 'x')", "print.x", "len.foo", "Config().levl", "c.new", "c.xyzzy"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
class Struct:
    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)
    def __repr__(self):
        return "Struct(" + ", ".join(f"{k}={getattr(self, k)!r}" for k in vars(self)) + ")"
print(Struct(a=1, b="two"), Struct())
def dispatch(obj, command, *args):
    return getattr(obj, "do_" + command, lambda *a: f"no {command}")(*args)
class Robot:
    def do_move(self, n): return f"moved {n}"
print(dispatch(Robot(), "move", 5), dispatch(Robot(), "fly"))
[].apendd
