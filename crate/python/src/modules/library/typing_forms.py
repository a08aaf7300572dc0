# Type hints are for readers: the names exist, take subscripts, show themselves and are never checked.
import collections as _collections
import collections.abc as _abc
import re as _re
from contextlib import AbstractContextManager as _AbstractContextManager
from types import UnionType as _UnionType

TYPE_CHECKING = False
Text = str
_NoneType = type(None)


def _text_of(parameter):
    if parameter is ...:
        return "..."
    if isinstance(parameter, type):
        if parameter.__module__ == "builtins":
            return parameter.__qualname__
        return f"{parameter.__module__}.{parameter.__qualname__}"
    if isinstance(parameter, (tuple, list)):
        return "[" + ", ".join([_text_of(item) for item in parameter]) + "]"
    return repr(parameter)


def _as_type(parameter):
    # What stands for a type in brackets.
    if parameter is None:
        return _NoneType
    return ForwardRef(parameter) if isinstance(parameter, str) else parameter


def _variables(parameters):
    # The type variables among parameters, each once.
    found = []
    for parameter in parameters:
        inner = [parameter] if isinstance(parameter, TypeVar) else getattr(parameter, "__parameters__", ())
        if isinstance(parameter, type):
            inner = ()
        found.extend([variable for variable in inner if variable not in found])
    return tuple(found)


def _check_count(what, parameters, expected):
    if len(parameters) != expected:
        many = "many" if len(parameters) > expected else "few"
        raise TypeError(f"Too {many} arguments for {what!r}; actual {len(parameters)}, expected {expected}")


class ForwardRef:
    "A type by its name, known only later."

    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Name:
    # A name of this module without parameters.
    def __init__(self, name, make=None, origin=None, count=None):
        self._name = name
        self._make = make
        self.__origin__ = origin
        self._count = count

    def __getattr__(self, name):
        if name == "__name__":
            return self._name
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __getitem__(self, parameters):
        if self._make is not None:
            return self._make(self, parameters)
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        parameters = tuple([_as_type(parameter) for parameter in parameters])
        if self._count is not None:
            _check_count(self, parameters, self._count)
        return _Alias(self.__origin__ or self, parameters, self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __repr__(self):
        return f"typing.{self._name}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with isinstance()")
        return isinstance(value, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f"{self!r} cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)


class _Alias:
    # A generic type with its parameters.
    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _variables(args)

    def _with(self, args):
        return _Alias(self.__origin__, args, self._name)

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        _check_count(self, parameters, len(self.__parameters__))
        return self._replaced(dict(zip(self.__parameters__, map(_as_type, parameters))))

    def _replaced(self, values):
        args = []
        for arg in self.__args__:
            if isinstance(arg, _Alias):
                args.append(arg._replaced(values))
            else:
                args.append(values.get(arg, arg) if isinstance(arg, TypeVar) else arg)
        return self._with(tuple(args))

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, _Name):
            raise TypeError(f"Cannot instantiate {self.__origin__!r}")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if origin is Generic:
            return () if any(isinstance(base, _Alias) and base is not self and _is_generic(base.__origin__)
                             for base in bases) else (Generic,)
        return (origin,) if _is_generic(origin) or not self.__parameters__ or Generic in bases else (origin, Generic)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _text_of(self.__origin__)
        return f"{name}[{', '.join([_text_of(item) for item in self.__args__]) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, value):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


def _is_generic(origin):
    return isinstance(origin, type) and Generic in origin.__mro__


class _UnionAlias(_Alias):
    def _with(self, args):
        return Union[args]

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _NoneType in args:
            other = args[1] if args[0] is _NoneType else args[0]
            return f"typing.Optional[{_text_of(other)}]"
        return f"typing.Union[{', '.join([_text_of(item) for item in args])}]"

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, _UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, value):
        return self.__subclasscheck__(type(value))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


class _CallableAlias(_Alias):
    def _with(self, args):
        return _CallableAlias(self.__origin__, args, self._name)

    def __repr__(self):
        *parameters, result = self.__args__
        if parameters == [...]:
            shown = "..."
        else:
            shown = "[" + ", ".join([_text_of(item) for item in parameters]) + "]"
        return f"typing.Callable[{shown}, {_text_of(result)}]"


class _LiteralAlias(_Alias):
    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(value, type(value)) for value in self.__args__} == {(value, type(value)) for value in other.__args__}

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return f"typing.Literal[{', '.join(map(repr, self.__args__))}]"


