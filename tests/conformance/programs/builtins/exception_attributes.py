# What exceptions tell: args, cause, context, notes, parts.
# covers: exception attributes, exception classes
for error in [Exception(), Exception("a"), Exception("a", 2), ValueError("v"), KeyError("k"), KeyError("a", "b"), IndexError(5), OSError(2, "no such"), OSError(13, "denied", "file.txt"), StopIteration(7), SystemExit(3), ZeroDivisionError("z"), AssertionError(), NotImplementedError("n"), RuntimeError(None), TypeError(["list"]), ImportError("i", name="mod"), NameError("n", name="x"), AttributeError("a", name="y"), SyntaxError("s"), UnicodeError("u"), LookupError("l"), ArithmeticError("ar"), EOFError("e"), MemoryError("m"), KeyboardInterrupt("kb"), GeneratorExit("ge"), Warning("w"), DeprecationWarning("d"), TimeoutError("t"), PermissionError(1, "p"), FileNotFoundError(2, "f")]:
    print(type(error).__name__, repr(error), str(error), error.args, [b.__name__ for b in type(error).__mro__[1:-2]])
try:
    try:
        {}["a"]
    except KeyError as first:
        first.add_note("look here")
        raise ValueError("second") from first
except ValueError as second:
    print(second.__cause__, second.__context__, second.__suppress_context__, second.__cause__.__notes__, second.__traceback__ is not None if False else "tb")
error = OSError(2, "gone", "x.txt")
print(error.errno, error.strerror, error.filename, type(error).__name__, isinstance(error, FileNotFoundError), IOError is OSError, EnvironmentError is OSError)
print(ImportError("x", name="m").name, StopIteration(5).value, SystemExit(4).code, NameError("n", name="q").name, SyntaxError("bad").msg)
e = ValueError("old")
e.args = ("new", 1)
print(e, e.args, repr(e), e.with_traceback(None) is e)
e.extra = 5
print(e.extra, vars(e))
class Coded(Exception):
    def __init__(self, code, **kw):
        super().__init__(code, kw)
        self.code = code
print(repr(Coded(5, a=1)), Coded(5).args, issubclass(Coded, Exception), Exception("x") == Exception("x"))
for text in ["raise ValueError('x') from None", "raise KeyError", "raise Exception from ValueError", "ValueError(x=1)", "Exception('a').foo", "raise 'text'", "raise None", "raise int", "issubclass(BooleanError, Exception)"]:
    try:
        exec(text)
    except Exception as error:
        print(text, "->", type(error).__name__, error)
