# What is wrong with a pattern, and where.
# covers: re
import re

patterns = [
    "(", ")", "[a", "*a", "a**", "a{2,1}", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?P=foo)", r"\2", r"(a)\3", "\\", r"\q",
    r"\x1", r"\u12", "[z-a]", "(?z)", "(?P<a", "(?P<>x)", "(?<=a+)b", "(?", "(?P", "(?Px)", "(?#foo", "(?:a",
    "(a)(?(1)a|b|c)", "(?(1)a|b)", "(?(x)a|b)", "(?(0)a)", "x\n(y", "[a-\\d]", "a{99999999999}", r"\8", r"\400",
    "(?i-)", "(?i-:a)", "a|*", "(?:*)", "x{1}{2}", "(?<x",
]
for pattern in patterns:
    try:
        print(re.compile(pattern))
    except Exception as error:
        print(f"{pattern!r}: {type(error).__name__}: {error}")

try:
    re.compile("ab(c\n[d")
except re.error as error:
    print(error.msg, error.pos, repr(error.pattern), error.lineno, error.colno, error.args)
for replacement in [r"\9", r"\g<x>", r"\q", "\\", r"\g<1", r"\g<>", r"\g<a b>", r"\g<7>"]:
    try:
        print(re.sub("a", replacement, "a"))
    except Exception as error:
        print(f"{replacement!r}: {type(error).__name__}: {error}")
try:
    re.sub("a", "b")
except TypeError as error:
    print(error)
try:
    re.sub("a", lambda m: 1, "banana")
except TypeError as error:
    print(error)
