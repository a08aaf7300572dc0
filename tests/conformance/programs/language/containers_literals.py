# Displays: lists, tuples, dicts, sets; nested and with trailing commas.
# covers: containers, repr of containers
print([], [1], [1, 2, ], [[]], [1, "a", None, 2.5, True, [3]], [
    1,
    2,
])
print((), (1,), (1, 2,), ((),), 1, (2), ((1, 2), (3,)))
print({}, {"a": 1}, {1: "x", (1, 2): [3], None: {}, 2.5: set()}, {"k": {"l": {"m": 1}}})
print({1}, {1, 2, 1}, set(), {(1, 2)}, frozenset({1}), {1: 2}.keys())
print([x for x in "ab"], {x: x * 2 for x in range(3)}, {x % 2 for x in range(4)}, tuple(x for x in range(3)))
a = [1, 2]
b = [a, a]
a.append(3)
print(b, b[0] is b[1])
loop = [1]
loop.append(loop)
d = {}
d["self"] = d
print(loop, d, [d, loop])
t = ([],)
t[0].append(t)
print(t)
print({"b": 1, "a": 2, "b": 3}, {1: "int", 1.0: "float", True: "bool"}, {0: 1, False: 2})
print([1, 2, 3][1], (4, 5)[0], {"k": "v"}["k"], "abc"[1], [[1, 2], [3, 4]][1][0], {"a": [1, {"b": 2}]}["a"][1]["b"])
print([*range(3), *"ab"], {**{"x": 1}}, (*[1], 2), {*[1, 2], 3}, [*{}, *()])
print([1, 2] + [3], (1,) * 3, [[0] * 2] * 2, "ab" * 2, {"a": 1} | {"b": 2}, {1} | {2})
print(len([None]), bool([]), bool([None]), [] == (), [1] == [1.0], {} == set())
matrix = [
    [1, 2, 3],  # first
    [4, 5, 6],  # second
]
print(matrix, [row[0] for row in matrix], [sum(row) for row in matrix])
print(["it's", 'say "hi"', "back\\slash", "new\nline", b"bytes", 1e100, -0.0, 1j, ..., None, print, int, len])
x = 5
print([x, x + 1, x == 5, not x, -x, x if x else 0, lambda: 0][:-1])
for text in ["[1, 2", "(1, 2", "{1: 2", "[1 2]", "{1: 2, 3}", "{1, 2: 3}", "[1,, 2]", "(,)", "{**1}", "[*5]", "{[1]: 2}", "{{}}", "[1, 2]]", "(1, 2]", "{1 2}", "{'a' 1}", "{'a': }", "{**{}, 1}", "{*[], 1: 2}"]:
    try:
        print(text, eval(text))
    except (SyntaxError, TypeError) as error:
        print(text, "->", type(error).__name__, error.args[0])
