# Enumerations. A class with members turns them into instances when it is made; what a class itself can do beyond
# attributes (iteration, length, membership, text) its metaclass says.
from operator import attrgetter as _attrgetter
from types import MappingProxyType as _Proxy


class _Later:
    # A value that is computed from those of members above it, once they are known.
    def __or__(self, other):
        return _Combined(lambda a, b: a | b, self, other)

    def __and__(self, other):
        return _Combined(lambda a, b: a & b, self, other)

    def __xor__(self, other):
        return _Combined(lambda a, b: a ^ b, self, other)

    def __add__(self, other):
        return _Combined(lambda a, b: a + b, self, other)

    def __mul__(self, other):
        return _Combined(lambda a, b: a * b, self, other)

    def __lshift__(self, other):
        return _Combined(lambda a, b: a << b, self, other)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__
    __radd__ = __add__
    __rmul__ = __mul__


class auto(_Later):
    "Replaced by a value of the class's choice."

    def __init__(self, value=None):
        self.value = value


class _Combined(_Later):
    def __init__(self, combine, left, right):
        self.combine = combine
        self.left = left
        self.right = right

    @property
    def value(self):
        left = self.left.value if isinstance(self.left, _Later) else self.left
        right = self.right.value if isinstance(self.right, _Later) else self.right
        return self.combine(left, right)


class nonmember:
    "Protects an attribute from becoming a member."

    def __init__(self, value):
        self.value = value


class member:
    "Makes a member of anything."

    def __init__(self, value):
        self.value = value


def _is_private(name):
    return name.startswith("_")


def _is_descriptor(value):
    kind = type(value)
    return hasattr(kind, "__get__") or hasattr(kind, "__set__") or kind in _methods or isinstance(value, property)


def _sample():
    pass


_methods = (type(_sample), type(len), type(str.join), property, classmethod, staticmethod)


def _data_type(cls):
    for base in cls.__mro__[1:]:
        if base in (int, str, float, tuple, bytes):
            return base
    return None


def _new_member(cls, creator, data_type, value):
    args = value if isinstance(value, tuple) else (value,)
    if data_type is tuple:
        args = (args,)
    if creator is not None:
        made = creator(cls, *args)
    elif data_type is None:
        made = object.__new__(cls)
    else:
        if data_type is str and issubclass(cls, ReprEnum) and not isinstance(value, str):
            raise TypeError(f"{value!r} is not a string")
        made = data_type.__new__(cls, *args)
    if not hasattr(made, "_value_"):
        if data_type is None or creator is not None:
            made._value_ = value
        else:
            made._value_ = data_type(*args)
    return made, args


def _find_creator(cls):
    for base in cls.__mro__:
        if base is Enum:
            return None
        saved = base.__dict__.get("_member_creator_")
        if saved is not None:
            return saved
    return None


class _EnumDict(dict):
    # The body of an enumeration: no member is defined twice.
    def __init__(self):
        self._names = []

    def __setitem__(self, name, value):
        if not _is_private(name):
            if name in self._names:
                raise TypeError(f"{name!r} already defined as {self[name]!r}")
            if not _is_descriptor(value):
                self._names.append(name)
        dict.__setitem__(self, name, value)


class EnumType(type):
    "The class of enumerations: what can be done with one as a whole."

    @classmethod
    def __prepare__(metacls, name, bases, **kwds):
        return _EnumDict()

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(
                f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'"
            )
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __repr__(cls):
        kind = "flag" if issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()) and cls._member_map_[name] is not value:
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)


EnumMeta = EnumType


def _fixed(name):
    def refuse(self, value):
        raise AttributeError(f"<enum 'Enum'> cannot set attribute {name!r}")

    return refuse


