# Formats of complex numbers: brackets, whole parts and signs.
# covers: complex numbers
z = complex(1000, 99999.5)
for spec in ("", ".3", "#.10", "10", "^40", "+", ",", "_", ".2f", "g", "e", "<30", ".0", "#", "z", "08", "=10", "n", "d", "s", "%", "é^#6.10"):
    for v in (z, 1j, complex(-0.0, -0.0), complex(float("nan"), float("inf")), 2+0j, complex(-0.0, 3)):
        try:
            print(repr(spec), format(v, spec))
        except ValueError as error:
            print(repr(spec), error)
