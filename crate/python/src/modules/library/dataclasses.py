# Classes that are mostly data: the methods are written as text and compiled once for each class.
from types import MappingProxyType as _Proxy


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


_FACTORY = _HasDefaultFactory()


# Objects whose text is being made: one may hold itself.
_shown = []


class _KwOnly:
    pass


KW_ONLY = _KwOnly()


class InitVar:
    "A parameter of __init__ that goes to __post_init__."

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        return f"dataclasses.InitVar[{_type_text(self.type)}]"

    def __class_getitem__(cls, type):
        return cls(type)


class Field:
    "What is known of one field."

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _Proxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        names = ("name", "type", "default", "default_factory", "init", "repr", "hash", "compare", "metadata", "kw_only")
        shown = ",".join([f"{name}={getattr(self, name)!r}" for name in names])
        kind = _kind_names[self._kind] if self.name is not None else None
        return f"Field({shown},_field_type={kind})"


_kind_names = {"field": "_FIELD", "class": "_FIELD_CLASSVAR", "init": "_FIELD_INITVAR"}


class _DataclassParams:
    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        return "_DataclassParams(" + ",".join([f"{name}={value!r}" for name, value in self.__dict__.items()]) + ")"


def _type_text(annotation):
    # A type as signatures show it.
    if isinstance(annotation, type):
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    "Describe a field of a dataclass."
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _kind_of(annotation):
    # Annotations may be texts.
    if isinstance(annotation, str):
        text = annotation.strip()
        for prefix in ("typing.ClassVar", "ClassVar"):
            if text == prefix or text.startswith(prefix + "["):
                return "class"
        for prefix in ("dataclasses.InitVar", "InitVar"):
            if text == prefix or text.startswith(prefix + "["):
                return "init"
        if text in ("KW_ONLY", "dataclasses.KW_ONLY"):
            return "kw_only"
        return "field"
    if annotation is KW_ONLY:
        return "kw_only"
    if annotation is InitVar or isinstance(annotation, InitVar):
        return "init"
    if repr(annotation).startswith("typing.ClassVar"):
        return "class"
    return "field"


