"""Writes the test tables of this folder with CPython 3.11 as the oracle: `python3 generate.py`, beside this file."""
import io, itertools, math, os, random, sys
from fractions import Fraction

random.seed(1)
here = os.path.dirname(os.path.abspath(__file__))


def q(s):
    return '"' + "".join(
        "\\" + c if c in '\\"' else c if " " <= c <= "~" else "\\u{%x}" % ord(c) for c in s) + '"'


def f(x):
    r = repr(x)
    return {"inf": "f64::INFINITY", "-inf": "f64::NEG_INFINITY"}.get(r, r if "." in r or "e" in r else r + ".0") + (
        "" if "." in r or "inf" in r else "_f64")


def res(call, show=q):
    try:
        return f"Ok({show(call())})"
    except Exception as e:
        return f"Err({q(str(e))})"


def opt(x, show=str):
    return "None" if x is None else f"Some({show(x)})"


def write(name, rows):
    with open(os.path.join(here, name + ".in"), "w") as out:
        out.write("&[\n" + "".join(f"    {row},\n" for row in rows) + "]\n")


floats = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, 1.5, 2.5, -2.5, 0.125, 2.675, 1e15, 1e16, 123456789012345680.0, 1e17, 1e-4, 1e-5,
          0.00012345, 1e22, 1e23, 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 1e100, 7.123456789012345, 1/3, 99.995,
          999999.5, 9.5, 0.95, 1234567.891, -1234.5678, 100.0, 9007199254740993.0, 0.3, 4.35, 1e-7]
more = floats + [random.uniform(-1, 1) * 10 ** random.randint(-30, 30) for _ in range(60)]
write("float_repr", [f"({f(x)}, {q(repr(x))})" for x in more])
write("float_parse", [f"({q(s)}, {res(lambda: repr(float(s)))})" for s in [
    "1", " 1.5\n", "1_000.5", "_1", "1_", "1__0", "1_.0", "1._0", "1e_5", "1e5_0", "inf", "-Infinity", "NaN", "+nan", "infinit", "x",
    "", " ", ".", ".5", "5.", "e5", "1e", "1e+", "1e400", "-1e400", "1e-400", "0x10", "1 2", "\u0661\u0662.5", "\u20031", "1\x00",
    "it's", "+-1", "++1", "1e5.5", "\x1f1", "i_nf", "1_000_000", "\u00e9"]])
bases = ["10", " -12 ", "+7", "ten", "", "-", "- 1", "0x1f", "0X_1F", "0b101", "0o17", "017", "00", "0_0", "1_0", "_1", "1_", "1__0",
         "0x", "0x_", "z", "Zz", "\u0663", "1.5", "9" * 40, "-0", "0b2", "--1", "1\n", "0_7", "it's", "x" * 300, "\u00e9"]
write("int_parse", [f"({q(s)}, {b}, {res(lambda: str(int(s, b)))})" for s in bases for b in (10, 0, 16, 2, 8, 36)]
      + [f'("1", {b}, {res(lambda: str(int("1", b)))})' for b in (1, 37, -1)])
write("slice", [f"({opt(a)}, {opt(b)}, {opt(c)}, {n}, ({s[0]}, {s[1]}, {s[2]}, {len(range(*s))}))"
                for a, b, c, n in itertools.product((None, 0, 2, -2, 9, -9), (None, 1, -1, 5, -7, 20), (None, 2, -1, -3), (0, 1, 5))
                for s in [slice(a, b, c).indices(n)]])
ints = [0, 1, -1, -2, 5, -7, 2**61 - 2, 2**61 - 1, 2**61, 2**62, 2**63 - 1, -2**63, 2**64, 10**30, -10**30, 10**300, 1 - 2**61]
write("hash_int", [f'("{n}", {hash(n)})' for n in ints])
write("hash_float", [f"({f(x)}, {hash(x)})" for x in more + [float(n) for n in ints]])
write("hash_tuple", [f"(&{list(t)}, {hash(t)}, {hash(frozenset(t))})" for t in [
    (), (1,), (1, 2), (2, 1), (-1, 0), (-1, -2, 3), tuple(range(50)), (10**15, -10**15)]])


