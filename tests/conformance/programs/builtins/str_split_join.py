# Taking texts apart and putting them together.
# covers: str methods
print("a b  c".split(), "a b  c".split(" "), " x ".split(), "".split(), "".split(","))
print("a,b,c".split(","), "a,b,c".split(",", 1), "a,b,c".rsplit(",", 1), "a--b--c".split("--"))
print("a b c d".split(None, 2), "  a  b  c ".rsplit(None, 1), " a b ".split(maxsplit=1), "a.b".split(sep="."))
print("one\ntwo\r\nthree\rfour\n".splitlines(), "a\n\nb".splitlines(True), "".splitlines(), "x".splitlines())
print("a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines())
print(",".join(["a", "b"]), "".join("abc"), "-".join("abc"), ", ".join([]), "x".join(["one"]), " ".join({"k": 1, "l": 2}))
print("+".join(str(n) for n in range(5)), "/".join(map(str, (1, 2))))
print("mississippi".split("ss"), "mississippi".split("i"), "aXbXc".split("X", -1), "a,b".split(",", 0))
print("key=value=x".partition("="), "path/to/file".rpartition("/"))
print("a\tb\n c".split(), "\u3000a\u00a0b".split())
for text in ["'a'.split('')", "'a'.split(1)", "','.join([1, 2])", "','.join(['a', None])", "','.join(5)", "'a'.split(',', 'x')", "'-'.join(['a', b'b'])",
             "''.join()", "'a'.splitlines(1, 2)", "'a'.rsplit('')", "'a'.split(sep=1)", "'a'.split(bad=1)", "''.join('a', 'b')"]:
    try:
        print(text, eval(text))
    except (TypeError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
words = "the quick brown fox".split()
print(" ".join(w[::-1] for w in words), " ".join(reversed(words)), "".join(w[0].upper() for w in words))
csv = "name,age\nann,30\nbob,25"
rows = [dict(zip(csv.splitlines()[0].split(","), line.split(","))) for line in csv.splitlines()[1:]]
print(rows)
