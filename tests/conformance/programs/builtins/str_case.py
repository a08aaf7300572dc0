# Case: upper, lower, title, capitalize, swapcase, casefold.
# covers: str methods
for s in ["hello world", "HELLO World", "they're bill's", "ß straße", "ǆ ǅ", "éCOLE", "x2y 3d", "", "Ωμέγα"]:
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
for s in ["abc", "ABC", "Abc", "Abc Def", "abc1", "123", "", " ", "A1b", "ß", "Ǆ"]:
    print(repr(s), s.isupper(), s.islower(), s.istitle())
for s in ["abc", "abc1", "12", "1.5", "", " ", "½", "²", "٣", "é", "a_b", "_x", "1x", "class", "\t\n", "a b"]:
    print(repr(s), s.isalpha(), s.isalnum(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isspace(), s.isidentifier(), s.isascii(), s.isprintable())
print("STRASSE".casefold() == "straße".casefold(), "I".lower(), "i".upper())
print(sorted(["banana", "Apple", "cherry"], key=str.lower))
print(sorted(["banana", "Apple", "cherry"]))
print("ALL".lower().upper().title())
print("\u0130".lower(), len("\u0130".lower()), "ﬁ".upper())
try:
    "abc".upper(1)
except TypeError as error:
    print(error)
try:
    str.upper(5)
except TypeError as error:
    print(error)
try:
    str.upper()
except TypeError as error:
    print(error)
