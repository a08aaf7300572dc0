# ValueError: the right type, the wrong value.
# covers: ValueError, unpacking
for text in ["int('ten')", "int('1.5')", "int('')", "int(' ')", "int('5x')", "int('0x10')", "int('12', 2)", "float('abc')", "float('')", "float('1,5')", "complex('x')", "[1].index(2)", "(1,).index(2)", "'abc'.index('z')", "[1].remove(5)", "range(1, 5, 0)", "[1, 2][::0]", "chr(-1)", "chr(2000000)", "a, b = [1]", "a, b = [1, 2, 3]", "a, b = 'abc'", "a, *b, c = [1]", "(a, b), c = [1, 2], 3, 4", "a, b = {}", "a, b = {'x': 1}", "for a, b in [(1, 2), (3,)]: pass", "for a, b in [(1, 2, 3)]: pass", "[x for x, y in ['ab', 'c']]", "max([])", "min(())", "max('')", "'a'.split('')", "'{'.format()", "'{:d}'.format('a')", "format(5, 'z')", "bytes([256])", "bytes(-1)", "dict(['abc'])", "dict([(1,)])", "pow(2, -1, 4)", "'a'.join", "sum([[]], [])", "math.sqrt(-1)", "math.log(0)", "math.factorial(-1)", "round(float('nan'))", "int(float('nan'))", "'%q' % 1", "''.partition('')", "'x'.rjust(5, '')", "list(zip([1], [1, 2], strict=True))", "slice(0, 1, 0).indices(5)", "(5).to_bytes(1, 'x')", "a, b, c = 1, 2"]:
    try:
        exec("import math\n" + text)
        print(text, "fine")
    except Exception as error:
        print(text, "->", type(error).__name__, error)


def parse_age(text):
    age = int(text)
    if age < 0:
        raise ValueError(f"age cannot be negative: {age}")
    return age


for text in ["30", "-5", "ten"]:
    try:
        print(parse_age(text))
    except ValueError as error:
        print("bad age:", error)
print(parse_age("twelve"))
