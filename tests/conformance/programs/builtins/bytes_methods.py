# Bytes: making, looking, every method that texts have.
# covers: bytes methods, bytes, bytes and bytearray
b = b"hello world"
print(b, b[0], b[-1], b[:5], b[::-1], len(b), 104 in b, b"wor" in b, list(b"abc"))
print(bytes(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), b"\x00\xff\n\t'\"", b"it's", b'say "x"', rb"\n")
print(b.upper(), b.title(), b.capitalize(), b.swapcase(), b"ABC".lower(), b.find(b"o"), b.rfind(b"o"), b.index(b"w"), b.count(b"o"), b.find(111))
print(b.split(), b.split(b"o"), b.split(b" ", 1), b.rsplit(b"o", 1), b"a\nb".splitlines(), b.partition(b" "), b.rpartition(b"o"), b",".join([b"a", b"b"]))
print(b.startswith(b"he"), b.endswith((b"x", b"ld")), b.replace(b"o", b"0"), b.removeprefix(b"he"), b.removesuffix(b"ld"), b"  x ".strip(), b"xxa".lstrip(b"x"), b"ab".rstrip(b"b"))
print(b"ab".center(6, b"*"), b"ab".ljust(4), b"ab".rjust(4), b"-5".zfill(4), b"a\tb".expandtabs(4), b"abc".translate(bytes.maketrans(b"a", b"z")), b"abc".translate(None, b"b"))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"a".islower(), b"A".isupper(), b"Ab".istitle(), b"\x80".isascii())
print(b.hex(), b"\x01\xab".hex(":"), bytes.fromhex("00 ff 41"), b"abc".hex("-", 2), b"h\xc3\xa9".decode(), b"\xe9".decode("latin-1"), str(b"abc", "ascii"), b"abc".decode("ascii"))
print(b"a" + b"b", b"ab" * 2, b"a" < b"b", b"a" == b"a", b"a" == "a", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"%d %s %x" % (5, b"x", 255), bool(b""), max(b"abc"), sorted(b"cab"))
for text in ["b[20]", "b[0] = 1", "bytes([256])", "bytes([-1])", "bytes('a')", "bytes(-1)", "b'a' + 'b'", "b'a'.find('a')", "b'\\xff'.decode()", "bytes.fromhex('zz')", "b'a'.join(['b'])",
             "bytes(1.5)", "'a' in b'a'", "b.index(b'zz')", "b'abc'.foo", "b'a'.split(b'')", "bytes([1, 'a'])", "b'a'.decode('nope')", "300 in b'a'", "b'a' < 'a'", "bytes('é', 'ascii')",
             "b'\\xc3'.decode('utf-8')", "bytes(None)", "b'a'.replace('a', 'b')", "bytes([1], 'utf-8')", "b'ab'.center(5, b'xx')", "int(b'zz')", "b'a' * b'b'", "bytes.fromhex('f')", "b'%s' % 'a'"]:
    try:
        exec(text) if " = " in text else print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
print(b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"\xff".decode("ascii", "backslashreplace"), b"abc"[1:2], b"abc"[1])
