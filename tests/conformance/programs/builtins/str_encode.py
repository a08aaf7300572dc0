# Texts to bytes and back.
# covers: str.encode, bytes, bytes methods
print("abc".encode(), "é".encode(), "é".encode("latin-1"), "日本".encode("utf-8"), "😀".encode(), "a".encode("ascii"), "é".encode("utf_8"), "é".encode("UTF8"), "".encode())
print("aé".encode("ascii", "ignore"), "aé".encode("ascii", "replace"), "aé日".encode("ascii", "backslashreplace"), "aé".encode("ascii", "xmlcharrefreplace"), "aé".encode(errors="strict"), "é日".encode("latin-1", errors="replace"))
print(b"abc".decode(), "日本".encode().decode("utf-8"), b"\xe9".decode("latin-1"), b"a\xff".decode("utf-8", errors="replace"), b"a\xffb".decode(errors="ignore"), b"\xff\x41".decode("ascii", "ignore"), b"\xe6\x97".decode("utf-8", "replace"))
print(len("é"), len("é".encode()), len("😀"), len("😀".encode()), [hex(b) for b in "é€".encode()], list("ab".encode()), bytes("abc", "utf-8"), str(b"\xc3\xa9", "utf-8"), "é".encode() + b"!", b"\xc3\xa9".hex())
for text in ["'é'.encode('ascii')", "'日'.encode('latin-1')", "b'\\xff'.decode()", "b'\\xe9'.decode('ascii')", "b'\\xc3'.decode()", "b'\\xe6\\x97'.decode()", "b'\\x80abc'.decode()", "'a'.encode('nope')", "b'a'.decode('nope')", "'a'.encode(5)", "'a'.encode('utf-8', 5)", "'é'.encode('ascii', 'nope')", "b'a'.encode()", "'a'.decode()", "b'\\xf5'.decode()", "b'ab\\xc3\\x28'.decode()", "b'\\xed\\xa0\\x80'.decode()", "b'\\xc0\\x80'.decode()", "'abcé日'.encode('ascii')", "'\\u20ac'.encode('latin1')"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
try:
    "naïve".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.start, error.end, error.object, error.reason)
try:
    b"ok\xff\xfe".decode("utf-8")
except UnicodeDecodeError as error:
    print(error.encoding, error.start, error.end, error.object, error.reason, isinstance(error, ValueError))
def checksum(text):
    total = 0
    for byte in text.encode("utf-8"):
        total = (total * 31 + byte) % 65521
    return total
print(checksum("hello"), checksum("héllo"), checksum(""))
