# Brackets that are not closed, or closed by another.
# covers: bracket never closed
texts = ["print(1", "x = (1, 2", "x = [1, 2", "x = {1: 2", "print('a'", "f(1, g(2)", "x = [1, (2, 3]", "x = (1]", "x = {1)", "x = 1)", "x = 1]", "x = }", ")", "(", "[1, 2\nprint(3)", "d = {'a': 1\nprint(d)", "print('x'\nprint('y')\n",
         "x = (1 +\n2\ny = 3", "f(1,\n  2,\ny = 5\n", "x = [\n1,\n2\n)", "x = (\n[1, 2\n)", "def f(a, b:\n  pass", "if (x:\n  pass", "x = foo(bar(baz)", "'abc' + (1", "{[(", "((((1)", "x = [i for i in range(3)", "x = {'a': [1, 2}", "print((1, 2)", "x = (1, 2))", "a[1", "a[1:2", "lambda: (", "x = ()[", "f(x, y = [1)"]
for text in texts:
    try:
        compile(text, "t", "exec")
        print(f"{text!r}: fine")
    except SyntaxError as error:
        print(f"{text!r}: {error.msg} (line {error.lineno})")
