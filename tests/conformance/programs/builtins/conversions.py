# One type into another, and what cannot be.
# covers: bool, int, float, list, dict, set, frozenset, str, ValueError
values = [0, 1, -3, 2.5, -0.0, "", "0", "7", " 8 ", "3.5", "abc", None, True, [], [1, 2], (3,), {}, {"a": 1}, {5}, b"9", 1j, range(3), "[1]"]
for convert in [bool, int, float, complex, str, list, tuple, set, dict, bytes, frozenset]:
    print("---", convert.__name__)
    for value in values:
        try:
            result = convert(value)
            if convert in (set, frozenset) and len(result) > 1:
                result = sorted(result, key=str)
            print(repr(value), "->", repr(result))
        except (TypeError, ValueError) as error:
            print(repr(value), "!", type(error).__name__, error)
print(list("abc"), tuple({"a": 1}), dict([("a", 1), ["b", 2]]), set("aa"), list({1: 2}.items()), dict(zip("ab", "cd")), list(map(int, "12")))
print(int(3.99), int(-3.99), int("-0"), float("1e3"), str(1e20), bool("False"), int(True) + int(False), list(range(3)), float(10**20), int(1e20), int("0012"))
