# Plus, times, in, comparing, slicing: the same for all sequences.
# covers: sequence operators, slicing
for s, t in [([1, 2], [3]), ((1, 2), (3,)), ("ab", "c"), (b"ab", b"c"), (bytearray(b"ab"), bytearray(b"c"))]:
    print(s + t, s * 2, 2 * s, s * 0, s * -1, s[0], s[-1], s[:1], s[::-1], s < s + t, s == s[:], s != t, len(s * 3), min(s), max(s), s.index(s[1]), s.count(s[0]), list(s), bool(s[:0]), s[5:], t in [t], sorted(s, reverse=True))
print(1 in [1, 2], "a" in "abc", "bc" in "abc", 97 in b"abc", b"bc" in b"abc", (1,) in [(1,)], "" in "", [] in [[]], None in [None], 1.0 in [1], "1" in [1])
print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], [] < [1], (1, "z") < (2, "a"), "Zoo" < "apple", "a" < "aa", b"a" < b"b", [[1], [2]] < [[1], [3]], (1, 2) <= (1, 2), "10" < "9")
row = [[]] * 2
row[0].append(1)
print(row, [[] for _ in range(2)], [0] * 3, "-" * 10, (None,) * 2, [1, [2]] * 2)
a = [1, 2, 3]
a += (4,)
a += "5"
a += {6: 0}
a *= 2
print(a, a[2:5] + a[-2:], a[1:-1:3])
for text in ["[1] + (2,)", "(1,) + [2]", "'a' + 1", "'a' + b'a'", "b'a' + 'a'", "[1] * [2]", "'a' * 1.5", "[1] < (1,)", "'a' < 1", "1 in 'a'", "'a' in b'a'", "[1] - [1]", "'a' - 'a'", "[1] / 2", "+[1]", "-'a'", "[1, 2][1.0]", "(1, 2)['0']", "'ab'[None]", "[1][[0]]", "{1: 2}[0:1]", "range(3) + range(2)", "range(3) * 2", "None in 'a'", "1 in None", "[3, 'a'] < [3, 1]", "'abc'[0] == 97", "b'abc'[0] == 97"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