def _field_of(cls, name, annotation, kw_only):
    default = cls.__dict__.get(name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._kind = _kind_of(annotation)
    if made._kind in ("class", "init") and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made.kw_only is MISSING:
        made.kw_only = kw_only and made._kind != "class"
    if made._kind == "field" and made.default is not MISSING and type(made.default).__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: use default_factory")
    return made


def _collect(cls, kw_only):
    fields = {}
    for base in cls.__mro__[-1:0:-1]:
        for name, known in getattr(base, "__dataclass_fields__", {}).items():
            fields[name] = known
    annotations = cls.__dict__.get("__annotations__", {})
    for name, annotation in annotations.items():
        if _kind_of(annotation) == "kw_only":
            kw_only = True
            continue
        made = _field_of(cls, name, annotation, kw_only)
        fields[name] = made
        if isinstance(cls.__dict__.get(name), Field):
            if made.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, made.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return fields


def _parameter(f):
    if f.default is MISSING and f.default_factory is MISSING:
        return f.name
    if f.default is not MISSING:
        return f"{f.name}=_defaults['{f.name}']"
    return f"{f.name}=_FACTORY"


def _signature(fields):
    # The parameters of __init__ with their types, for the text that describes the class.
    shown = []
    for f in [f for f in fields if f.init and not f.kw_only] + [f for f in fields if f.init and f.kw_only]:
        if f.kw_only and "*" not in shown:
            shown.append("*")
        kind = f.type.type if isinstance(f.type, InitVar) else f.type
        text = f"{f.name}: {_type_text(f.type if kind is not f.type else kind)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        shown.append(text)
    return ", ".join(shown)


def _init_lines(fields, frozen, has_post_init, slots):
    std = [f for f in fields if f.init and not f.kw_only]
    kw = [f for f in fields if f.init and f.kw_only]
    seen_default = False
    for f in std:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")
        else:
            seen_default = True
    me = "self" if all(f.name != "self" for f in fields) else "__dataclass_self__"
    parameters = [me] + [_parameter(f) for f in std]
    if kw:
        parameters += ["*"] + [_parameter(f) for f in kw]
    lines = [f"    def __init__({', '.join(parameters)}):"]
    for f in fields:
        name = f.name
        if f._kind == "init":
            continue
        if f.default_factory is not MISSING:
            value = f"_defaults['{name}']()"
            if f.init:
                value += f" if {name} is _FACTORY else {name}"
        elif f.init:
            value = name
        elif slots and f.default is not MISSING:
            value = f"_defaults['{name}']"
        else:
            continue
        if frozen:
            lines.append(f"        _setattr({me}, {name!r}, {value})")
        else:
            lines.append(f"        {me}.{name} = {value}")
    if has_post_init:
        arguments = ", ".join([f.name for f in fields if f._kind == "init"])
        lines.append(f"        {me}.__post_init__({arguments})")
    if len(lines) == 1:
        lines.append("        pass")
    return lines


def _tuple_text(me, fields):
    return "(" + "".join([f"{me}.{f.name}," for f in fields]) + ")"


def _method_lines(fields, compared, eq, order):
    shown = ", ".join([f"{f.name}={{self.{f.name}!r}}" for f in fields if f.repr])
    lines = [
        "    def __repr__(self):",
        "        if id(self) in _shown:",
        '            return "..."',
        "        _shown.append(id(self))",
        "        try:",
        f"            return self.__class__.__qualname__ + f\"({shown})\"",
        "        finally:",
        "            _shown.pop()",
    ]
    mine, theirs = _tuple_text("self", compared), _tuple_text("other", compared)
    for name, operator, wanted in (
        ("__eq__", "==", eq), ("__lt__", "<", order), ("__le__", "<=", order), ("__gt__", ">", order),
        ("__ge__", ">=", order),
    ):
        if wanted:
            lines.append(f"    def {name}(self, other):")
            lines.append("        if other.__class__ is self.__class__:")
            lines.append(f"            return {mine} {operator} {theirs}")
            lines.append("        return NotImplemented")
    hashed = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    lines.append("    def __hash__(self):")
    lines.append(f"        return hash({_tuple_text('self', hashed)})")
    return lines


def _set_new(cls, name, function):
    if name in cls.__dict__:
        return True
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, function)
    return False


def _freeze(cls, fields):
    names = frozenset(f.name for f in fields)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if _set_new(cls, function.__name__, function):
            raise TypeError(f"Cannot overwrite attribute {function.__name__} in class {cls.__name__}")


def _set_hash(cls, function, unsafe_hash, eq, frozen):
    own = cls.__dict__.get("__hash__", MISSING)
    explicit = not (own is MISSING or (own is None and "__eq__" in cls.__dict__))
    if unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = function
    elif eq and not explicit:
        cls.__hash__ = function if frozen else None


