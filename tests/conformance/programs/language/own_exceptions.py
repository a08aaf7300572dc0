# Exceptions of our own: hierarchies, data, messages.
# covers: own exceptions, chained exceptions
class AppError(Exception):
    """Base of all."""


class NotFound(AppError):
    def __init__(self, name, hint=None):
        super().__init__(f"{name} not found")
        self.name, self.hint = name, hint


class Forbidden(AppError):
    def __str__(self):
        return f"forbidden: {self.args[0]}"


class Limit(AppError, ValueError):
    code = 42


for error in [NotFound("x", hint="y"), Forbidden("door"), Limit("a", 1), AppError(), AppError(None), AppError("one"), AppError(("t",))]:
    try:
        raise error
    except NotFound as e:
        print("NotFound:", e, e.name, e.hint, e.args, repr(e))
    except (Forbidden, Limit) as e:
        print(type(e).__name__, e, e.args, repr(e), getattr(e, "code", None), isinstance(e, ValueError))
    except AppError as e:
        print("AppError", repr(str(e)), e.args, repr(e))
try:
    try:
        {}["key"]
    except KeyError as e:
        raise NotFound("key") from e
except AppError as e:
    print(e, "| cause:", repr(e.__cause__), "| same context:", e.__cause__ is e.__context__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("while handling")
except ValueError as e:
    print(e, "| context:", repr(e.__context__), "| cause:", e.__cause__, e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as e:
    print(e, repr(e.__context__), e.__cause__, e.__suppress_context__)
error = ValueError("noted")
error.add_note("a note")
error.add_note("another")
print(error.__notes__, error)
try:
    error.add_note(5)
except TypeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
class Broken(Exception):
    def __init__(self, a, b):
        self.a = a
print(repr(Broken(1, 2)), Broken(1, 2).args, str(Broken(1, 2)), issubclass(Limit, AppError), Limit.__mro__[1].__name__)
def chain(e):
    while e:
        yield type(e).__name__
        e = e.__cause__ or e.__context__
try:
    try:
        try:
            [][0]
        except IndexError as e:
            raise KeyError("k") from e
    except KeyError:
        raise AppError("top")
except AppError as e:
    print(" <- ".join(chain(e)))
class Quiet(Exception):
    pass
raise Quiet("the end", 2)
