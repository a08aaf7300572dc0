# `=` where `==` or `:=` was meant, and targets that cannot be assigned to.
# covers: = for ==, wrong targets
texts = ["if x = 3: pass", "while x = 3: pass", "if x.y = 3: pass", "if x[0] = 3: pass", "if f() = 3: pass", "if 3 = x: pass", "if x == 1 and y = 2: pass", "if (x = 3): pass", "print(x = 3 = 4)", "[x = 1]", "{x = 1}", "(x = 1)", "(x, y = 1)", "assert x = 1", "return x = 1", "f(x.y = 1)", "f(1 = 2)", "f(x=1=2)", "f(True=1)", "f('a'=1)", "f(g()=1)", "x = 1 = 2",
         "5 = x", "'a' = x", "None = 1", "True = 1", "f() = 1", "x + 1 = 2", "-x = 1", "(x, 5) = 1, 2", "[a, f()] = 1, 2", "x = f() = 3", "x if y else z = 1", "lambda: x = 1", "a and b = 1", "not a = 1", "a < b = 1", "a == b = c", "{} = 1", "{1} = 1", "{'a': 1} = 2", "[x for x in y] = 1", "(x for x in y) = 1", "f'{x}' = 1", "b'a' = 1", "1j = 1", "... = 1", "x() += 1", "5 += 1", "(a, b) += 1", "[a] += 1", "'a' += 1", "None += 1", "x + y += 1",
         "del f()", "del 5", "del x + 1", "del (x, 5)", "del None", "del 'a'", "del [x, f()]", "del x if y else z", "for 5 in x: pass", "for f() in x: pass", "for x + 1 in y: pass", "for 'a' in x: pass", "for None in x: pass", "with x as 5: pass", "with x as f(): pass", "with x as None: pass", "[x for 5 in y]", "[x for f() in y]", "import x as 5", "import x as y.z", "except x as 5: pass", "x: int: str", "5: int", "f(): int", "(a, b): int", "[a]: int = 1", "*a = 1", "*a, *b = 1, 2", "a, *b, *c = x", "x = *y", "*x", "def f(5): pass", "def f(None): pass", "lambda 5: 1", "class None: pass", "def True(): pass", "global None", "import None", "from x import True", "x.None = 1", "f(**x = 1)", "(x) = 1 if y else 2"]
for text in texts:
    try:
        compile(text, "t", "exec")
        print(f"{text}: fine")
    except SyntaxError as error:
        print(f"{text}: {error.msg}")