def suggestion(name, names):
    scope = type("T", (), {"__slots__": (), "__dir__": lambda self: list(names)})
    try:
        getattr(scope(), name)
    except AttributeError as e:
        err, sys.stderr = sys.stderr, io.StringIO()
        sys.__excepthook__(type(e), e, None)
        text, sys.stderr = sys.stderr.getvalue(), err
    return text.split("Did you mean: '")[1].split("'")[0] if "Did you mean" in text else None


pool = ["delayed", "Delayed", "compute", "computed", "visualize", "total", "totals", "result", "results", "x", "xs", "y", "ab", "abc",
        "partition", "partitions", "weighted_mean", "mean", "sum", "reduce", "a" * 45, "b" * 45]
names = ["delyed", "DELAYED", "delaed", "conpute", "compte", "visualise", "totl", "resutl", "xx", "z", "ac", "ba", "abd", "partion",
         "mean_weighted", "men", "sun", "redcue", "qqqqqq", "a" * 44 + "c", "c" * 45, "Abc", "Sum", "SUM", "caf\u00e9"]
# `dir` sorts, so the candidates are sorted here too.
write("suggest", [f"({q(n)}, &[{', '.join(map(q, c))}], {opt(suggestion(n, c), q)})"
                  for n in names for c in (sorted(pool), sorted(pool[::2]))])
chars = "".join(map(chr, [*range(0x20), *range(0x7f, 0x180), 0x200b, 0x2028, 0x3000, 0xe000, 0xfeff, 0x1f600, 0xe0001, 0x10ffff, 0x378]))
write("str_repr", [f"({q(s)}, {q(repr(s))}, {q(ascii(s))})" for s in ["", "a", "it's", '"', "'\"", "\\", "na\u00efve \U0001f600", chars]])


def table(name, values, specs, show):
    write(name, ["(%s, &[%s])" % (show(v), ", ".join(f"({q(s)}, {res(lambda: format(v, s))})" for s in specs)) for v in values])


kinds = ["", "d", "b", "o", "x", "X", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "y", "\u00e9", "\x01"]
heads = ["", "5", "05", "<8", "*^12", ">10", "=+12", "+", " ", "-", "#", "#012", "+#x^14", ",", "_", "015,", "012_", "06,", "05,", "09_",
         "z", ".3", "10.2", "+012.4", "z.0", ".0", "#.3", ",.2", "020,.1", "_.3", "<<9", ">09", "0", ",_", "_,", ",,", ".", "abc",
         "9" * 30, "." + "9" * 30, "\u00e9^9", "=9", ".1", ".17", ".25", "#.0", "\u0661\u0660"]
specs = [h + k for h in heads for k in kinds]


def some(n):
    return [h for h in heads] + random.sample(specs, n)


write("format_str", [])
table("format_str", ["", "abc", "na\u00efve\U0001f600"], some(80), q)
table("format_int", [0, 1, -1, 65, 255, -1234, 123456789, -10**25, 2**70, 10**400], some(120), lambda n: f'"{n}"')
table("format_bool", [True, False], some(150), lambda b: str(b).lower())
table("format_float", floats[::2] + more[-8:], some(110), f)
nan, inf = some(300), some(300)
write("format_nan", [f"({q(s)}, {res(lambda: format(math.nan, s))})" for s in nan])
write("format_inf", [f"({q(s)}, {res(lambda: format(-math.inf, s))})" for s in inf])
flags = ["", "5", "05", "-6", "+", " ", "#", "#08", "+08.3", "-+9.4", ".0", ".5", "08.3", "l", "#.4", "0-8", "% ", ".", "9" * 30,
         "." + "9" * 15, "-08"]


def percents(letters):
    return ["<%" + fl + k + ">" for fl in flags if not fl.startswith("% ") for k in letters] + ["%", "a%", "%5", "%%%%"]


def percent(t, v):
    return res(lambda: t % v if "%%" not in t and t != "" else t % ())


write("percent_int", [f'({q(t)}, "{n}", {percent(t, n)})' for t in percents("diuoxXy\u00e9\n") for n in (0, 7, -255, 10**20)
                      if "%%" not in t])
