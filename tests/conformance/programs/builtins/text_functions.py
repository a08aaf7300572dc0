# chr, ord, repr, ascii, format, str.
# covers: chr, ord, repr, ascii, format, str
print(chr(65), chr(0x20AC), chr(128512), ord("A"), ord("€"), ord(b"a"), ord("😀"), repr(chr(0)), repr(chr(127)), [chr(c) for c in range(97, 102)])
print(repr("a'b"), repr("a\"b'c"), repr(b"x"), repr(1.0), repr([1, "a"]), repr(None), repr(print), repr(len), repr(int), repr(...), repr(NotImplemented), repr(True), repr({}), repr(()), repr(set()), repr(frozenset()), repr(range(2)), repr(slice(1)))
print(ascii("aé日😀'"), ascii([1, "é"]), ascii(5), str(5), str(2.50), str([1, "a"]), str(None), str(b"abc"), str(b"abc", "utf-8"), str(), str("x"), str(object=5), str({"a": 1}))
print(format(5), format(3.14159, ".2f"), format(255, "x"), format("a", ">5"), format(1e6, ","), format(True), format(True, "d"), format(None), format([1], ""), format(5, "05d"), format(0.5, "%"), format("abc", ".2"), format(-5, "+"), format(1234567.891, ",.2f"))
print("".join(chr(ord(c) + 1) for c in "HAL"), "".join(sorted("hello", key=ord)), [ord(c) - ord("a") for c in "abz"])
for text in ["chr(-1)", "chr(1114112)", "chr('a')", "chr(1.5)", "chr()", "ord('')", "ord('ab')", "ord(5)", "ord(b'ab')", "ord()", "repr()", "repr(1, 2)", "ascii()", "format()", "format(5, 'q')", "format(5, 5)", "format('a', 'd')", "format([1], '5')", "format(None, 'x')", "str(b'a', 5)", "str('a', 'utf-8')", "str(5, 'utf-8')", "format(5, '10.2')", "format(1.5, 'd')", "str(1, 2, 3, 4)", "str(b'\\xff', 'utf-8')", "chr(10**20)", "format({}, '>10')", "format(5, '>>')", "format(5, 's')"]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
class P:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"P({self.n!r})"
class Q(P):
    def __str__(self): return f"<{self.n}>"
    def __format__(self, spec): return f"{spec}:{self.n}" if spec else str(self)
print(P(1), repr(P("x")), [P(1)], Q(2), repr(Q(2)), [Q(2)], f"{Q(3)} {Q(3)!r} {Q(3):abc}", format(Q(4), "z"), "%s %r" % (Q(5), Q(5)), "{} {!r} {:s}".format(Q(6), Q(6), "t"))
def caesar(text, k):
    return "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in text)
print(caesar("hello, world", 3), caesar(caesar("hello, world", 3), -3))
