# Format specifications of integers and floats, systematically.
# covers: format of numbers
for spec in ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+5", "+05", ",", "_", "09,", "b", "o", "x", "X", "#b", "#o", "#x", "#X", "#010x", "_b", "_x", "c", "e", ".2e", "f", ".1f", "g", "%", "*>8", "*<8", "*^8", "x^9d", "n", "E", "G", "F", " 05d", "+,"]:
    print(f"{spec!r:10}", "|".join(format(n, spec) if spec != "c" or n > 0 else "-" for n in [0, 42, -42, 1234567] if spec != "c" or n < 1000000))
for spec in ["", "5", "10", "<10", "^10", "010", "+", " ", ".0f", ".1f", ".3f", "f", "F", "e", "E", ".0e", ".2e", "g", ".3g", ".10g", "#g", "G", "%", ".1%", ",", ",.2f", "_.1f", "+.2f", "010.2f", "*^12.3f", "n", ".3", ".1", "10.3", "#.0f", "z.1f", "=+10.1f"]:
    print(f"{spec!r:10}", "|".join(format(x, spec) for x in [0.0, -0.04, 3.14159, 1234567.891, 1e-7, 1e22]))
for x in [float("inf"), float("-inf"), float("nan")]:
    print(f"{x} {x:f} {x:E} {x:10} {x:+} {x:010.2f} {x:%} {x:g}")
big = 2**100
print(f"{big:,} {big:_} {big:x} {big:e} {big:.3g} {big:>40} {-big:,}")
print(f"{True:d} {True} {True:5} {False:<5}| {True:b} {True:.1f} {3:.2f} {3:e} {10**15:g}")
for value, spec in [(5, "s"), (5, ".2"), (5.5, "d"), (5.5, "x"), (5, "y"), (5, "5.5d"), (5, "+c"), (5, ",c"), (5, ",x"), (5, ",_"), (5, "__"), (5, ",,"), (5.5, "c"), (5, "ab"), (5, "99999999999999999999"), (-1, "c"), (2**40, "c"), (5, "#c"), (5, "z"), (5.5, "s"), (5, "=s"), (5.5, ".99999999999999999999f"), (5, "{"), (5, "5}")]:
    try:
        print(value, spec, repr(format(value, spec)))
    except (ValueError, OverflowError) as error:
        print(value, spec, "->", type(error).__name__, error)
