# Type variables, generic classes, protocols and records, and what asks for hints.
import sys as _sys
from abc import ABCMeta as _ABCMeta


class TypeVar:
    "A type variable."

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = tuple(map(_as_type, constraints))
        self.__bound__ = None if bound is None else _as_type(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        mark = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return f"{mark}{self.__name__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ParamSpec(TypeVar):
    "A variable for parameters."

    @property
    def args(self):
        return _Name(f"{self.__name__}.args")

    @property
    def kwargs(self):
        return _Name(f"{self.__name__}.kwargs")


class TypeVarTuple(TypeVar):
    "A variable for several types."

    def __repr__(self):
        return self.__name__

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    "Base class of generic classes."

    __slots__ = ()
    __parameters__ = ()

    def __class_getitem__(cls, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        parameters = tuple([_as_type(parameter) for parameter in parameters])
        if cls is Generic or cls is Protocol:
            if not all(isinstance(parameter, (TypeVar, _Alias)) for parameter in parameters):
                raise TypeError(
                    f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables."
                )
            if len(set(parameters)) != len(parameters):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, parameters, cls.__name__)
        if not cls.__parameters__:
            raise TypeError(f"{cls!r} is not a generic class")
        if not any(isinstance(variable, (ParamSpec, TypeVarTuple)) for variable in cls.__parameters__):
            _check_count(cls, parameters, len(cls.__parameters__))
        return _Alias(cls, parameters)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        bases = [base for base in cls.__dict__.get("__orig_bases__", ()) if isinstance(base, _Alias)]
        if not bases and Generic in cls.__bases__ and cls.__name__ != "Protocol":
            raise TypeError("Cannot inherit from plain Generic")
        chosen = [base for base in bases if base.__origin__ is Generic]
        cls.__parameters__ = _variables(chosen[0].__args__ if chosen else [arg for base in bases for arg in base.__args__])


def _members(cls):
    # What a class must have to count as the protocol.
    names = []
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol") and base is not Protocol:
            for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
                if name not in _not_members and name not in names:
                    names.append(name)
    return names


_not_members = frozenset(
    "__module__ __qualname__ __doc__ __dict__ __weakref__ __annotations__ __parameters__ __orig_bases__ __slots__ "
    "__init__ __new__ __subclasshook__ __abstractmethods__ __class_getitem__ __init_subclass__ __match_args__ "
    "_is_protocol _is_runtime __isabstractmethod__".split()
)


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not cls.__dict__.get("_is_runtime"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            if all(hasattr(instance, name) for name in _members(cls)):
                return True
        return super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        if cls.__dict__.get("_is_protocol") and cls is not Protocol:
            if not cls.__dict__.get("_is_runtime"):
                raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
            names = _members(cls)
            if not all(callable(getattr(cls, name, None)) for name in names):
                raise TypeError("Protocols with non-method members don't support issubclass()")
            if all(any(name in base.__dict__ for base in subclass.__mro__) for name in names):
                return True
        return super().__subclasscheck__(subclass)


def _protocol_init(self, *args, **kwargs):
    if type(self).__dict__.get("_is_protocol"):
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    "Base class of protocols: what has their methods counts as one."

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and "__init__" not in cls.__dict__:
            cls.__init__ = _protocol_init


def runtime_checkable(cls):
    "Allow isinstance() with a protocol."
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime = True
    return cls


def _supports(name, method):
    body = {method: lambda self, *args: None, "__module__": "typing", "__slots__": ()}
    globals()[name] = runtime_checkable(_ProtocolMeta(name, (Protocol,), body))


for _name, _method in (
    ("SupportsInt", "__int__"), ("SupportsFloat", "__float__"), ("SupportsComplex", "__complex__"),
    ("SupportsBytes", "__bytes__"), ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"),
    ("SupportsRound", "__round__"),
):
    _supports(_name, _method)


class IO(Generic[AnyStr]):
    "A file."


class TextIO(IO[str]):
    "A file of text."


class BinaryIO(IO[bytes]):
    "A file of bytes."


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        made = type.__new__(meta, name, (dict,), namespace)
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
        for key, hint in namespace.get("__annotations__", {}).items():
            hints[key] = hint = _as_type(hint)
            origin = getattr(hint, "__origin__", None)
            needed = origin is Required or total and origin is not NotRequired
            (required if needed else optional).add(key)
        made.__annotations__ = hints
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__total__ = total
        return made

    def __call__(cls, *args, total=True, **kwargs):
        if cls is TypedDict and args:
            name, fields = args
            return _TypedDictMeta(name, (TypedDict,), {"__annotations__": dict(fields), "__module__": "__main__"}, total=total)
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, subclass):
        raise TypeError("TypedDict does not support instance and class checks")


class TypedDict(metaclass=_TypedDictMeta):
    "A dict with known keys."


def is_typeddict(tp):
    "Whether it is a class made with TypedDict."
    return type(tp) is _TypedDictMeta


_own_names = frozenset(
    "__new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _field_types _make _replace _asdict _source".split()
)


def _named_tuple(name, hints, defaults=(), module="__main__"):
    made = _collections.namedtuple(name, list(hints), defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = {key: _as_type(hint) for key, hint in hints.items()}
    return made


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        if not bases:
            return type.__new__(meta, name, bases, namespace)
        hints = namespace.get("__annotations__", {})
        defaults = []
        for key in hints:
            if key in namespace:
                defaults.append(key)
            elif defaults:
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(
                    f"Non-default namedtuple field {key} cannot follow default field{plural} {', '.join(defaults)}"
                )
        made = _named_tuple(name, hints, [namespace[key] for key in defaults], namespace["__module__"])
        made.__qualname__ = namespace.get("__qualname__", name)
        for base in bases:
            if base is not NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        for key, value in namespace.items():
            if key in _own_names:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in hints and key not in ("__module__", "__qualname__", "__annotations__", "__orig_bases__"):
                setattr(made, key, value)
        if Generic in bases:
            made.__class_getitem__ = classmethod(lambda cls, parameters: cls)
        return made

    def __call__(cls, typename, fields=None, /, **kwargs):
        return _named_tuple(typename, dict(kwargs.items() if fields is None else fields))


class NamedTuple(metaclass=_NamedTupleMeta):
    "A named tuple with hints for its fields."


class NewType:
    "A distinct name for a type."

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__module__ = "__main__"
        self.__supertype__ = tp

    def __call__(self, x):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    "The value as it is."
    return val


def _overloaded(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module "
        "should always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    "Describe one of several ways to call a function."
    return _overloaded


def final(f):
    "Say that nothing should derive from a class or override a method."
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    "Say that annotations are no type hints."
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def assert_type(val, typ, /):
    "The value as it is."
    return val


def assert_never(arg, /):
    "Fail: no value was expected to come here."
    raise AssertionError(f"Expected code to be unreachable, but got: {arg!r}")


def reveal_type(obj, /):
    "Tell the type of a value."
    print(f"Runtime type is {type(obj).__name__!r}", file=_sys.stderr)
    return obj


def _resolved(hint, names, local, extras):
    # A hint with what is text replaced by what it names.
    if hint is None:
        return _NoneType
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, str):
        return _resolved(eval(hint, names, local), names, local, extras)
    if isinstance(hint, _AnnotatedAlias) and not extras:
        return _resolved(hint.__origin__, names, local, extras)
    if isinstance(hint, _Alias) and not isinstance(hint, _LiteralAlias):
        args = tuple([_resolved(arg, names, local, extras) for arg in hint.__args__])
        return hint if args == hint.__args__ else hint._with(args)
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    "The annotations of an object, with texts replaced by what they name."
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = _sys.modules.get(base.__module__)
            names = globalns if globalns is not None else dict(vars(module)) if module is not None else {}
            local = localns if localns is not None else dict(vars(base))
            for name, hint in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(hint, names, local, include_extras)
        return hints
    if isinstance(obj, type(_sys)):
        names = dict(vars(obj)) if globalns is None else globalns
    else:
        plain = obj
        while hasattr(plain, "__wrapped__"):
            plain = plain.__wrapped__
        names = getattr(plain, "__globals__", {}) if globalns is None else globalns
        if not hasattr(obj, "__annotations__"):
            if callable(obj):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    for name, hint in obj.__annotations__.items():
        hints[name] = _resolved(hint, names, localns, include_extras)
    return hints


def get_origin(tp):
    "The type without its parameters."
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, _UnionType):
        return _UnionType
    if tp is Generic:
        return Generic
    return None if isinstance(tp, type) and not hasattr(tp, "__args__") else getattr(tp, "__origin__", None)


def get_args(tp):
    "The parameters of a type."
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    args = getattr(tp, "__args__", None) or ()
    if get_origin(tp) is _abc.Callable and args:
        *parameters, result = args
        return (..., result) if parameters == [...] else (parameters, result)
    return args