def _check_frozen_bases(cls, frozen):
    for base in cls.__mro__[1:]:
        parameters = base.__dict__.get("__dataclass_params__")
        if parameters is None:
            continue
        if parameters.frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not parameters.frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    _check_frozen_bases(cls, frozen)
    all_fields = _collect(cls, kw_only)
    cls.__dataclass_fields__ = all_fields
    cls.__dataclass_params__ = _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
    )
    fields = [f for f in all_fields.values() if f._kind == "field"]
    in_init = [f for f in all_fields.values() if f._kind != "class"]
    lines = ["def _made(_defaults, _FACTORY, _setattr):"]
    if init:
        lines += _init_lines(in_init, frozen, hasattr(cls, "__post_init__"), slots)
    else:
        lines += ["    __init__ = None"]
    compared = [f for f in fields if f.compare]
    lines += _method_lines(fields, compared, eq, order)
    names = ["__init__", "__repr__", "__hash__"] + ["__eq__"] * eq
    names += ["__lt__", "__le__", "__gt__", "__ge__"] * order
    lines.append("    return {" + ", ".join([f"'{name}': {name}" for name in names]) + "}")
    defaults = {}
    for f in in_init:
        if f.default is not MISSING:
            defaults[f.name] = f.default
        elif f.default_factory is not MISSING:
            defaults[f.name] = f.default_factory
    methods = _define("\n".join(lines) + "\n")(defaults, _FACTORY, object.__setattr__)
    hash_function = methods["__hash__"]
    _set_hash(cls, hash_function, unsafe_hash, eq, frozen)
    if init:
        methods["__init__"].__qualname__ = f"{cls.__qualname__}.__init__"
        methods["__init__"].__annotations__ = {f.name: f.type for f in in_init if f.init} | {"return": None}
        cls.__init__ = methods["__init__"]
    if repr:
        _set_new(cls, "__repr__", methods["__repr__"])
    if eq:
        _set_new(cls, "__eq__", methods["__eq__"])
    for name in ["__lt__", "__le__", "__gt__", "__ge__"] * order:
        if _set_new(cls, name, methods[name]):
            raise TypeError(
                f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
            )
    if frozen:
        _freeze(cls, fields)
    if match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in in_init if f.init and not f.kw_only])
    if cls.__doc__ is None:
        cls.__doc__ = f"{cls.__name__}({_signature(in_init) if init else ''})"
    if weakref_slot and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    return _with_slots(cls, fields) if slots else cls


def _with_slots(cls, fields):
    # The same class again, whose instances have room for the fields only.
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    body = dict(cls.__dict__)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(base.__dict__.get("__slots__", ()))
    body["__slots__"] = tuple([f.name for f in fields if f.name not in inherited])
    for f in fields:
        body.pop(f.name, None)
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    "Add the methods of a data class."

    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    "The fields of a dataclass."
    try:
        known = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in known.values() if f._kind == "field"])


def is_dataclass(obj):
    "Whether it is a dataclass or an instance of one."
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def _is_instance(obj):
    return hasattr(type(obj), "__dataclass_fields__")


def _asdict_inner(obj, dict_factory):
    from copy import deepcopy

    if _is_instance(obj):
        return dict_factory([(f.name, _asdict_inner(getattr(obj, f.name), dict_factory)) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_asdict_inner(item, dict_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_asdict_inner(item, dict_factory) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_asdict_inner(k, dict_factory), _asdict_inner(v, dict_factory)) for k, v in obj.items()]
        if hasattr(type(obj), "default_factory"):
            result = type(obj)(obj.default_factory)
            result.update(pairs)
            return result
        return type(obj)(pairs)
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    "The fields of an instance as a dict, all the way down."
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _asdict_inner(obj, dict_factory)


def _astuple_inner(obj, tuple_factory):
    from copy import deepcopy

    if _is_instance(obj):
        return tuple_factory([_astuple_inner(getattr(obj, f.name), tuple_factory) for f in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_astuple_inner(item, tuple_factory) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_astuple_inner(item, tuple_factory) for item in obj])
    if isinstance(obj, dict):
        return type(obj)([(_astuple_inner(k, tuple_factory), _astuple_inner(v, tuple_factory)) for k, v in obj.items()])
    return deepcopy(obj)


def astuple(obj, *, tuple_factory=tuple):
    "The fields of an instance as a tuple, all the way down."
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _astuple_inner(obj, tuple_factory)


def replace(obj, /, **changes):
    "A new object with some fields changed."
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in obj.__dataclass_fields__.values():
        if f._kind == "class":
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(
                    f"field {f.name} is declared with init=False, it cannot be specified with replace()"
                )
            continue
        if f.name not in changes:
            if f._kind == "init" and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    "Make a dataclass from names."
    annotations = {}
    body = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = "typing.Any"
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        else:
            annotations[item[0]] = item[1]
            body[item[0]] = item[2]
    body["__annotations__"] = annotations
    return dataclass(type(cls_name, tuple(bases), body), **options)
