# Containers beside the builtin ones.
from operator import itemgetter as _itemgetter


def _is_identifier(name):
    return type(name) is str and name.isidentifier()


_keywords = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global "
    "if import in is lambda nonlocal not or pass raise return try while with yield".split()
)


def _make(cls, iterable):
    result = tuple.__new__(cls, iterable)
    if len(result) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(result)}")
    return result


def _replace(self, /, **kwds):
    result = self._make([kwds.pop(name, value) for name, value in zip(self._fields, self)])
    if kwds:
        raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
    return result


def _asdict(self):
    return dict(zip(self._fields, self))


def _namedtuple_repr(self):
    pairs = ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self)])
    return f"{self.__class__.__name__}({pairs})"


def _getnewargs(self):
    return tuple(self)


def _renamed(names):
    seen = set()
    for index, name in enumerate(names):
        if not name.isidentifier() or name in _keywords or name.startswith("_") or name in seen:
            names[index] = f"_{index}"
        seen.add(name)


def _check_names(typename, names, rename):
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _keywords:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module="__main__"):
    "A new subclass of tuple with named fields."
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        _renamed(names)
    _check_names(typename, names, rename)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(reversed(list(zip(reversed(names), reversed(defaults)))))
    parameters = ", ".join(names)
    values = parameters + "," if names else ""
    new = _define(f"_made = lambda _cls, {parameters}: tuple.__new__(_cls, ({values}))")
    new.__name__ = "__new__"
    new.__qualname__ = f"{typename}.__new__"
    if defaults is not None:
        new.__defaults__ = defaults
    namespace = {
        "__module__": module,
        "__doc__": f"{typename}({parameters})",
        "__slots__": (),
        "_fields": tuple(names),
        "_field_defaults": field_defaults,
        "__new__": new,
        "_make": classmethod(_make),
        "_replace": _replace,
        "_asdict": _asdict,
        "__repr__": _namedtuple_repr,
        "__getnewargs__": _getnewargs,
        "__match_args__": tuple(names),
    }
    for index, name in enumerate(names):
        namespace[name] = _tuplegetter(index)
    return type(typename, (tuple,), namespace)


class Counter(dict):
    "Dict subclass for counting hashable items."

    def __init__(self, iterable=None, /, **kwds):
        dict.__init__(self)
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        "Sum of the counts."
        return sum(self.values())

    def most_common(self, n=None):
        "The n most common elements and their counts."
        ordered = sorted(self.items(), key=_second, reverse=True)
        return ordered if n is None else ordered[: max(n, 0)]

    def elements(self):
        "Each element as often as its count says."
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        "Add counts."
        if iterable is not None:
            if isinstance(iterable, dict):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    dict.update(self, iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        "Subtract counts; they may become negative."
        if iterable is not None:
            if isinstance(iterable, dict):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return self.__class__(self)

    def __delitem__(self, element):
        if element in self:
            dict.__delitem__(self, element)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f"{self.__class__.__name__}({items!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    __hash__ = None

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({e: c + other[e] for e, c in self.items()}, {e: c for e, c in other.items() if e not in self})

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({e: c - other[e] for e, c in self.items()}, {e: -c for e, c in other.items() if e not in self})

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        left = {e: other[e] if c < other[e] else c for e, c in self.items()}
        return _positive(left, {e: c for e, c in other.items() if e not in self})

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive({e: c if c < other[e] else other[e] for e, c in self.items()}, {})

    def __pos__(self):
        return _positive(self, {})

    def __neg__(self):
        return _positive({e: -c for e, c in self.items()}, {})

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


_second = _itemgetter(1)


def _positive(*parts):
    result = Counter()
    for part in parts:
        for element, count in part.items():
            if count > 0:
                result[element] = count
    return result


class OrderedDict(dict):
    "A dictionary that can move its keys to either end."

    def popitem(self, last=True):
        "Remove and return a pair from either end."
        if not self:
            raise KeyError("dictionary is empty")
        key = next(reversed(self) if last else iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        "Move an existing key to either end."
        if last:
            self[key] = self.pop(key)
        else:
            _move_to_front(self, key)

    def copy(self):
        return self.__class__(self)

    def __copy__(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        return f"{self.__class__.__name__}({list(self.items())!r})"

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class ChainMap:
    "Several mappings searched one after the other."

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(dict.fromkeys(mapping))
        return merged

    def __len__(self):
        return len(self._merged())

    def __iter__(self):
        return iter(self._merged())

    def __contains__(self, key):
        return any(key in mapping for mapping in self.maps)

    __reversed__ = None

    @classmethod
    def fromkeys(cls, iterable, *args):
        return cls(dict.fromkeys(iterable, *args))

    def __bool__(self):
        return any(self.maps)

    def keys(self):
        return {key: self[key] for key in self}.keys()

    def values(self):
        return {key: self[key] for key in self}.values()

    def items(self):
        return {key: self[key] for key in self}.items()

    def __eq__(self, other):
        if isinstance(other, ChainMap):
            return dict(self.items()) == dict(other.items())
        if isinstance(other, dict):
            return dict(self.items()) == other
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join(map(repr, self.maps))})"

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        "A chain with one more mapping in front."
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}") from None

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def update(self, *args, **kwargs):
        self.maps[0].update(*args, **kwargs)

    def clear(self):
        self.maps[0].clear()

    def __or__(self, other):
        result = self.copy()
        result.maps[0].update(other)
        return result

    def __ror__(self, other):
        merged = dict(other)
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return self.__class__(merged)

    def __ior__(self, other):
        self.maps[0].update(other)
        return self
