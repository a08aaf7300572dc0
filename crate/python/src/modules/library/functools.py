# Wrappers around functions.
from collections import namedtuple as _namedtuple

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    "Make one function look like the function that it wraps."
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    "A decorator that calls update_wrapper."
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


_missing = object()


def _key_of(args, kwargs, typed):
    key = args
    if kwargs:
        key = (*args, _missing, *kwargs.items())
    if typed:
        key = (*key, *map(type, args), *map(type, kwargs.values()))
    elif len(key) == 1:
        only = key[0]
        kind = type(only)
        if kind is int or kind is str:
            return only
    return key


_CacheInfo = _namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")


def _cached(function, maxsize, typed):
    memo = _Memo(maxsize)
    find = memo.find
    store = memo.store
    missing = _missing

    def cached(*args, **kwargs):
        key = _key_of(args, kwargs, typed)
        result = find(key, missing)
        if result is missing:
            result = function(*args, **kwargs)
            store(key, result)
        return result

    cached.cache_info = lambda: _CacheInfo(*memo.info())
    cached.cache_clear = memo.clear
    cached.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(cached, function)


def lru_cache(maxsize=128, typed=False):
    "Least-recently-used cache decorator."
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        return _cached(function, maxsize, typed)

    return decorate


def cache(user_function, /):
    "Simple lightweight unbounded cache."
    return _cached(user_function, None, False)


def _not(result):
    return result if result is NotImplemented else not result


def _gt_from_lt(self, other):
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _le_from_lt(self, other):
    result = type(self).__lt__(self, other)
    return result if result is NotImplemented else result or self == other


def _ge_from_lt(self, other):
    return _not(type(self).__lt__(self, other))


def _ge_from_le(self, other):
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else not result or self == other


def _lt_from_le(self, other):
    result = type(self).__le__(self, other)
    return result if result is NotImplemented else result and self != other


def _gt_from_le(self, other):
    return _not(type(self).__le__(self, other))


def _lt_from_gt(self, other):
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else not result and self != other


def _ge_from_gt(self, other):
    result = type(self).__gt__(self, other)
    return result if result is NotImplemented else result or self == other


def _le_from_gt(self, other):
    return _not(type(self).__gt__(self, other))


def _le_from_ge(self, other):
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else not result or self == other


def _gt_from_ge(self, other):
    result = type(self).__ge__(self, other)
    return result if result is NotImplemented else result and self != other


def _lt_from_ge(self, other):
    return _not(type(self).__ge__(self, other))


_orderings = {
    "__lt__": [("__gt__", _gt_from_lt), ("__le__", _le_from_lt), ("__ge__", _ge_from_lt)],
    "__le__": [("__ge__", _ge_from_le), ("__lt__", _lt_from_le), ("__gt__", _gt_from_le)],
    "__gt__": [("__lt__", _lt_from_gt), ("__ge__", _ge_from_gt), ("__le__", _le_from_gt)],
    "__ge__": [("__le__", _le_from_ge), ("__gt__", _gt_from_ge), ("__lt__", _lt_from_ge)],
}


def total_ordering(cls):
    "Fill in the missing ordering methods of a class."
    roots = [name for name in _orderings if any(name in base.__dict__ for base in cls.__mro__ if base is not object)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for name, function in _orderings[max(roots)]:
        if name not in roots:
            setattr(cls, name, function)
    return cls


class cached_property:
    "A property that is computed once and then kept as an attribute."

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        value = self.func(instance)
        if not hasattr(instance, "__dict__"):
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            )
        object.__setattr__(instance, self.attrname, value)
        return value


class partialmethod:
    "A method with some arguments given already."

    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        function, args, keywords = self.func, self.args, self.keywords
        if hasattr(function, "__get__") and not callable(function):
            function = function.__get__(instance, owner)
            return partial(function, *args, **keywords)
        if instance is None:
            return partial(function, *args, **keywords)
        return partial(function, instance, *args, **keywords)


def _members(union):
    # The classes of int | str.
    return [] if isinstance(union, type) else list(getattr(union, "__args__", ()))


def _best_match(kind, registry):
    for base in kind.__mro__:
        if base in registry:
            return registry[base]
    return registry[object]


def singledispatch(func):
    "A function that is chosen by the type of its first argument."
    registry = {object: func}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        return _best_match(cls, registry)

    def register(cls, func=None):
        function = func
        if function is None:
            if isinstance(cls, type) or _members(cls):
                return lambda function: register(cls, function)
            kinds = getattr(cls, "__annotations__", {})
            if not kinds:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` on an annotated function."
                )
            cls, function = next(iter(kinds.values())), cls
            if not isinstance(cls, type) and not _members(cls):
                raise TypeError(f"Invalid annotation for {next(iter(kinds))!r}. {cls!r} is not a class.")
        for kind in _members(cls) or [cls]:
            registry[kind] = function
        return function

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return _best_match(type(args[0]), registry)(*args, **kwargs)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    "A method that is chosen by the type of its first argument."

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        if method is None and not isinstance(cls, type):
            plain = getattr(cls, "__func__", cls)
            kinds = getattr(plain, "__annotations__", {})
            if kinds:
                return self.dispatcher.register(next(iter(kinds.values())), func=cls)
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen.__get__(obj, cls)(*args, **kwargs)

        method.register = self.register
        return update_wrapper(method, getattr(self.func, "__func__", self.func))
