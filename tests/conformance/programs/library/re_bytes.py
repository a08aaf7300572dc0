# Patterns of bytes search bytes.
# covers: re, bytes
import re

print(re.match(b"a.c", b"abc"), re.compile(rb"x(y)?\d"), re.compile(b"x").pattern)
print(re.findall(rb"\d+", b"a1 b22"), re.split(b",", b"a,b"), re.sub(rb"\d", b"#", b"a1b2"))
print(re.sub(rb"(\w)(\d)", rb"\2\1", b"a1b2"), re.subn(b"a", b"b", b"banana"))
print(re.compile(b"(?P<n>x)(y)?").match(b"xz").groupdict(), re.match(b"(?P<n>x)(y)?", b"xz").groups())
print(re.match(rb"\w+", bytearray(b"abc")), re.match(rb"[\x80-\xff]+", b"\x80\xe9a"))
print(re.findall(rb"\w+", "café".encode()), re.findall(rb"(?i)caf", b"CAF caf"))
print(re.sub(b"[aeiou]", lambda m: m[0].upper(), b"banana"), re.escape(b"a.b*"))
print([m.span() for m in re.finditer(rb"\s", b"a b\tc")])
header = re.compile(rb"(?P<key>[A-Za-z-]+):\s*(?P<value>[^\r\n]*)\r\n")
print(dict(header.findall(b"Host: here\r\nAccept: */*\r\n")))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: re.match(b"a", "a"))
attempt(lambda: re.match("a", b"a"))
attempt(lambda: re.match("a", 5))
attempt(lambda: re.sub(b"a", "b", b"a"))
attempt(lambda: re.compile(5))
attempt(lambda: re.compile(b"(x"))
