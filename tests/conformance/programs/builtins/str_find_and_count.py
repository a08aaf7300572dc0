# Finding in texts: find, index, count, startswith, in.
# covers: str methods
s = "the cat sat on the mat"
print(s.find("cat"), s.find("dog"), s.find("t", 5), s.find("t", 1, 4), s.find(""), s.find("", 100))
print(s.rfind("at"), s.rfind("at", 0, 10), s.rfind("dog"), s.rfind(""))
print(s.index("sat"), s.rindex("the"))
print(s.count("at"), s.count("t", 10), s.count("", 0, 3), "aaaa".count("aa"), s.count("zzz"))
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("a", "t")), s.startswith(""), s.startswith("the", 1))
print(s.endswith("mat"), s.endswith("the", 0, 18), s.endswith(("x", "at")), s.endswith(()))
print("cat" in s, "dog" not in s, "" in s)
print(s.removeprefix("the "), s.removeprefix("x"), s.removesuffix("mat"), s.removesuffix(""))
print(s.replace("at", "og"), s.replace("t", "T", 2), s.replace("", "-")[:9], "aaa".replace("a", "", 2), s.replace("x", "y") == s)
print(s.partition(" "), s.partition("#"), s.rpartition(" "), s.rpartition("#"))
for text in ["s.index('dog')", "s.rindex('dog')", "s.find(5)", "s.startswith(5)", "s.endswith([1])", "s.count()", "s.partition('')",
             "s.replace('a')", "5 in s", "s.find()", "s.removeprefix(1)", "s.startswith(('a', 1))", "s.index(None)", "s.rpartition('')",
             "s.replace(1, 2)", "s.count(1)", "s.find('a', 'b')", "s.endswith()"]:
    try:
        print(text, eval(text))
    except (TypeError, ValueError) as error:
        print(text, "->", type(error).__name__, error)
start = 0
while (at := s.find("at", start)) >= 0:
    print("found at", at)
    start = at + 1
