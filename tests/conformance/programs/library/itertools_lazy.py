# Lazy iterators of itertools: endless ones, slices, groups, and how they show themselves.
# covers: itertools
import itertools
import operator

print(list(itertools.islice(itertools.count(5, 2), 3)), list(itertools.islice(itertools.cycle("ab"), 5)), list(itertools.repeat("x", 3)))
print(itertools.count(5), itertools.count(1, 2), itertools.count(0.5), itertools.repeat(3), itertools.repeat("a", 2))
print(list(itertools.accumulate([1, 2, 3])), list(itertools.accumulate([1, 2, 3], operator.mul, initial=10)), list(itertools.accumulate([])))
print(list(itertools.pairwise("abcd")), list(itertools.chain("ab", [1])), list(itertools.chain.from_iterable(["ab", "c"])))
print(list(itertools.compress("abcd", [1, 0, 1, 0])), list(itertools.islice("abcdef", 1, 5, 2)), list(itertools.islice("abc", None, 2)))
print(list(itertools.dropwhile(lambda x: x < 3, [1, 5, 2])), list(itertools.takewhile(lambda x: x < 3, [1, 5, 2])))
print(list(itertools.filterfalse(None, [0, 1, "", "a"])), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print([(key, list(group)) for key, group in itertools.groupby("aabbc")], [(k, len(list(g))) for k, g in itertools.groupby(range(10), lambda n: n // 4)])
print(list(itertools.zip_longest("ab", "c", fillvalue="-")), [list(part) for part in itertools.tee([1, 2], 2)])
print(list(itertools.product("ab", [1, 2])), list(itertools.product([0, 1], repeat=2)), list(itertools.permutations("abc", 2)))
print(list(itertools.combinations("abcd", 2)), list(itertools.combinations_with_replacement("ab", 2)), list(itertools.permutations("ab", 5)))


def primes():
    numbers = itertools.count(2)
    while True:
        prime = next(numbers)
        yield prime
        numbers = filter(lambda n, prime=prime: n % prime, numbers)


print(list(itertools.takewhile(lambda n: n < 40, primes())))
first, second = itertools.tee(iter("xyz"))
print(next(first), next(first), next(second), list(first), list(second))
for action in (
    lambda: itertools.islice([1], -1), lambda: itertools.islice([1], 0, 1, 0), lambda: itertools.combinations("ab", -1),
    lambda: itertools.batched("abc", 2), lambda: itertools.product([1], times=2), lambda: next(itertools.count("a")),
):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
