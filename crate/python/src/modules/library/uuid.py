# Names that differ everywhere: 128 bits, from random numbers or from other names.
from enum import Enum
from random import _unique_bits

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
    "reserved for future definition",
)


class SafeUUID(Enum):
    "Whether the system made sure that nothing else got the same number."

    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    "A universally unique identifier."

    __slots__ = ("int", "is_safe")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *,
                 is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(digits, 16)
        elif bytes is not None or bytes_le is not None:
            if len(bytes if bytes_le is None else bytes_le) != 16:
                name = "bytes" if bytes_le is None else "bytes_le"
                raise ValueError(f"{name} is not a 16-char string")
            if bytes_le is not None:
                bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
            int = _int.from_bytes(bytes, "big")
        elif fields is not None:
            int = _join(fields)
        elif not 0 <= int < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            int = int & ~(0xC000 << 48) & ~(0xF000 << 64) | 0x8000 << 48 | version << 76
        object.__setattr__(self, "int", int)
        object.__setattr__(self, "is_safe", is_safe)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __str__(self):
        digits = self.hex
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def bytes_le(self):
        plain = self.bytes
        return plain[3::-1] + plain[5:3:-1] + plain[7:5:-1] + plain[8:]

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    @property
    def fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant,
                self.clock_seq_low, self.node)

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xFFFF

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xFF

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xFF

    @property
    def time(self):
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xFFFFFFFFFFFF

    @property
    def variant(self):
        high = self.int >> 61 & 7
        if high < 4:
            return RESERVED_NCS
        return RFC_4122 if high < 6 else RESERVED_MICROSOFT if high == 6 else RESERVED_FUTURE

    @property
    def version(self):
        return self.int >> 76 & 0xF if self.variant == RFC_4122 else None


_int = int
_widths = (32, 16, 16, 8, 8, 48)


def _join(fields):
    if len(fields) != 6:
        raise ValueError("fields is not a 6-tuple")
    number = 0
    for place, (value, width) in enumerate(zip(fields, _widths), 1):
        if not 0 <= value < 1 << width:
            article = "an" if width == 8 else "a"
            raise ValueError(f"field {place} out of range (need {article} {width}-bit value)")
        number = number << width | value
    return number


def getnode():
    "A number for this machine: a random one, as the standard asks for where there is no address."
    global _node
    if _node is None:
        _node = _unique_bits(48) | 1 << 40
    return _node


_node = None


def uuid1(node=None, clock_seq=None):
    "A UUID of the time, a number of this machine and a random sequence."
    import time

    # In steps of 100 ns since the Gregorian calendar began.
    stamp = time.time_ns() // 100 + 0x01B21DD213814000
    if clock_seq is None:
        clock_seq = _unique_bits(14)
    node = getnode() if node is None else node
    return UUID(
        fields=(stamp & 0xFFFFFFFF, stamp >> 32 & 0xFFFF, stamp >> 48 & 0x0FFF, clock_seq >> 8 & 0x3F,
                clock_seq & 0xFF, node),
        version=1,
    )


def uuid3(namespace, name):
    "The UUID of a name in a namespace, by MD5."
    from hashlib import md5

    return UUID(bytes=md5(namespace.bytes + bytes(name, "utf-8")).digest(), version=3)


def uuid4():
    "A random UUID."
    return UUID(int=_unique_bits(128), version=4)


def uuid5(namespace, name):
    "The UUID of a name in a namespace, by SHA-1."
    from hashlib import sha1

    return UUID(bytes=sha1(namespace.bytes + bytes(name, "utf-8")).digest()[:16], version=5)


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
