import itertools as it
import operator

def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

print(list(it.islice(it.count(10, 3), 4)), list(it.islice(it.count(0.5, 0.25), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(7, 3)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate([])), list(it.accumulate([3, 1, 4], max)))
print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable([[1], [2, 3]])), list(it.compress("abcd", [1, 0, 1, 1])))
print(list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(None, [0, 1, ""])), list(it.filterfalse(lambda x: x % 2, range(5))))
print(list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.zip_longest("abc", [1], fillvalue="-")), list(it.zip_longest()), list(it.pairwise([1, 2, 3])), list(it.pairwise([1])))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.product([], [1])))
print(list(it.permutations([1, 2, 3], 2)), list(it.permutations("ab")), list(it.permutations([1], 2)), list(it.permutations([], 0)))
print(list(it.combinations("abcd", 2)), list(it.combinations([1], 2)), list(it.combinations_with_replacement("ab", 2)), list(it.combinations([], 0)))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
groups = it.groupby("aab")
first, second = next(groups), next(groups)
print(list(first[1]), list(second[1]))
a, b = it.tee(iter([1, 2, 3]))
print(next(a), next(a), list(b), list(a), len(it.tee([1], 3)))
print(list(it.islice(range(10), 3)), list(it.islice(range(10), 2, 8, 3)), list(it.islice("abc", None)), list(it.islice(range(10), 5, None)))
i = iter(range(10))
print(list(it.islice(i, 2, 5)), next(i))
attempt(lambda: it.islice([1], -1))
attempt(lambda: it.islice([1], 0, 5, 0))
attempt(lambda: it.combinations([1], -1))
attempt(lambda: it.count("a"))
attempt(lambda: list(it.chain(1)))
attempt(lambda: list(it.chain([1], 2)))
attempt(lambda: it.product([1], repeat=-1))
attempt(lambda: next(it.repeat(1, 0)))
attempt(lambda: it.repeat())
print(sum(it.takewhile(lambda x: x < 100, (n * n for n in it.count(1)))), max(it.accumulate([1, -2, 3])), type(it.count()).__name__, dict(zip("ab", it.count())))
