# Texts of which many parts are made.
for make in (lambda: ("a," * 10**6).split(","), lambda: ("a " * 10**6).split(), lambda: ("a\n" * 10**6).splitlines(), lambda: (b"a " * 10**6).split(),
             lambda: ("ab" * 10**6).translate({97: "xyz" * 100})):
    try:
        print(len(make()))
    except MemoryError:
        print("too many")
print(("a," * 40000).split(",", 2)[:2], len(("a b " * 20000).split(None, 3)))
