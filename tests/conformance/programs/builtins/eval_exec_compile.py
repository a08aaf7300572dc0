# eval, exec and compile on short texts.
# covers: eval, exec, compile, globals and locals, eval and exec
x = 10
print(eval("x + 1"), eval("[n * n for n in range(3)]"), eval("x * y", {"x": 2, "y": 3}), eval("a + b", {"a": 1}, {"b": 2}), eval("  5"), eval("(1,\n2)"), eval("lambda v: v + 1")(5))
exec("y = x * 2\nprint('inside', y)")
print(y)
scope = {"n": 3}
exec("total = sum(range(n))\ndef f(k):\n    return k * n\n", scope)
print(scope["total"], scope["f"](10), sorted(k for k in scope if k != "__builtins__"))
local = {}
exec("z = 1; w = z + 1", {}, local)
print(local, eval("z + w", {}, local))
code = compile("a * 2", "<text>", "eval")
print(eval(code, {"a": 21}), [eval(code, {"a": n}) for n in range(3)], type(code).__name__)
exec(compile("for i in range(2):\n    print('loop', i)", "<loop>", "exec"))
def inner():
    hidden = 5
    exec("hidden = 6")
    return hidden, eval("hidden + 1"), sorted(locals())
print(inner())
exec("class Made:\n    value = 7\n    def get(self): return self.value")
print(Made().get(), eval("Made.__name__"))
for text in ["1 +", "x = 5", "", "for i in x: pass", "1 2", "(", "undefined", "1 / 0", "x y z", "'abc", "import math", "print('printed')", "x := 5", "(x := 5)", "\n", "1; 2", "return 5", "yield 1"]:
    try:
        print(repr(text), "=", eval(text))
    except Exception as error:
        print(repr(text), "->", type(error).__name__, error.args[0])
for text in ["1 +", "def f(:", "if x:", "x = = 5", "  x = 1", "if x:\npass", "return 5", "break", "print(", "a b", "else: pass", "x = 5 if", "def f():\n  x\n y", "class: pass", "import", "from x import", "raise ValueError('raised')", "assert False, 'asserted'", "del nope", "continue", "yield 1", "nonlocal q", "x++", "try: pass"]:
    try:
        exec(text)
        print(repr(text), "fine")
    except Exception as error:
        print(repr(text), "->", type(error).__name__, error.args[0])
for text in ["eval(5)", "exec(None)", "compile('x')", "compile('x', 'f', 'nope')", "eval('x', 5)", "exec('x', [])", "eval()", "eval('1', {}, 5)"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
print(x, eval("x", {"x": "given"}), globals()["x"])
