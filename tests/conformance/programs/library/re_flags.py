# Flags of regular expressions, by name and inside the pattern.
# covers: re
import re

print(re.I, re.IGNORECASE | re.VERBOSE, re.NOFLAG, repr(re.S), str(re.A), f"{re.M} {re.M:4}")
print(re.I.name, re.I.value, (re.I | re.M).name, int(re.A), re.DOTALL in (re.S | re.I), re.S & re.I, ~re.I)
print(re.I == 2, re.I | 4, re.RegexFlag(10), re.RegexFlag.MULTILINE, list(re.I | re.M), bool(re.NOFLAG), re.I + 1)
print(re.compile("x").flags, re.compile("x", re.I).flags, re.compile(b"x").flags, re.compile("(?a)x").flags)
print(re.compile("a", re.I | re.M), re.compile("a"), re.compile("(?i)a"), re.compile("x", re.X))
print(re.findall(r"^\w+$", "ab\ncd", re.M), re.findall(r"(?m)^\w", "ab\ncd"), re.findall(r"^\w+$", "ab\ncd"))
print(re.findall(r"a.b", "a\nb", re.S), re.findall(r"a.b", "a\nb"), re.search(r"(?s:.)b", "\nb"))
print(re.findall("É", "é", re.I), re.findall(r"\w+", "naïve café", re.A), re.findall(r"\w+", "naïve café"))
print(re.search(r"(?i:A)b", "ab"), re.search(r"(?i:A)b", "aB"), re.search(r"(?i)a(?-i:b)", "AB"))
number = re.compile(
    r"""
    (\d+)   # whole part
    \.      # the point
    (\d*)   # what follows
    [ #]?   # inside a set blanks and # stand for themselves
    """,
    re.VERBOSE,
)
print(number.match("3.14").groups(), number.fullmatch("10. ").groups())


def attempt(*args):
    try:
        print(re.compile(*args))
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt("x", re.A | re.U)
attempt("x", re.L)
attempt(b"x", re.U)
attempt("(?au)x")
attempt("(?i-i:a)")
attempt("(?L)a")
attempt("a(?i)b")
attempt("(?-u:a)")
attempt("a", "b")
