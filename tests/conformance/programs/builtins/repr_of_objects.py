# How functions, classes, modules, iterators show themselves.
# covers: repr of objects
import math
def function(): pass
class Plain: pass
class Outer:
    class Inner: pass
    def method(self): pass
    @classmethod
    def made(cls): pass
    @staticmethod
    def fixed(): pass
    @property
    def prop(self): pass
def shown(value):
    text = repr(value)
    at = text.find(" at 0x")
    return text if at < 0 else text[:at] + " at ..." + (">" if text.endswith(">") else "")
for value in [function, Plain, Plain(), Outer.Inner, Outer.Inner(), Outer.method, Outer().method, Outer.made, Outer.fixed, lambda: 0, print, len, "".upper, [].append, str.upper, dict.fromkeys, int, type, object, object(), None, ..., NotImplemented, True, Exception, ValueError("x"), ValueError(), KeyError("k"), math.sin, (n for n in []), iter([]), iter({}) , iter(()), iter(range(1)), map(str, []), zip(), filter(None, []), enumerate([]), {}.keys(), {1: 2}.values(), {1: 2}.items(), range(5), range(1, 9, 2), slice(1, 2), property(), super(Plain, Plain()), int.__add__, Outer.prop, type(None), staticmethod(len), classmethod(len), Exception("a", 1), OSError(2, "gone"), SystemExit(3), StopIteration(5), [ValueError("in list")], {"f": print}, {Plain}, (int, str), list[int], int | None, Ellipsis, memoryview if False else "skip", bytearray(b"x"), frozenset({1}), complex(0, -1), float("nan"), -0.0, b"'", "\\"]:
    print(shown(value))
def outer():
    def inner(): pass
    class Local: pass
    return inner, Local, Local(), lambda x: x
for value in outer():
    print(shown(value))
print(str(ValueError("text")), str(KeyError("text")), str(Exception()), str(Exception(1, 2)), str(OSError(2, "gone")), str(StopIteration(5)), f"{function.__qualname__} {Outer.method.__qualname__} {outer()[0].__qualname__}")
