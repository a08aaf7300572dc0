# Bytearrays change in place.
# covers: bytearray methods, bytearray
a = bytearray(b"hello")
print(a, len(a), a[0], a[-1:], bytes(a), list(a[:2]), bytearray(3), bytearray([1, 2]), bytearray("é", "utf8"), bytearray())
a[0] = 72
a.append(33)
a.extend(b"??")
a.extend([65, 66])
print(a)
a.insert(0, 62)
print(a.pop(), a.pop(0), a)
a.remove(33)
a.reverse()
print(a)
a[1:3] = b"__long__"
print(a)
del a[0], a[-2:]
print(a, a.index(95), a.count(b"_"))
a += b"+"
a *= 2
print(a)
c = a.copy()
a.clear()
print(a, c, c is a)
print(c.upper(), c.split(b"l"), c.replace(b"_", b""), c.find(b"long"), c.startswith(b"x"), c.hex()[:8], c.decode()[:4], b"l" in c)
print(bytearray(b"a") == b"a", b"a" + bytearray(b"b"), bytearray(b"a") + b"b", bytearray(b"b") > b"a", bytearray(b"x").isalpha(), bytearray(b"ab") * 2)
print(bytearray.fromhex("0a0b"), repr(bytearray(b"it's")), str(bytearray(b"q")), bool(bytearray()), bytearray(b"a,b").partition(b","), bytearray(b",").join([b"1", b"2"]))
for text in ["bytearray([256])", "c.append(300)", "c.append('a')", "c[0] = 'a'", "c[100] = 1", "c.remove(255)", "hash(c)", "bytearray(b'').pop()", "bytearray('a')", "c.foo", "c[0] = 256",
             "c.extend('ab')", "c.extend(5)", "bytearray(-1)", "c + 'a'", "c.insert(0, -1)", "c[0:2] = 'ab'", "del c[99]", "c[0:2] = 5", "c.pop(100)", "bytearray(1.5)", "c.append()"]:
    try:
        exec(text) if " = " in text or "del" in text else print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
sieve = bytearray([1]) * 30
sieve[0:2] = b"\0\0"
for i in range(2, 6):
    if sieve[i]:
        sieve[i * i :: i] = bytes(len(range(i * i, 30, i)))
print([i for i, flag in enumerate(sieve) if flag])
