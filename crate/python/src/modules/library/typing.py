# Type hints are for readers: the names exist, take subscripts and are never checked.
import collections.abc as _abc
from collections import namedtuple as _namedtuple


def _text_of(parameter):
    if parameter is ...:
        return "..."
    if parameter is None or parameter is type(None):
        return "None"
    if isinstance(parameter, list):
        return "[" + ", ".join([_text_of(item) for item in parameter]) + "]"
    if isinstance(parameter, type):
        if parameter.__module__ == "builtins":
            return parameter.__qualname__
        return f"{parameter.__module__}.{parameter.__qualname__}"
    return repr(parameter)


class _Form:
    # A name of this module, with or without parameters.
    def __init__(self, name, origin=None, parameters=None):
        self._name = name
        self.__origin__ = origin
        self.__args__ = parameters

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        if self._name == "Optional":
            return _union((parameters[0], None))
        if self._name == "Union":
            return _union(parameters)
        return _Form(self._name, self.__origin__, parameters)

    def __call__(self, *args, **kwargs):
        if self.__origin__ is None:
            raise TypeError(f"Cannot instantiate {self!r}")
        return self.__origin__(*args, **kwargs)

    def __repr__(self):
        if self.__args__ is None:
            return f"typing.{self._name}"
        if self._name == "Union" and len(self.__args__) == 2 and type(None) in self.__args__:
            return f"typing.Optional[{_text_of(next(item for item in self.__args__ if item is not type(None)))}]"
        return f"typing.{self._name}[{', '.join([_text_of(item) for item in self.__args__])}]"

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __eq__(self, other):
        if not isinstance(other, _Form):
            return NotImplemented
        return (self._name, self.__args__) == (other._name, other.__args__)

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __instancecheck__(self, value):
        if self.__args__ is not None or self.__origin__ is None:
            raise TypeError("Subscripted generics cannot be used with class and instance checks")
        return isinstance(value, self.__origin__)


def _union(parameters):
    # Flat, each once; one alone is itself.
    found = []
    for item in parameters:
        nested = item.__args__ if isinstance(item, _Form) and item._name == "Union" else (item,)
        for part in nested:
            part = type(None) if part is None else part
            if part not in found:
                found.append(part)
    return found[0] if len(found) == 1 else _Form("Union", None, tuple(found))


Any = _Form("Any")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Union = _Form("Union")
Optional = _Form("Optional")
Literal = _Form("Literal")
LiteralString = _Form("LiteralString")
Annotated = _Form("Annotated")
Concatenate = _Form("Concatenate")
TypeGuard = _Form("TypeGuard")
TypeAlias = _Form("TypeAlias")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
Unpack = _Form("Unpack")
List = _Form("List", list)
Dict = _Form("Dict", dict)
Set = _Form("Set", set)
FrozenSet = _Form("FrozenSet", frozenset)
Tuple = _Form("Tuple", tuple)
Type = _Form("Type", type)
Callable = _Form("Callable", _abc.Callable)
Iterable = _Form("Iterable", _abc.Iterable)
Iterator = _Form("Iterator", _abc.Iterator)
Generator = _Form("Generator", _abc.Generator)
Sequence = _Form("Sequence", _abc.Sequence)
MutableSequence = _Form("MutableSequence", _abc.MutableSequence)
Mapping = _Form("Mapping", _abc.Mapping)
MutableMapping = _Form("MutableMapping", _abc.MutableMapping)
Collection = _Form("Collection", _abc.Collection)
Container = _Form("Container", _abc.Container)
Hashable = _Form("Hashable", _abc.Hashable)
Sized = _Form("Sized", _abc.Sized)
Reversible = _Form("Reversible", _abc.Reversible)
AbstractSet = _Form("AbstractSet", _abc.Set)
DefaultDict = _Form("DefaultDict")
OrderedDict = _Form("OrderedDict")
Counter = _Form("Counter")
Deque = _Form("Deque")
ChainMap = _Form("ChainMap")
Pattern = _Form("Pattern")
Match = _Form("Match")
Awaitable = _Form("Awaitable")
Coroutine = _Form("Coroutine")
AsyncIterator = _Form("AsyncIterator")
SupportsInt = _Form("SupportsInt")
SupportsFloat = _Form("SupportsFloat")
SupportsIndex = _Form("SupportsIndex")
SupportsAbs = _Form("SupportsAbs")
Text = str
AnyStr = None
TYPE_CHECKING = False


class TypeVar:
    "A type variable."

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self._mark = "+" if covariant else "-" if contravariant else "~"

    def __repr__(self):
        return f"{self._mark}{self.__name__}"

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


AnyStr = TypeVar("AnyStr", bytes, str)


class ParamSpec(TypeVar):
    "A variable for parameters."


class TypeVarTuple(TypeVar):
    "A variable for several types."


class Generic:
    "Base class of generic classes."

    def __class_getitem__(cls, parameters):
        return cls


class Protocol(Generic):
    "Base class of protocols."


class TypedDict(dict):
    "A dict with known keys."

    def __new__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __init_subclass__(cls, total=True):
        cls.__total__ = total


class NamedTuple(tuple):
    "A named tuple with hints for its fields."

    def __new__(cls, typename, fields=(), /, **kwargs):
        pairs = list(fields) or list(kwargs.items())
        return _namedtuple(typename, [name for name, kind in pairs])

    def __init_subclass__(cls):
        hints = cls.__dict__.get("__annotations__", {})
        names = list(hints)
        defaults = []
        for name in names:
            if name in cls.__dict__:
                defaults.append(cls.__dict__[name])
            elif defaults:
                given = [other for other in names if other in cls.__dict__]
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {name} cannot follow default field{plural} "
                    f"{', '.join(given[:len(defaults)])}"
                )
        made = _namedtuple(cls.__name__, names, defaults=defaults)
        for name in ("__new__", "_make", "_replace", "_asdict", "__repr__", "__getnewargs__", "_fields",
                     "_field_defaults", "__match_args__", *names):
            if name in names or name not in cls.__dict__:
                setattr(cls, name, made.__dict__[name])


def NewType(name, tp):
    "A distinct name for a type."
    def new_type(x):
        return x

    new_type.__name__ = name
    new_type.__qualname__ = name
    new_type.__supertype__ = tp
    return new_type


def cast(typ, val):
    "The value as it is."
    return val


def overload(func):
    return func


def final(f):
    return f


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def override(method, /):
    return method


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    "The annotations of an object."
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            hints.update(base.__dict__.get("__annotations__", {}))
        return hints
    return dict(getattr(obj, "__annotations__", {}))


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", None) or ()


def assert_never(arg, /):
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    return obj