class Enum(metaclass=EnumType):
    "Derive from it to define names for constant values."

    def __init_subclass__(cls, boundary=None, **kwds):
        for base in cls.__mro__[1:]:
            if base.__dict__.get("_member_names_"):
                raise TypeError(f"<enum {cls.__name__!r}> cannot extend {base!r}")
        body = list(cls.__dict__.items())
        own_new = cls.__dict__.get("__new__")
        if own_new is not None:
            cls._member_creator_ = getattr(own_new, "__func__", own_new)
        creator = _find_creator(cls)
        cls.__new__ = Enum._lookup_
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        data_type = _data_type(cls)
        initialise = cls.__init__ if cls.__init__ is not object.__init__ else None
        last_values = []
        ignored = cls.__dict__.get("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        for name, value in body:
            if name in ignored:
                type.__delattr__(cls, name)
                continue
            if _is_private(name):
                continue
            if isinstance(value, nonmember):
                setattr(cls, name, value.value)
                continue
            if isinstance(value, member):
                value = value.value
            elif _is_descriptor(value):
                continue
            cls._add_member_(name, value, creator, data_type, initialise, last_values)
        if initialise is not None and cls._member_names_:
            cls.__init__ = object.__init__
        cls.__members__ = _Proxy(cls._member_map_)
        if boundary is not None:
            cls._boundary_ = boundary
        if data_type is not None:
            # A member shows itself as one even though a builtin type comes first.
            enumeration = [base for base in cls.__bases__ if issubclass(base, Enum)][-1]
            for name in ("__repr__", "__str__", "__format__"):
                if name not in cls.__dict__ and getattr(cls, name) in (getattr(data_type, name), getattr(object, name)):
                    setattr(cls, name, getattr(enumeration, name))

    @classmethod
    def _add_member_(cls, name, value, creator, data_type, initialise, last_values):
        if isinstance(value, auto):
            if value.value is None:
                value.value = cls._generate_next_value_(name, 1, len(cls._member_names_), last_values[:])
            value = value.value
        elif isinstance(value, _Later):
            value = value.value
        elif isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            value = tuple(
                cls._generate_next_value_(name, 1, len(cls._member_names_), last_values[:])
                if isinstance(item, auto) else item
                for item in value
            )
        made, args = _new_member(cls, creator, data_type, value)
        value = made._value_
        made._name_ = name
        made._sort_order_ = len(cls._member_names_)
        if initialise is not None and data_type is None:
            initialise(made, *args)
            value = made._value_
        last_values.append(value)
        known = cls._known_(value)
        if known is not None:
            made = known
        else:
            if cls._is_canonical_(value):
                cls._member_names_.append(name)
            try:
                cls._value2member_map_[value] = made
            except TypeError:
                pass
        cls._member_map_[name] = made
        setattr(cls, name, made)

    @classmethod
    def _is_canonical_(cls, value):
        return True

    @classmethod
    def _known_(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for known in cls._member_map_.values():
                if known._value_ == value:
                    return known
            return None

    def _lookup_(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is not None:
            return cls._functional_(value, names, start, type)
        if value.__class__ is cls:
            return value
        found = cls._known_(value)
        if found is not None:
            return found
        found = cls._missing_(value)
        if isinstance(found, cls):
            return found
        if found is None:
            if not cls._member_map_:
                raise TypeError(f"{cls!r} has no members defined")
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        raise TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")

    @classmethod
    def _functional_(cls, name, names, start, kind):
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        body = {"__module__": "__main__"}
        if isinstance(names, dict):
            body.update(names)
        elif names and isinstance(names[0], (tuple, list)):
            body.update(names)
        else:
            last = []
            for index, each in enumerate(names):
                body[each] = cls._generate_next_value_(each, start, index, last[:])
                last.append(body[each])
        bases = (cls,) if kind is None else (kind, cls)
        return type(cls)(name, bases, body)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            for value in reversed(last_values):
                try:
                    return value + 1
                except TypeError:
                    pass
            return start

    @classmethod
    def _missing_(cls, value):
        return None

    name = property(_attrgetter("_name_"), _fixed("name"))
    value = property(_attrgetter("_value_"), _fixed("value"))

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __eq__(self, other):
        return self is other

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __dir__(self):
        return ["__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"]


Enum.__new__ = Enum._lookup_
Enum._member_names_ = []
Enum._member_map_ = {}
Enum._value2member_map_ = {}
Enum.__members__ = _Proxy({})


class ReprEnum(Enum):
    "Changes only the repr of its members: str() and format() are those of the value."


class IntEnum(int, ReprEnum):
    "Members are also integers."

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)

    def __hash__(self):
        return int.__hash__(self)

    def __eq__(self, other):
        return int.__eq__(self, other)


class StrEnum(str, ReprEnum):
    "Members are also texts."

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __repr__(self):
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return str.__str__(self)

    def __format__(self, format_spec):
        return str.__format__(self, format_spec)

    def __hash__(self):
        return str.__hash__(self)

    def __eq__(self, other):
        return str.__eq__(self, other)


class FlagBoundary(StrEnum):
    "What becomes of bits that no member has."

    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    "Members can be combined with | and &."

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return 1 if start is None else start
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _is_canonical_(cls, value):
        return isinstance(value, int) and value > 0 and value & (value - 1) == 0

    @classmethod
    def _mask_(cls):
        mask = 0
        for known in cls._member_map_.values():
            mask |= known._value_
        return mask

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask = cls._mask_()
        if value < 0:
            value &= mask
            known = cls._known_(value)
            if known is not None:
                return known
        if value & ~mask:
            boundary = cls._boundary_
            if boundary == "conform":
                return cls(value & mask)
            if boundary == "eject":
                return value
            if boundary == "strict":
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f"{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n  allowed {_bits(mask, width)}"
                )
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        names = [known._name_ for known in cls if known._value_ & value]
        made._value_ = value
        rest = value & ~mask
        if rest and names:
            names.append(str(rest))
        made._name_ = "|".join(names) if names else None
        cls._value2member_map_[value] = made
        return made

    def _other_(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return other
        return None

    def __or__(self, other):
        value = self._other_(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return self.__class__(self.__class__._mask_() & ~self._value_)

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for known in self.__class__:
            if known._value_ & self._value_:
                yield known

    def __len__(self):
        return bin(self._value_).count("1")

    def __repr__(self):
        if self._name_ is None:
            return f"<{self.__class__.__name__}: {self._value_!r}>"
        return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{self.__class__.__name__}({self._value_!r})"
        return f"{self.__class__.__name__}.{self._name_}"

    def __hash__(self):
        return hash(self._value_)


def _bits(value, width):
    return f"0b0 {value:0{width}b}"


class IntFlag(int, Flag):
    "Flags that are also integers."

    _boundary_ = KEEP

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)

    def __eq__(self, other):
        return int.__eq__(self, other)

    def __hash__(self):
        return int.__hash__(self)

    __repr__ = Flag.__repr__
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__


def unique(enumeration):
    "A decorator that refuses two names for one value."
    duplicates = [
        (name, made._name_) for name, made in enumeration.__members__.items() if name != made._name_
    ]
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class EnumCheck(StrEnum):
    "What verify() looks at."

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    "A decorator that makes sure of some properties of an enumeration."

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        values = {member.value for member in enumeration}
        for check in self.checks:
            if check is UNIQUE:
                unique(enumeration)
            elif check is CONTINUOUS:
                if issubclass(enumeration, Flag):
                    wanted = {1 << bit for bit in range(max(values).bit_length())}
                else:
                    wanted = set(range(min(values), max(values)))
                lacking = sorted(wanted - values)
                if lacking:
                    raise ValueError(f"invalid {type(enumeration).__name__[:4].lower()} {name!r}: missing values "
                                     f"{', '.join(map(str, lacking))}")
            else:
                mask = 0
                for value in values:
                    mask |= value
                for alias, member in enumeration.__members__.items():
                    if member.value & ~mask:
                        raise ValueError(
                            f"invalid Flag {name!r}: alias {alias} is missing combined values of "
                            f"{bin(member.value & ~mask)} [use enum.show_flag_values(value) for details]"
                        )
        return enumeration


def show_flag_values(value):
    "The single bits of a value."
    return [1 << bit for bit in range(value.bit_length()) if value >> bit & 1]
