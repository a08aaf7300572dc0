# Every method of a set, its operators, and what it refuses.
# covers: set methods, set operators, set
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, b - a)
print(a.union([5, 6]), a.intersection({2, 3}, [3]), a.difference([1], (2,)), a.symmetric_difference([3, 9]))
print(a.union(), a.intersection(), a == {3, 2, 1}, a != b, len(a), 2 in a)
print({1} < a, a <= a, a < a, a > {1, 2}, a >= b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), a.isdisjoint(b))
s = set()
s.add(1)
s.add(1)
s.update([2, 3], "a")
print(len(s), 1 in s, "a" in s)
s.discard(99)
s.discard("a")
s.remove(1)
print(s, s.pop() in (2, 3), len(s))
s.clear()
print(s, set(), set([1, 1, 2]), {*()}, len({1, 1.0, True}), set("aab") == {"a", "b"})
c = a.copy()
c |= {10}
c &= {1, 10, 11}
c ^= {1}
c -= {99}
print(c, a, c is a)
a.intersection_update([1, 2])
print(a)
a.difference_update([1])
print(a)
a.symmetric_difference_update([2, 7])
print(a)
for text in ["{1}.remove(5)", "set().pop()", "{[]}", "{1} | [2]", "{1}.union(5)", "{1}[0]", "{1} + {2}", "{1}.add()", "{1}.add([])", "set(5)", "{{1}}", "hash({1})",
             "{1} < [1]", "{1}.foo", "set(1, 2)", "{1}.discard([])", "[] in {1}", "{1} & 5", "{1}.issubset(5)", "{1}.remove('key')", "set(a=1)", "{1} - [1]"]:
    try:
        print(text, eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)
print(sorted({x % 3 for x in range(10)}), {n for n in range(5) if n % 2}, set(range(3)) | set(range(5)))
print(list(dict.fromkeys([3, 1, 3, 2])), sorted(set("hello")), len(set(map(len, ["a", "b", "cc"]))))
small = {5, 3, 9, 1}
print(small, sum(small), max(small), sorted(small))
print({0, 8, 16, 1}, {30, 2, 1}, {-1, -2, 3})
try:
    for x in small:
        small.add(x + 100)
except RuntimeError as error:
    print(error)
