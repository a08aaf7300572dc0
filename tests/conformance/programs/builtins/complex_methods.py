# Complex numbers: parts, arithmetic, texts.
# covers: complex methods, complex, complex numbers
z = 3 + 4j
print(z, z.real, z.imag, z.conjugate(), abs(z), -z, +z, z == 3 + 4j, z != 3, 5 == 5 + 0j)
print(complex(), complex(2), complex(2, 3), complex("1+2j"), complex("-j"), complex(" 3.5 "), complex(1.5, -0.0), complex("1e2-3e-1j"), complex(True), complex(1j, 1j))
print(z + 1, z - 2j, z * 2, z * z, z / 2, z / (1 + 1j), z**2, z**0.5 == z ** (1 / 2), 2 / (1 + 1j), 1j * 1j, z ** -1)
print(1j, -1j, 0j, 1 + 0j, -0.0 - 1j, 1e20 + 1j, 1.5j, complex("nan"), complex("inf+nanj"), complex(0, -0.0), complex(-0.0, 0))
print(str(z), repr(z), f"{z}", f"{z:.2f}", f"{1.5 + 2j:+.1f}", format(z, "10.1f"), "%s" % z, [1j, 2 + 0j], f"{z:e}", f"{1j:>10}")
print(bool(0j), bool(1j), hash(1 + 0j) == hash(1), {1 + 0j: "one"}[1], sum([1j, 2, 3.5]), z in [3 + 4j], type(z).__name__)
for text in ["z < 1", "z // 2", "z % 2", "int(z)", "float(z)", "complex('a')", "complex('1 + 2j')", "complex('1', 2)", "complex(1, '2')", "complex([])", "z / 0", "0j ** -1", "max(z, 1)",
             "divmod(z, 2)", "round(z)", "z.foo", "z.real.foo", "f'{z:d}'", "f'{z:%}'", "complex('')", "complex(None)", "z & 1", "abs('z')", "'%d' % z", "math_", "z()", "f'{z:010}'", "f'{z:=10}'"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
def roots(a, b, c):
    d = (b * b - 4 * a * c) ** 0.5
    return (-b + d) / (2 * a), (-b - d) / (2 * a)
print(roots(1, -3, 2), [complex(round(r.real, 6), round(r.imag, 6)) for r in roots(1, 2, 5)])
c, w = -0.5 + 0.5j, 0
for step in range(20):
    w = w * w + c
print(abs(w) < 2, round(w.real, 4), round(w.imag, 4))
print(complex(3, 4) == z, (1 + 2j).__add__(1), z.__abs__(), isinstance(z, complex), 1j.imag, (2).imag, 2.5.imag)