write("percent_float", [f"({q(t)}, {f(x)}, {percent(t, x)})" for t in percents("eEfFgG") for x in (0.0, -0.0, 2.5, -1234.5678, 1e20, 1e-9,
                        math.inf, -math.inf) if "%%" not in t])
write("percent_str", [f"({q(t)}, {q(s)}, {percent(t, s)})" for t in percents("s") for s in ("", "abcdefgh", "\u00e9\u00e8") if "%%" not in t])


class Show:
    """Shows the path by which a field reached it, as the test does."""

    def __init__(self, first, steps=""):
        self.first, self.steps = first, steps

    def __getattr__(self, name):
        return Show(self.first, self.steps + "." + name)

    def __getitem__(self, key):
        return Show(self.first, self.steps + f"[{key!r}]")

    def __format__(self, spec):
        return f"<{self.first}|{self.steps}||{spec}>"

    def converted(self):
        return self


templates = ["", "a", "{}", "{}{}", "{0}{1}{0}", "{}{0}", "{0}{}", "{x}{}", "{{}}", "{{{}}}", "}", "{", "a}", "a{", "}}", "{{", "{0", "{:",
             "{!", "{!r", "{!x}", "{!rx}", "{!r:5", "{0.a}", "{0.a.b[1][k].c}", "{0[", "{0[a", "{0[a]b}", "{0.}", "{0[]}", "{.a}", "{[k]}",
             "{x.y}", "{:>5}", "{:{}}", "{:{}{}}", "{0:{1}}", "{:{x}}", "{0[}]}", "{0[:]}", "{a{b}}", "{:}}", "{:{}", "{0!\u00e9}", "{}}",
             "{x:}", "{99999999999999999999}", "{:%Y-%m}", "{0.a!}", "na\u00efve {} \U0001f600", "{0 }", "{ x}", "{-1}", "{!:}", "{!}",
             "{:!r}", "{0[\u0661]}", "{\u0660}"]


class Names(dict):
    def __missing__(self, key):
        return Show(key)


import string
rows = []
for t in templates:
    class Args(tuple):
        pass
    args = [Show(i) for i in range(10)]
    names = {k: Show(k) for k in ("x", "a", "0 ", " x", "-1")}
    rows.append(f"({q(t)}, {res(lambda: t.format(*args, **names))})")
write("str_format", rows)

def power(x, y):
    z = x ** y
    if isinstance(z, complex):
        raise ValueError("complex")
    return repr(z)


pairs = [(x, y) for x in (0.0, -0.0, 1.0, -1.0, 7.5, -7.5, 1e20, 0.1, -0.3, 5e-324, math.inf, -math.inf)
         for y in (1.0, -1.0, 0.1, -2.0, 3.5, 0.0, -0.0, 1e300, math.inf, -math.inf, 1e-320)]
write("float_pairs", [f"({f(x)}, {f(y)}, {res(lambda: repr(x // y))}, {res(lambda: repr(x % y))}, {res(lambda: repr(divmod(x, y)[0]))}, "
                      f"{res(lambda: power(x, y))})"
                      for x, y in pairs])
write("float_round", [f"({f(x)}, {n}, {res(lambda: repr(round(x, n)))})" for x in more + [2.5e20, 1.7e308, 15.0, 25.0, -35.0, 5.5, 12345.0, 50.0]
                      for n in (0, 1, 2, 5, -1, -2, -20, 17, 400, -400, -308)])
write("float_unary", [f"({f(x)}, {q(x.hex())}, {q(str(round(x)))}, {q(str(int(x)))}, {q(str(x.as_integer_ratio()[0]))}, "
                      f"{q(str(x.as_integer_ratio()[1]))}, {str(x.is_integer()).lower()})" for x in more if math.isfinite(x)])
divs = [(random.choice((-1, 1)) * random.getrandbits(random.randint(1, 1200)), random.getrandbits(random.randint(1, 1200)) + 1) for _ in range(150)]
divs += [(10**400, 10**100), (1, 10**400), (3, 2**1075), (1, 2**1075), (1, 2**1074), (2**53 + 1, 1), (2**54 + 3, 1), (2**1024 - 2**970, 1),
         (2**1024 - 2**970 - 1, 1), (2**1024, 1), (1, 3), (0, 5), (1, 0), (5 * 10**400, 3 * 10**399), (2**53 + 1, 2**1075), (3, 2**1074 * 2)]
