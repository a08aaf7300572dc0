# len, min, max, sum, any, all.
# covers: len, min, max, sum, any, all
print(len("abc"), len([]), len((1,)), len({1: 2}), len({1, 2}), len(range(10)), len(b"ab"), len(bytearray(3)), len("日本"), len({}.keys()))
print(min(3, 1, 2), max(3, 1, 2), min([4, 2]), max("hello"), min("b", "a"), max({"x": 1, "y": 0}), min((2.5, 1)), max([True, 5]))
print(min([], default=0), max([], default=None), max(["aa", "b"], key=len), min(["bb", "a", "c"], key=len), max(1, -5, key=abs), min({"a": 3, "b": 1}.items(), key=lambda kv: kv[1]))
print(max([1, 1.0, True]), min(0, False, 0.0), max((1, 2), (1, 3)), max([[1], [0, 5]]), max("a", "B", key=str.lower))
print(sum([1, 2, 3]), sum([]), sum([1], 10), sum([0.1] * 3), sum(range(5), start=100), sum([[1], [2]], []), sum((1, 2.5, 1j)), sum([True, True]), sum(x * x for x in range(4)))
print(any([]), all([]), any([0, "", None, 5]), all([1, "a"]), all([1, 0]), any(x > 3 for x in range(5)), all(x < 5 for x in range(5)), any("abc"), any({0: 1}))


def loud(values):
    for value in values:
        print("saw", value)
        yield value


print(any(loud([0, 1, 2])), all(loud([1, 0, 1])))
for text in ["len(5)", "len(None)", "len()", "len([1], [2])", "len(x for x in [])", "min()", "min(5)", "max([])", "max('')", "min(1, 'a')", "max([1, None])", "max(1, 2, default=3)", "min([], key=len)", "sum()", "sum(5)", "sum(['a', 'b'])", "sum([], '')",
             "sum([1], 'a')", "sum([b''], b'')", "any(5)", "all()", "any(1, 2)", "min([1], key=5)", "sum([1, None])", "max(1, 2, key=None)", "min({})", "len(len)", "max(1, 2, foo=3)", "sum([1], start=None)", "all(None)"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
scores = {"ann": 90, "bob": 72, "cy": 85}
print(max(scores, key=scores.get), min(scores.values()), sum(scores.values()) / len(scores), sorted(scores, key=scores.get, reverse=True))