class _AnnotatedAlias(_Alias):
    def __init__(self, origin, metadata):
        _Alias.__init__(self, origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def _with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __repr__(self):
        return f"typing.Annotated[{_text_of(self.__origin__)}, {', '.join(map(repr, self.__metadata__))}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


def _unique(items):
    found = []
    for item in items:
        if item not in found:
            found.append(item)
    return tuple(found)


def _make_union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = []
    for parameter in parameters:
        parameter = _as_type(parameter)
        is_union = isinstance(parameter, (_UnionAlias, _UnionType))
        members.extend(parameter.__args__ if is_union else [parameter])
    members = _unique(members)
    return members[0] if len(members) == 1 else _UnionAlias(Union, members, "Union")


def _make_optional(self, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(f"typing.Optional requires a single type. Got {parameters!r}.")
    return Union[parameters, None]


def _make_literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    kept = _unique([(value, type(value)) for value in parameters])
    return _LiteralAlias(Literal, tuple([value for value, kind in kept]), "Literal")


def _make_annotated(self, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    return _AnnotatedAlias(_as_type(parameters[0]), parameters[1:])


def _make_tuple(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    return _Alias(tuple, tuple([_as_type(parameter) for parameter in parameters]), "Tuple")


def _make_callable(self, parameters):
    if not isinstance(parameters, tuple) or len(parameters) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    given, result = parameters
    if not isinstance(given, (list, tuple)):
        given = [given]
    return _CallableAlias(_abc.Callable, (*map(_as_type, given), _as_type(result)), "Callable")


def _single(self, parameters):
    if isinstance(parameters, tuple):
        raise TypeError(f"{self!r} accepts only single type.")
    return _Alias(self, (_as_type(parameters),), self._name)


def _no_parameters(self, parameters):
    raise TypeError(f"{self!r} is not subscriptable")


class _AnyMeta(type):
    def __instancecheck__(self, value):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(value)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    "Any type at all."

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _Name("NoReturn", _no_parameters)
Never = _Name("Never", _no_parameters)
Self = _Name("Self", _no_parameters)
LiteralString = _Name("LiteralString", _no_parameters)
TypeAlias = _Name("TypeAlias", _no_parameters)
ClassVar = _Name("ClassVar", _single)
Final = _Name("Final", _single)
Required = _Name("Required", _single)
NotRequired = _Name("NotRequired", _single)
TypeGuard = _Name("TypeGuard", _single)
Unpack = _Name("Unpack", _single)
Concatenate = _Name("Concatenate")
Union = _Name("Union", _make_union)
Optional = _Name("Optional", _make_optional)
Literal = _Name("Literal", _make_literal)
Annotated = _Name("Annotated", _make_annotated)
Tuple = _Name("Tuple", _make_tuple, tuple)
Callable = _Name("Callable", _make_callable, _abc.Callable)
for _name, _origin, _count in (
    ("List", list, 1), ("Dict", dict, 2), ("Set", set, 1), ("FrozenSet", frozenset, 1), ("Type", type, 1),
    ("DefaultDict", _collections.defaultdict, 2), ("OrderedDict", _collections.OrderedDict, 2),
    ("Counter", _collections.Counter, 1), ("Deque", _collections.deque, 1), ("ChainMap", _collections.ChainMap, 2),
    ("Pattern", _re.Pattern, 1), ("Match", _re.Match, 1), ("ContextManager", _AbstractContextManager, 1),
):
    globals()[_name] = _Name(_name, None, _origin, _count)
for _name, _count in (
    ("Iterable", 1), ("Iterator", 1), ("Generator", 3), ("Sequence", 1), ("MutableSequence", 1), ("Mapping", 2),
    ("MutableMapping", 2), ("MutableSet", 1), ("Collection", 1), ("Container", 1), ("Hashable", 0), ("Sized", 0),
    ("Reversible", 1), ("KeysView", 1), ("ItemsView", 2), ("ValuesView", 1), ("MappingView", 1), ("ByteString", 0),
    ("Awaitable", 1), ("Coroutine", 3), ("AsyncIterable", 1), ("AsyncIterator", 1), ("AsyncGenerator", 2),
):
    globals()[_name] = _Name(_name, None, getattr(_abc, _name, None), _count)
AbstractSet = _Name("AbstractSet", None, _abc.Set, 1)
