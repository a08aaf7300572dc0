# UUIDs made from texts, numbers, bytes and fields, and their parts.
# covers: uuid
import uuid

u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int)
print(u.bytes, u.bytes_le)
print(u.fields, u.urn, u.version, u.variant)
print(u.time_low, u.time_mid, u.time_hi_version, u.clock_seq_hi_variant, u.clock_seq_low, u.node)
print(u.time, u.clock_seq, int(u) == u.int, u.is_safe)
same = [
    uuid.UUID("{12345678-1234-5678-9234-567812345678}"),
    uuid.UUID("urn:uuid:12345678-1234-5678-9234-567812345678"),
    uuid.UUID(hex="12345678123456789234567812345678"),
    uuid.UUID(bytes=u.bytes),
    uuid.UUID(bytes_le=u.bytes_le),
    uuid.UUID(int=u.int),
    uuid.UUID(fields=u.fields),
]
print([other == u for other in same], len({u, *same}))
print(uuid.UUID(int=5), uuid.UUID(int=0, version=4), uuid.UUID(int=(1 << 128) - 1).variant)
print(sorted([u, uuid.UUID(int=9), uuid.UUID(int=1)]), u > uuid.UUID(int=1), u == str(u))
print(f"{u}", f"{u!r:>50}", "%s" % u)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: uuid.UUID("123"))
attempt(lambda: uuid.UUID())
attempt(lambda: uuid.UUID("zz345678-1234-5678-1234-567812345678"))
attempt(lambda: uuid.UUID(int=1 << 128))
attempt(lambda: uuid.UUID(bytes=b"short"))
attempt(lambda: uuid.UUID(fields=(0, 0, 0, 256, 0, 0)))
attempt(lambda: uuid.UUID(int=0, version=9))
attempt(lambda: setattr(u, "int", 4))
attempt(lambda: u < 5)
