# Widths, stripping, translating.
# covers: str methods
for s in ["a", "abc", "abcdef", ""]:
    print([s.ljust(5), s.rjust(5), s.center(5), s.center(6, "*"), s.ljust(5, "."), s.rjust(2)])
print(["42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "".zfill(2), "--1".zfill(5)])
s = "  xx hello xx  "
print([s.strip(), s.lstrip(), s.rstrip(), s.strip(" x"), "abcba".strip("ab"), "abcba".lstrip("a"), "xyz".rstrip("")])
print(["\t\n x\r\x0b".strip(), "...a.b...".strip("."), "a".strip("a"), "\u2003x\u3000".strip()])
print(["a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t|".expandtabs(2), "ab\ncd\te".expandtabs(3), "a\tb".expandtabs(0)])
table = str.maketrans("abc", "xyz", "!")
print("aabbcc!d!".translate(table), table)
print("hello".translate({ord("l"): "L", ord("e"): None, ord("h"): 72}))
print(str.maketrans({"a": "1", "b": None, 99: "see"}))
print("abc".translate(str.maketrans({"a": "[A]", "c": ""})))
rot = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
print("hello".translate(rot), "hello".translate(rot).translate(rot))
for text in ["'a'.center('b')", "'a'.center(5, 'xx')", "'a'.zfill()", "'a'.strip(1)", "str.maketrans('a', 'bc')", "'a'.ljust(3, 1)", "'a'.translate(5)",
             "str.maketrans({'ab': 1})", "str.maketrans(5)", "'a'.rjust()", "'a'.expandtabs('x')", "'a'.center(2.5)", "str.maketrans('a', 1)"]:
    try:
        print(text, eval(text))
    except (TypeError, ValueError, KeyError) as error:
        print(text, "->", type(error).__name__, error)
for name, price in [("apple", 1.5), ("fig", 20.25), ("watermelon", 3)]:
    print(name.ljust(12, ".") + f"{price:.2f}".rjust(8))
print("=" * 20, "title".center(20), "-" * 20, sep="\n")
print("%s|%5s|%-5s|" % ("a", "b", "c"), "ab" * 3, 3 * "ab", "ab" * -1)
