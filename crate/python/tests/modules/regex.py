import re

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

print(re.findall(r"(a|b)+c", "abc bac c"), re.findall(r"x*", "axb"), re.findall(r"\d+|\w+", "ab 12 c3"))
print(re.sub("x*", "-", "abxd"), re.sub(r"(?P<w>\w+) (\w+)", r"\2 \g<w>!\g<0>", "hello world, a b"))
print(re.subn("a", "b", "banana", 2), re.split(r"(\W)", "a,b;c"), re.split(",", "a,b,c", maxsplit=1), re.split(r"x*", "axbc"))
print(re.match(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05-06").groupdict(), re.search("b(.)?", "ab").groups(), re.search("b(.)?", "ab").groups("-"))
m = re.search(r"(\w+)@(\w+)\.com", "mail: user@example.com now")
print(m, m[1], m.group(1, 2), m.span(), m.start(2), m.end(), m.lastindex, m.expand(r"\2:\1"), m.string, m.re)
print(re.compile("a+", re.I | re.M), re.compile("x").pattern, re.compile("(a)(?P<n>b)").groups, dict(re.compile("(a)(?P<n>b)").groupindex))
print(re.findall(r"^\w", "ab\ncd", re.M), re.findall(r".+$", "ab\ncd\n"), re.search("a.c", "a\nc", re.S), re.search("a.c", "a\nc"))
print(re.findall(r"(?<=\$)\d+", "$5 6 $77"), re.findall(r"\w+(?=!)", "hi! there wow!"), re.findall(r"\b(?!un)\w+", "undo do unfit fit"), re.findall(r"(?<!a)b", "ab cb"))
print(re.findall(r"a{2,3}", "aaaaa"), re.findall(r"a{2,3}?", "aaaaa"), re.findall("a{,2}b", "aaab"), re.findall("a{x", "a{x"))
print(re.fullmatch(r"(\d+)(?:\.(\d+))?", "12.5").groups(), re.fullmatch("a|ab", "ab"), re.match("(a+)+b", "aaab"))
print(re.findall(r"(['\"])(.*?)\1", "'a' \"b\" 'c\""), re.findall("[^a-c]", "abcd]-"), re.findall(r"[\]\-a]", "a]-b"), re.findall(r"[]a]", "]a"))
print(re.sub(r"(?i)HELLO", "bye", "Hello hello"), re.sub("", "-", "abc"), re.sub(r"\s*,\s*", ",", "a , b,c  ,d"))
print(re.findall(r"""(?x) \d+  # number
    \s* [a-z]  # letter""", "12 a 3b"), re.findall(r"(?s:a.b)|c", "a\nb c"), re.findall(r"\u00e9|\x41", "éA"))
print(re.escape("a.b*c[1]-2 é_"), re.findall(r"\w+", "naïve café 東京"), re.findall(r"\w+", "naïve", re.A))
print([(x.start(), x.group()) for x in re.finditer(r"[aeiou]", "education")], re.search("z", "abc"), bool(re.match("", "")))
print(re.sub(r"\d+", lambda x: str(int(x[0]) * 2), "1 a 22"), re.match(r"(?:(a)|b)*", "ab").groups(), re.match(r"(a)|(b)", "b").lastindex)
print(re.match(r"(\()?a(?(1)\))", "(a)").group(), re.match(r"(?>a+)ab", "aaab"), re.match(r"a++b", "aab").group())
p = re.compile(r"(\d+)")
print(p.search("a1b22", 2).group(), p.findall("1 22 333", 2, 6), p.match("x1", 1), p.sub(r"<\1>", "a1b2"), p.fullmatch("12"), p == re.compile(r"(\d+)"))
for bad in ["(", "[a", "a)", "*a", "a**", "(?P<n>a", r"\q", "(?P<1>a)", "a{3,2}", "(?<=a+)b", "[b-a]", r"(a)\2", "(?P=x)", "(?z)", "(?P<a>x)(?P<a>y)", "x{", "\\"]:
    attempt(lambda: re.compile(bad))
attempt(lambda: re.sub("a", r"\1", "a"))
attempt(lambda: re.sub("a", r"\g<x>", "a"))
attempt(lambda: re.match("(a)", "a").group(2))
attempt(lambda: re.match("(a)", 5))
attempt(lambda: re.compile(5))
try:
    re.compile("(")
except re.error as error:
    print(error.msg, error.pos, error.pattern, error.lineno, error.colno)
print(re.findall(r"([A-Z])(\d)?", "A1B"), re.split(r"\s+", " a b "), re.findall(r"(?m)^(\w+):(.*)$", "a:1\nb:2"))