write("int_divide", [f'("{a}", "{b}", {res(lambda: repr(a / b))}, {res(lambda: repr(float(a)))})' for a, b in divs])
write("float_compare", [f'({f(x)}, "{n}", {(x > n) - (x < n)})' for x in (0.0, 0.5, -0.5, 1e16, 9007199254740992.0, 1e300, -1e300, math.inf, -math.inf, 2.0)
                        for n in (0, 1, -1, 2, 2**53, 2**53 + 1, 10**16, 10**16 + 1, int(1e300), int(1e300) + 1, -10**300)])
sums = [[0.1] * 10, [1e100, 1.0, -1e100], [1e308, 1e308], [math.inf, 1.0], [math.inf, -math.inf], [], [-0.0], [1e-16, 1.0, 1e-16],
        [1e308, 1e308, -1e308], [1.0, 1e-16, 1e-32], *[[random.uniform(-1, 1) * 10 ** random.randint(-20, 20) for _ in range(40)] for _ in range(10)]]
write("fsum", [f"(&[{', '.join(map(f, v))}], {res(lambda: repr(math.fsum(v)))})" for v in sums])

texts = ["", "a", "Hello World", "  a b  c ", "it's a DOG's life", "\u00dfeta \ufb01n", "\u03a3\u03a3 \u039f\u0394\u039f\u03a3. \u03a3", "\u01c6 \u01c5", "a,b,,c,", ",", "aaaa",
         "a\nb\r\nc\rd\x0be\x1cf\u2028g\x85", "\ta\tbc\t\nx\ty", "+12", "-7", "12\u00b2\u00bd\u0661", "\u4e00", "_x1", "1x", "Abc Def", "ABC", "abc1", " \x1f\u2003",
         "\u10d0\u10da", "\u13a0\uab70", "na\u00efve", "x\u0301A\u0301", "\u00aa\u2160", "\u00b5\u1e9e", "A.b'C d"]


def flat(xs):
    return "\x01".join(xs)


methods = ["upper", "lower", "casefold", "capitalize", "title", "swapcase"]
write("str_case", [f"({q(t)}, [{', '.join(q(getattr(t, m)()) for m in methods)}])" for t in texts])
checks = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isprintable", "isidentifier", "islower", "isupper", "istitle"]
write("str_is", [f"({q(t)}, [{', '.join(str(getattr(t, m)()).lower() for m in checks)}])" for t in texts + list("aZ1_ \u00b2\u0660\u2167\u01c5\u00b7\u2118\u0300")])
write("str_split", [f"({q(t)}, {opt(s, q)}, {n}, {res(lambda: flat(t.split(s, n)))}, {res(lambda: flat(t.rsplit(s, n)))})"
                    for t in texts for s in (None, ",", "aa", " ", "") for n in (-1, 0, 1, 2)])
write("str_lines", [f"({q(t)}, {q(flat(t.splitlines()))}, {q(flat(t.splitlines(True)))}, {q(flat(t.partition('b')))}, {q(flat(t.rpartition('b')))}, "
                    f"{q(flat([t.strip(), t.lstrip(), t.rstrip(), t.strip('a c'), t.lstrip('aH'), t.rstrip(',d')]))})" for t in texts])
write("str_pad", [f"({q(t)}, {n}, {q(flat([t.center(n, '*'), t.ljust(n, '*'), t.rjust(n, '*'), t.zfill(n), t.expandtabs(n)]))})"
                  for t in texts for n in (-1, 0, 1, 4, 5, 8, 9)])
write("str_search", [f"({q(t)}, {q(s)}, {b}, {e}, ({t.find(s, b, e)}, {t.rfind(s, b, e)}, {t.count(s, b, e)}), {q(t.replace(s, 'XY'))}, {q(t.replace(s, '', 1))})"
                     for t in texts for s in ("a", "", "aa", "\u00ef", "b") for b, e in ((0, 99), (2, 3), (1, 4), (3, 2), (99, 100))])
