# Exception groups, and what `except*` asks for.
class BaseExceptionGroup(BaseException):
    "Several exceptions that are raised together."

    __module__ = "builtins"

    def __new__(cls, message, exceptions, /):
        if not isinstance(message, str):
            raise TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, not {type(message).__name__}")
        if not hasattr(exceptions, "__getitem__") or isinstance(exceptions, (dict, set)):
            raise TypeError("second argument (exceptions) must be a sequence")
        inside = tuple(exceptions)
        if not inside:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for place, each in enumerate(inside):
            if not isinstance(each, BaseException):
                raise ValueError(f"Item {place} of second argument (exceptions) is not an exception")
        plain = all([isinstance(each, Exception) for each in inside])
        if cls is BaseExceptionGroup and plain:
            cls = ExceptionGroup
        elif issubclass(cls, Exception) and not plain:
            where = "an ExceptionGroup" if cls is ExceptionGroup else repr(cls.__name__)
            raise TypeError(f"Cannot nest BaseExceptions in {where}")
        made = super().__new__(cls, message, exceptions)
        made._parts = message, inside
        return made

    @property
    def message(self):
        return self._parts[0]

    @property
    def exceptions(self):
        return self._parts[1]

    def __str__(self):
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def derive(self, excs, /):
        "A group like this one with other exceptions."
        return BaseExceptionGroup(self.message, excs)

    def split(self, condition, /):
        "The part that fits a condition, and the rest; None for nothing."
        return _split_group(self, _test_of(condition))

    def subgroup(self, condition, /):
        "The part that fits a condition, or None."
        return _split_group(self, _test_of(condition))[0]

    def __class_getitem__(cls, item):
        return cls


class ExceptionGroup(BaseExceptionGroup, Exception):
    "Several exceptions of programs that are raised together."

    __module__ = "builtins"


def _test_of(condition):
    if isinstance(condition, type) and issubclass(condition, BaseException):
        return lambda each: isinstance(each, condition)
    if isinstance(condition, tuple) and all([isinstance(kind, type) for kind in condition]):
        return lambda each: isinstance(each, condition)
    if callable(condition) and not isinstance(condition, type):
        return condition
    raise TypeError("expected a function, exception type or tuple of exception types")


def _like(group, exceptions):
    if not exceptions:
        return None
    made = group.derive(exceptions)
    if not isinstance(made, BaseExceptionGroup):
        raise TypeError("derive must return an instance of BaseExceptionGroup")
    made.__traceback__ = group.__traceback__
    made.__cause__ = group.__cause__
    made.__context__ = group.__context__
    made.__suppress_context__ = group.__suppress_context__
    for note in getattr(group, "__notes__", ()):
        made.add_note(note)
    return made


def _split_group(group, test):
    if test(group):
        return group, None
    fitting, rest = [], []
    for each in group.exceptions:
        if isinstance(each, BaseExceptionGroup):
            one, other = _split_group(each, test)
        elif test(each):
            one, other = each, None
        else:
            one, other = None, each
        if one is not None:
            fitting.append(one)
        if other is not None:
            rest.append(other)
    return _like(group, fitting), _like(group, rest)


def _leaves(exception):
    if not isinstance(exception, BaseExceptionGroup):
        return [exception]
    return [leaf for each in exception.exceptions for leaf in _leaves(each)]


def _split(exception, types):
    # For one `except*`: whether it catches anything, what, and what is left.
    for kind in types if isinstance(types, tuple) else (types,):
        if not isinstance(kind, type) or not issubclass(kind, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(kind, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if exception is None:
        return False, None, None
    if not isinstance(exception, BaseExceptionGroup):
        if isinstance(exception, types):
            return True, BaseExceptionGroup("", (exception,)), None
        return False, None, exception
    fitting, rest = _split_group(exception, _test_of(types))
    return fitting is not None, fitting, rest


def _finish(exception, raised, rest):
    # After the last `except*`: what is still to be raised, or None.
    if not isinstance(exception, BaseExceptionGroup):
        return raised[0] if raised else rest
    own = {id(leaf) for leaf in _leaves(exception)}
    again = [] if rest is None else _leaves(rest)
    fresh = []
    for each in raised:
        leaves = _leaves(each)
        if isinstance(each, BaseExceptionGroup) and all([id(leaf) in own for leaf in leaves]):
            again.extend(leaves)
        else:
            fresh.append(each)
    kept = {id(leaf) for leaf in again}
    left = _split_group(exception, lambda each: id(each) in kept)[0] if kept else None
    if not fresh:
        return left
    return BaseExceptionGroup("", fresh if left is None else [*fresh, left])
