def err(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

for e in (ValueError(), ValueError("a"), ValueError("a", 2), KeyError("k"), KeyError("k", 1), KeyError(), OSError(2, "nope"), OSError("x"), StopIteration(5), SystemExit(3), IndexError(1), Exception(None), FileNotFoundError("gone")):
    print(type(e).__name__, repr(e), str(e), e.args)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, OSError(2, "n").errno, OSError(2, "n", "f").filename, OSError("x").errno)
err(ValueError, a=1)
print(AttributeError("x", name="n", obj=5).name, ImportError("m", name="mod").name, ImportError("m").msg, NameError("x", name="y").name)

class MyError(Exception):
    pass
class Detailed(ValueError):
    def __init__(self, code, text="no text"):
        super().__init__(f"{code}: {text}")
        self.code = code
class Named(Exception):
    def __init__(self, name, *, extra=None):
        self.name = name
        self.extra = extra
    def __str__(self):
        return f"named {self.name} {self.extra}"
class Chatty(Exception):
    def __str__(self):
        return "chatty " + super().__str__()
    def __repr__(self):
        return "R" + super().__repr__()
for e in (MyError("x"), MyError(), Detailed(5), Detailed(6, text="t"), Named("n", extra=1), Chatty("c")):
    try:
        raise e
    except Exception as caught:
        print(repr(caught), str(caught), caught.args, isinstance(caught, ValueError))
try:
    raise MyError
except MyError as e:
    print(repr(e), e.args, e.__cause__, e.__context__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise MyError("outer") from z
except MyError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise MyError("outer")
except MyError as e:
    print(e.__cause__, repr(e.__context__))
e = ValueError("n"); e.add_note("first"); e.add_note("second"); print(e.__notes__, e.with_traceback(None) is e)
err(e.add_note, 5)
e.args = (1, 2); print(e, e.args)
e.__cause__ = KeyError("c"); print(repr(e.__cause__), e.__suppress_context__)
err(lambda: (_ for _ in ()).throw(ValueError("thrown")))
print(BaseException.__str__(ValueError("q")), ValueError.__repr__(ValueError("q")), issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), IOError is OSError)

def gen():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except ValueError as v:
        print("caught", v)
        yield 3
    finally:
        print("finally")
    return "done"
g = gen(); print(next(g), g.send("hello"), g.throw(ValueError("v")))
try:
    next(g)
except StopIteration as s:
    print("stopped", s.value, repr(s))
err(next, g)
g = gen(); next(g); g.close(); g.close()
err(gen().send, 5)
g = gen()
err(g.throw, KeyError("early"))
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2
g = stubborn(); next(g)
err(g.close)
def delegating():
    result = yield from gen()
    yield result
d = delegating(); print(next(d), d.send("s"), list(d))
print(iter(g) is g, g.__next__() if False else "skip", type(g).__name__, g.__name__)
def squares(n):
    for i in range(n):
        yield i * i
print(list(squares(5)), sum(squares(4)), max(squares(3)), dict(zip("ab", squares(2))), sorted(squares(3), reverse=True), tuple(squares(2)), ",".join(str(q) for q in squares(3)))
err(lambda: [].foo())
err(lambda: int("a" * 3))
err(lambda: undefined_name)
err(lambda: [1, 2, 3].index("x"))
err(exec) if False else print("ok")
try:
    raise SystemExit("bye")
except SystemExit as s:
    print(s.code, repr(s))
try:
    raise 5
except TypeError as t:
    print(t)
try:
    assert 1 == 2, "msg"
except AssertionError as a:
    print(repr(a))
print(repr(UnicodeDecodeError.__mro__[1]), NotImplemented, Ellipsis, __debug__)
print("a", "b", sep="-", end="!\n")
print(1, None, [1], sep="")
print(sep="x")
err(print, 1, sep=5)
err(print, 1, foo=5)
print(*[1, 2], **{"sep": ","})
print(b"abc", bytes(3), bytes([1, 2]), bytes("é", "utf-8"), bytearray(b"ab"), b"ab".hex(), bytes.fromhex("6162 63"), b"a,b".split(b","), b",".join([b"a", b"b"]), b"abc".find(b"c"), b" a ".strip(), b"abc".startswith(b"a"), b"Ab".upper(), b"abc"[0], b"abc"[1:], list(b"ab"), b"a" + b"b", b"a" in b"abc", 97 in b"a")
err(bytes, "a")
err(bytes, [256])
err(bytes, -1)
err(lambda: b"a" + "b")
ba = bytearray(b"ab"); ba.append(99); ba.extend(b"de"); ba[0] = 65; print(ba, ba.pop(), len(ba), ba.decode())
print(b"abc".replace(b"", b"-"), b"abc".replace(b"", b"-", 2), b"aXbX".replace(b"X", b"yy", 1), b"a b".split(), b"a,b,c".split(b",", 1), b"xax".strip(b"x"), b"abcabc".rfind(b"c"), b"abc".count(b"b"))
