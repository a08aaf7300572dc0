# Comparison chains, identity, membership, comparing containers.
# covers: comparison chains, boolean operators
x = 5
print(1 < x < 10, 1 < x > 3, 1 < x < 4, 0 == 0.0 == False)
print(x == 5 != 6 <= 7, 3 > 2 > 1 > 0)


def loud(n):
    print("asked", n)
    return n


print(loud(1) < loud(2) < loud(3))
print(loud(3) < loud(2) < loud(1))
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9])
print((1, "a") < (1, "b"), (1, 2) == (1.0, 2.0), (1,) != [1])
print("apple" < "banana", "Z" < "a", "10" < "9", "" < "a")
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} < {2}, {1, 3} >= {3})
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
print(None is None, None == 0, [] is [], not None)
print(3 in [1, 2, 3], 3 not in (1, 2), "ell" in "hello", "" in "x", "k" in {"k": 0})
print(1 == 1.0, 1 == True, "1" == 1, 1.5 == 3 / 2, 10**20 == 1e20, 2**53 + 1 == 2.0**53)
print(float("nan") == float("nan"), float("inf") > 10**400, -float("inf") < 0)
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan != nan)
print(b"a" == "a", b"ab" < b"b", range(3) == range(0, 3), range(0) == range(5, 1))
print(1 and 2, 0 and 2, 1 or 2, 0 or 2, "" or "default", None or 0 or [])
print(not "", not "a", not [], not [0], not 0.0, not None)
print(0 or 1 and 2, (0 or 1) and 0, not 1 == 2)
print(loud(0) and loud(1) or loud(2))
for text in ["1 < 'a'", "[] < ()", "None > 1", "{} < {}", "1j < 2j", "[1] < [None]", "3 in 5", "1 in 'abc'", "b'a' < 'a'", "print < len", "object() < 1"]:
    try:
        print(eval(text))
    except TypeError as error:
        print(text, "->", error)
print((1, 2) < (1, "a") if False else "skipped", (1, "a") < (2, 3))
print(True < 2, False == 0, True is (1 == 1))
print([1, [2, 3]] == [1, [2, 3]], (0.0, -0.0) == (-0.0, 0.0))
a = [1]
b = a
print(a is b, a == [1], a is not [1])
