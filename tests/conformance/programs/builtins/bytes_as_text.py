# Methods of bytes and bytearray beyond searching.
# covers: bytes and bytearray
for b in (b"hello world", bytearray(b"a,b,,c")):
    print(b.partition(b","), b.rpartition(b"o"), b.rsplit(b","), b.rsplit(None, 1), b.splitlines(), b.center(15), b.center(16, b"*"), b.ljust(14, b"."), b.rjust(14), b.zfill(15), b.title(), b.capitalize(), b.swapcase(), b.isalpha(), b.islower(), b.istitle())
print(b"a\tb".expandtabs(4), b"x\r\ny\nz\r".splitlines(), b"x\r\ny\nz".splitlines(True), b"abcabc".removeprefix(b"ab"), b"abc".removesuffix(b"bc"))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"hello".translate(None, b"l"), b"-5".zfill(4), b"abc".rindex(b"c"))
a = bytearray(b"abc"); a.insert(1, 120); a.remove(97); a.reverse(); print(a); a += b"zz"; a *= 2; print(a)
print(b"\x01\xff\x10".hex(":"), b"\x01\xff\x10\x22".hex("-", 2), b"\x01\xff\x10".hex("-", -2))
for bad in ('b"a".center(3, b"ab")', 'b"a".partition(b"")', 'bytes.maketrans(b"a", b"")', 'bytearray(b"a").remove(5)', 'b"x".center()', 'b"a".copy()', 'b"a" + "b"', 'b"".join(["a"])', 'b"abc".rindex(b"z")'):
    try: print(eval(bad))
    except Exception as e: print(type(e).__name__, e)
class F:
    def __call__(self): raise StopIteration
print(list(map(lambda x: next(iter([])), [1,2])), list(iter(F(), 1)))
print(type(...)() is ..., type(None)() is None)
def outer():
    yield 1
print(complex(1, 2).__getnewargs__(), (5).__getnewargs__(), object().__lt__(3))
