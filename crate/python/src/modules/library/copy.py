# Copies, shallow and deep.
class Error(Exception):
    pass


error = Error

_atomic = (
    type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
    type(lambda: None), type(len), property,
)


_never = (type(item for item in ()), type(__import__("operator")))


def copy(x):
    "Shallow copy."
    kind = type(x)
    if kind in _atomic or kind in (tuple, frozenset) or isinstance(x, type):
        return x
    if kind in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(kind, "__copy__", None)
    if copier is not None:
        return copier(x)
    return _rebuild(x, None)


_getstate = getattr(object, "__getstate__", None)


def _slots_of(x):
    names = []
    for base in type(x).__mro__:
        slots = base.__dict__.get("__slots__", ())
        names.extend([slots] if isinstance(slots, str) else slots)
    return names


def _plain_of(x):
    # The builtin value that an instance of a subclass carries.
    for kind in (list, dict, set, frozenset, tuple, str, int, float, bytes, bytearray):
        if isinstance(x, kind):
            return kind, kind(x)
    return None, None


def _rebuild(x, memo):
    reduced = _reduced(x)
    if reduced is not None:
        return _from_reduced(x, reduced, memo)
    if isinstance(x, BaseException):
        args = x.args if memo is None else deepcopy(x.args, memo)
        made = type(x)(*args)
    elif hasattr(x, "__getnewargs__"):
        args = x.__getnewargs__()
        made = type(x).__new__(type(x), *(args if memo is None else deepcopy(args, memo)))
    else:
        kind, plain = _plain_of(x)
        if kind is None:
            made = _new(x)
        elif kind in (list, dict, set):
            made = kind.__new__(type(x))
        else:
            made = kind.__new__(type(x), plain if memo is None else deepcopy(plain, memo))
        if memo is not None:
            memo[id(x)] = made
        if kind is list:
            for item in plain:
                list.append(made, item if memo is None else deepcopy(item, memo))
        elif kind is set:
            for item in plain:
                set.add(made, item if memo is None else deepcopy(item, memo))
        elif kind is dict:
            for key, value in plain.items():
                if memo is not None:
                    key, value = deepcopy(key, memo), deepcopy(value, memo)
                dict.__setitem__(made, key, value)
    if memo is not None:
        memo[id(x)] = made
    getter = getattr(type(x), "__getstate__", _getstate)
    if getter is not _getstate:
        state = x.__getstate__()
        if state:
            _set_state(made, state if memo is None else deepcopy(state, memo))
        return made
    state = dict(getattr(x, "__dict__", {}))
    for name in _slots_of(x):
        if name not in state and hasattr(x, name) and not name.startswith("__"):
            state[name] = getattr(x, name)
    if state:
        _set_state(made, state if memo is None else deepcopy(state, memo))
    return made


def _reduced(x):
    # What a class of the program says of how to make an instance again: a function, its arguments, and more.
    kind = type(x)
    if getattr(kind, "__reduce_ex__", _reduce_ex) is not _reduce_ex:
        return x.__reduce_ex__(4)
    if getattr(kind, "__reduce__", _reduce) is not _reduce:
        return x.__reduce__()
    return None


_reduce = getattr(object, "__reduce__", None)
_reduce_ex = getattr(object, "__reduce_ex__", None)


def _from_reduced(x, reduced, memo):
    if isinstance(reduced, str):
        return x
    function, args, state, items, pairs, *_ = (*reduced, None, None, None)
    made = function(*(args if memo is None else [deepcopy(arg, memo) for arg in args]))
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, state if memo is None else deepcopy(state, memo))
    for item in items or ():
        made.append(item if memo is None else deepcopy(item, memo))
    for key, value in pairs or ():
        if memo is not None:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
        state = {**(state or {}), **(slots or {})}
    for name, value in state.items():
        object.__setattr__(made, name, value)


def _new(x):
    if type(x) in _never:
        raise TypeError(f"cannot pickle '{type(x).__name__}' object")
    try:
        return object.__new__(type(x))
    except TypeError:
        raise TypeError(f"cannot pickle '{type(x).__name__}' object") from None


def deepcopy(x, memo=None):
    "Deep copy."
    kind = type(x)
    if kind in _atomic or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    key = id(x)
    if key in memo:
        return memo[key]
    if kind is list:
        made = memo[key] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif kind is dict:
        made = memo[key] = {}
        for name, value in x.items():
            made[deepcopy(name, memo)] = deepcopy(value, memo)
    elif kind is tuple:
        made = [deepcopy(item, memo) for item in x]
        if key in memo:
            return memo[key]
        made = x if all(new is old for new, old in zip(made, x)) else tuple(made)
    elif kind is set or kind is frozenset:
        made = kind([deepcopy(item, memo) for item in x])
    elif kind is bytearray:
        made = x.copy()
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            made = copier(memo)
        elif hasattr(kind, "maxlen") and hasattr(kind, "appendleft"):
            made = memo[key] = kind((), x.maxlen)
            for item in x:
                made.append(deepcopy(item, memo))
        elif hasattr(x, "default_factory") and isinstance(x, dict):
            made = memo[key] = kind(x.default_factory)
            for name, value in x.items():
                made[deepcopy(name, memo)] = deepcopy(value, memo)
        else:
            made = _rebuild(x, memo)
    memo[key] = made
    memo.setdefault(id(memo), []).append(x)
    return made


