# The percent operator on bytes: what is put in keeps its bytes, whatever they are.
# covers: bytes and bytearray
print([b"%b" % b"\xff", b"%s" % bytearray(b"\xfe"), b"%a" % "é", b"%c%c" % (255, b"\xfd")])
print([b"%5s|%-4b|" % (b"\xff", b"\xfe"), b"%.1s" % b"\xff\xfe", b"\xff%d\xfe" % 5, b"%r" % "ß"])
print(b"%(a)s %(b)05.1f" % {b"a": b"\x80", b"b": 2.5}, bytearray(b"%x") % 255, type(bytearray(b"%x") % 255))
for template, value in ((b"%s", 5), (b"%b", "a"), (b"%c", 256), (b"%c", b"ab"), (b"%d", b"1"), (b"%d %d", (1,))):
    try:
        print(template % value)
    except (TypeError, OverflowError, ValueError) as error:
        print(type(error).__name__, error)
for make in (lambda: int(b"x"), lambda: int(bytearray(b"z"), 16), lambda: float(b"x y"), lambda: bytes([2**70]), lambda: b"a".index(-(3**50))):
    try:
        print(make())
    except ValueError as error:
        print(type(error).__name__, error)
print(int(b" 12 "), int(b"ff", 16), float(b"1e3"), repr(bytearray(b"it's")), repr(bytearray(b"'\"")))
for wrong in (5, "a", 1.5, None):
    try:
        int.from_bytes(wrong, "big")
    except TypeError as error:
        print(error)
