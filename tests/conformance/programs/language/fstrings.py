# f-strings: expressions, conversions, formats, nesting.
# covers: f-strings, format of numbers, format of strings
name, n, x = "Ada", 42, 3.14159
print(f"{name} {n} {x}", f"{name!r} {name!s} {'é'!a}", f"{n + 1} {n * 2 = } {n=}", f"{name=!s} {x=:.2f} {name = }")
print(f"{n:5}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}|{n: }|{-n:5}|{n:,}|{1234567:,}|{1234567:_}")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:c} {n:e} {n:f} {n:g} {n:%} {n:d} {n:n}")
print(f"{x:.2f} {x:10.3f}| {x:<10.3f}| {x:e} {x:.0f} {x:g} {x:.3g} {x:%} {x:.1%} {x:+.1f} {x:010.2f} {1e10:g} {1e-10:g} {x:.10g}")
print(f"{name:10}|{name:<10}|{name:^10}|{name:>10}|{name:*^9}|{name:.2}|{name:5.1}|{name!r:>8}")
width, precision, fill = 10, 3, "~"
print(f"{x:{width}.{precision}f}|{name:{fill}^{width}}|{n:{'>'}{width}}|{x:.{precision - 1}f}")
print(f"{{}} {{{n}}} {{n}} {'{'} {'}'}", f"{'a' if n > 5 else 'b'}", f"{[i for i in range(3)]}", f"{ {'k': 1}['k'] }", f"{(lambda v: v * 2)(4)}")
print(f"{'nested ' + f'{n + 1}'}", f'{"quotes"}', f"{name.upper()} {name[0]} {name[::-1]} {len(name)}", f"{n!r:>5} {None} {True:5} {True!s:>5}")
print(f"""triple {
    n
} lines {name
        .lower()}""")
print(f"{n:>{width}}" f"{x:<{width}.1f}" "!", rf"\d{n}\n", f"\t{n}\x41", f"{1,2} {(1, 2)} {1, }")
print(f"{1_000_000:,.2f} {0.000123:.2e} {1e100:.3g} {12345.678:,.1f} {0:,} {-1234:,} {1234:08,} {255:#06x} {5:#b}")
print(f"{float('inf')} {float('nan'):5} {-0.0} {1e16} {1e15:.0f} {2.5:.0f} {3.5:.0f} {0.125:.2f} {1.005:.2f}")


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f"Point<{spec or 'plain'}>({self.x}, {self.y})"

    def __repr__(self):
        return "Point!"


p = Point(1, 2)
print(f"{p} {p:short} {p!r} {p!s:>8} {p.x:03} {[p]}")
for text in ["f'{n:q}'", "f'{name:d}'", "f'{x:d}'", "f'{n:.2}'", "f'{[1]:5}'", "f'{None:5}'", "f'{name:=5}'", "f'{missing}'", "f'{name:+}'", "f'{name:,}'", "f'{n:,_}'", "f'{n:10000000000000000000000}'", "f'{x:x}'", "f'{n:-^ 5}'", "f'{1:{name}}'", "f'{name:0.2f}'"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
