# str.format: fields, indexes, attributes, nesting.
# covers: str.format, format of strings, format of objects
print("{} {}".format(1, "a"), "{0} {1} {0}".format("x", "y"), "{name} is {age}".format(name="Ann", age=30), "{0[1]} {1[k]} {2.real}".format([1, 2], {"k": 3}, 4), "{{}} {{{}}}".format(5))
print("{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|{:05}|{:+}|{:,}".format(1, 2, 3, 4, "x", 42, 7, 1234567))
print("{:.2f} {:10.3f} {:e} {:g} {:%} {:.1%}".format(3.14159, 2.71828, 12345.678, 0.0001, 0.5, 0.256), "{:x} {:X} {:o} {:b} {:#x} {:c}".format(255, 255, 8, 5, 255, 65))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}|{0:>6}".format("a"), "{:{}}|{:{w}.{p}}".format("a", 5, "abcdef", w=6, p=2), "{:{fill}{align}{width}}".format("mid", fill="-", align="^", width=9))
print("{a[0][1]} {b.c}".format(a=["xy"], b=type("B", (), {"c": 5})), "{0.__class__.__name__}".format(5), "{[key with space]}".format({"key with space": 1}), "{0[-1]}".format({"-1": "text key"}))
print("{x} {y}".format(**{"x": 1, "y": 2}), "{} {}".format(*"ab"), "{x}".format_map({"x": 9}), "".format(), "no fields".format(1, 2), "{:}".format(5), "{0:}{0!s:}".format(1))
class Default(dict):
    def __missing__(self, key): return f"<{key}>"
print("{known} {unknown}".format_map(Default(known=1)))
table = [("apple", 1.5, 3), ("fig", 20.25, 10)]
for row in table:
    print("{:<8}{:>8.2f}{:>4d}".format(*row), "{0:_<10}{2:03}".format(*row))
for text in ["'{}'.format()", "'{} {}'.format(1)", "'{1}'.format(0)", "'{x}'.format()", "'{x}'.format(y=1)", "'{'.format()", "'}'.format()", "'{0} {}'.format(1, 2)", "'{} {0}'.format(1, 2)", "'{!x}'.format(1)", "'{:q}'.format(1)", "'{:d}'.format('a')", "'{0[5]}'.format([1])", "'{0.x}'.format(1)", "'{a.b}'.format(a=1)", "'{0[k]}'.format({})", "'{:5'.format(1)", "'{:.2d}'.format(5)", "'{0[a]}'.format([1])", "'{!}'.format(1)", "'{:,}'.format('a')", "'{:+}'.format('a')", "'{:x}'.format(1.5)", "'{:c}'.format(-1)", "'{:s}'.format(5)", "'{:=5}'.format('a')", "'{0.}'.format(1)", "'{0[}'.format(1)", "'{a b}'.format(1)", "'{!r:d}'.format(1)", "'{:{}}'.format(1)", "'{:.f}'.format(1.0)"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
